package dev.kefu.parcels.process;

import static dev.kefu.parcels.process.ParcelProcess.caseOf;

import dev.kefu.parcels.domain.UndeliverableParcels;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Notes how the refund ended, which our books say and no variable (PAR-7). */
@Component
class RecordParcelRefund implements JavaDelegate {

    private final UndeliverableParcels parcels;

    RecordParcelRefund(UndeliverableParcels parcels) {
        this.parcels = parcels;
    }

    @Override
    public void execute(DelegateExecution execution) {
        parcels.refundEnded(caseOf(execution));
    }
}
