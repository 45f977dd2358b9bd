package dev.kefu.parcels.process;

import static dev.kefu.parcels.process.ParcelProcess.CLAIM;
import static dev.kefu.parcels.process.ParcelProcess.CLAIM_AMOUNT;
import static dev.kefu.parcels.process.ParcelProcess.caseOf;

import dev.kefu.parcels.domain.UndeliverableParcels;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Notes what the courier answered to the claim (PAR-6). */
@Component
class RecordClaim implements JavaDelegate {

    private final UndeliverableParcels parcels;

    RecordClaim(UndeliverableParcels parcels) {
        this.parcels = parcels;
    }

    @Override
    public void execute(DelegateExecution execution) {
        parcels.settleClaim(caseOf(execution), CLAIM.take(execution).orElseThrow(), CLAIM_AMOUNT.take(execution).orElse(null));
    }
}
