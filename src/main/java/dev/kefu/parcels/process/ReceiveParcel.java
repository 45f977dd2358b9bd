package dev.kefu.parcels.process;

import static dev.kefu.parcels.process.ParcelProcess.caseOf;

import dev.kefu.parcels.domain.UndeliverableParcels;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Notes that the parcel lies before us, and lets what is being done about it be looked at again (PAR-3, PAR-4). */
@Component
class ReceiveParcel implements JavaDelegate {

    private final UndeliverableParcels parcels;
    private final ParcelWatch watch;

    ReceiveParcel(UndeliverableParcels parcels, ParcelWatch watch) {
        this.parcels = parcels;
        this.watch = watch;
    }

    @Override
    public void execute(DelegateExecution execution) {
        parcels.received(caseOf(execution));
        watch.tellIfAwaited(caseOf(execution), ParcelProcess.MOVED);
    }
}
