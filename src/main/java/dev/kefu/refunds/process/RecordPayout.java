package dev.kefu.refunds.process;

import static dev.kefu.refunds.RefundCall.REFUND_OUTCOME;
import static dev.kefu.refunds.process.RefundProcess.PAID;
import static dev.kefu.refunds.process.RefundProcess.REFERENCE;
import static dev.kefu.refunds.process.RefundProcess.caseOf;
import static dev.kefu.refunds.process.RefundProcess.requireTrueAmount;

import dev.kefu.refunds.RefundOutcome;
import dev.kefu.refunds.Refunds;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Notes what finance said about the payment. */
@Component
class RecordPayout implements JavaDelegate {

    private final Refunds refunds;

    RecordPayout(Refunds refunds) {
        this.refunds = refunds;
    }

    @Override
    public void execute(DelegateExecution execution) {
        requireTrueAmount(execution, refunds);
        if (PAID.in(execution)) {
            refunds.confirmPaid(caseOf(execution), REFERENCE.take(execution).orElse(null));
            REFUND_OUTCOME.set(execution, RefundOutcome.PAID);
        } else {
            refunds.reportNotPaid(caseOf(execution));
        }
    }
}
