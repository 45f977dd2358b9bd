package dev.kefu.parcels.process;

import static dev.kefu.parcels.process.ParcelProcess.caseOf;

import dev.kefu.parcels.domain.UndeliverableParcels;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Does what the table says when the customer has not answered in time. */
@Component
class ApplyHold implements JavaDelegate {

    private final UndeliverableParcels parcels;

    ApplyHold(UndeliverableParcels parcels) {
        this.parcels = parcels;
    }

    @Override
    public void execute(DelegateExecution execution) {
        parcels.holdIsOver(caseOf(execution));
    }
}
