package dev.kefu.refunds.process;

import static dev.kefu.refunds.process.RefundProcess.OUTCOME;
import static dev.kefu.refunds.process.RefundProcess.caseOf;

import dev.kefu.refunds.Refunds;
import dev.kefu.refunds.process.RefundProcess.RefundOutcome;
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
        OUTCOME.set(execution, RefundOutcome.REFUSED);
    }
}
