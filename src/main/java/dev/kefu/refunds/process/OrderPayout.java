package dev.kefu.refunds.process;

import static dev.kefu.refunds.process.RefundProcess.caseOf;
import static dev.kefu.refunds.process.RefundProcess.goOn;

import dev.kefu.refunds.Payouts;
import dev.kefu.workflow.JobTries;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Orders the payout from the payment service, as often as it takes; the last try ends with finance and not as a fault. */
@Component
class OrderPayout implements JavaDelegate {

    private final Payouts payouts;
    private final JobTries tries;

    OrderPayout(Payouts payouts, JobTries tries) {
        this.payouts = payouts;
        this.tries = tries;
    }

    @Override
    public void execute(DelegateExecution execution) {
        goOn(execution, payouts.order(caseOf(execution), tries.isLast()));
    }
}
