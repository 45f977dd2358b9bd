package dev.kefu.parcels.process;

import static dev.kefu.parcels.process.ParcelProcess.caseOf;

import dev.kefu.parcels.domain.UndeliverableParcels;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Asks the couriers' service to take the parcel to the corrected address (PAR-4). */
@Component
class RedirectParcel implements JavaDelegate {

    private final UndeliverableParcels parcels;

    RedirectParcel(UndeliverableParcels parcels) {
        this.parcels = parcels;
    }

    @Override
    public void execute(DelegateExecution execution) {
        parcels.redirect(caseOf(execution));
    }
}
