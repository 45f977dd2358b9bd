package dev.kefu.parcels.process;

import static dev.kefu.parcels.process.ParcelProcess.ADDRESS;
import static dev.kefu.parcels.process.ParcelProcess.caseOf;

import dev.kefu.parcels.domain.UndeliverableParcels;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Notes the address to which the parcel is to go instead, and tells the courier (PAR-4). */
@Component
class CorrectAddress implements JavaDelegate {

    private final UndeliverableParcels parcels;

    CorrectAddress(UndeliverableParcels parcels) {
        this.parcels = parcels;
    }

    @Override
    public void execute(DelegateExecution execution) {
        parcels.correctAddress(caseOf(execution), ADDRESS.take(execution).orElseThrow());
    }
}
