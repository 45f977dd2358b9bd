package dev.kefu.parcels.process;

import static dev.kefu.parcels.process.ParcelProcess.SITUATION;
import static dev.kefu.parcels.process.ParcelProcess.caseOf;

import dev.kefu.parcels.domain.UndeliverableParcels;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Shows the clerk who claims from the courier that the goods have turned up (PAR-6). */
@Component
class UpdateClaim implements JavaDelegate {

    private final UndeliverableParcels parcels;

    UpdateClaim(UndeliverableParcels parcels) {
        this.parcels = parcels;
    }

    @Override
    public void execute(DelegateExecution execution) {
        SITUATION.set(execution, parcels.shown(caseOf(execution)).situation());
    }
}
