package dev.kefu.refunds.process;

import static dev.kefu.refunds.RefundCall.REFUND_OUTCOME;
import static dev.kefu.refunds.process.RefundProcess.caseOf;

import dev.kefu.refunds.RefundOutcome;
import dev.kefu.refunds.Refunds;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Frees the money that was promised and tells the calling process that it is refused. */
@Component
class RefuseRefund implements JavaDelegate {

    private final Refunds refunds;

    RefuseRefund(Refunds refunds) {
        this.refunds = refunds;
    }

    @Override
    public void execute(DelegateExecution execution) {
        refunds.releaseMoney(caseOf(execution));
        REFUND_OUTCOME.set(execution, RefundOutcome.REFUSED);
    }
}
