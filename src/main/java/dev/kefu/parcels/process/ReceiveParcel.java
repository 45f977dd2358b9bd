package dev.kefu.parcels.process;

import static dev.kefu.parcels.process.ParcelProcess.caseOf;

import dev.kefu.parcels.domain.UndeliverableParcels;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Notes that the parcel lies before us (PAR-4). */
@Component
class ReceiveParcel implements JavaDelegate {

    private final UndeliverableParcels parcels;

    ReceiveParcel(UndeliverableParcels parcels) {
        this.parcels = parcels;
    }

    @Override
    public void execute(DelegateExecution execution) {
        parcels.received(caseOf(execution));
    }
}
