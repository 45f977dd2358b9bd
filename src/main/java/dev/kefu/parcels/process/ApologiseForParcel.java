package dev.kefu.parcels.process;

import static dev.kefu.parcels.process.ParcelProcess.caseOf;

import dev.kefu.parcels.domain.UndeliverableParcels;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Apologises to the customer, and notes where the parcel is (PAR-2, PAR-3). */
@Component
class ApologiseForParcel implements JavaDelegate {

    private final UndeliverableParcels parcels;

    ApologiseForParcel(UndeliverableParcels parcels) {
        this.parcels = parcels;
    }

    @Override
    public void execute(DelegateExecution execution) {
        parcels.apologise(caseOf(execution));
    }
}
