package dev.kefu.refunds.process;

import static dev.kefu.refunds.RefundCall.REFUND_NOTE;
import static dev.kefu.refunds.RefundCall.REFUND_OUTCOME;
import static dev.kefu.refunds.process.RefundProcess.caseOf;

import dev.kefu.refunds.RefundOutcome;
import dev.kefu.refunds.RefundView;
import dev.kefu.refunds.Refunds;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Tells the calling process that the refund is refused, and why. */
@Component
class RefuseRefund implements JavaDelegate {

    private final Refunds refunds;

    RefuseRefund(Refunds refunds) {
        this.refunds = refunds;
    }

    @Override
    public void execute(DelegateExecution execution) {
        REFUND_OUTCOME.set(execution, RefundOutcome.REFUSED);
        REFUND_NOTE.set(execution, refunds.latestOf(caseOf(execution)).map(RefundView::note).orElse(null));
    }
}
