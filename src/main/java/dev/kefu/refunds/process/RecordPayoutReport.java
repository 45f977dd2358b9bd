package dev.kefu.refunds.process;

import static dev.kefu.refunds.process.RefundProcess.caseOf;
import static dev.kefu.refunds.process.RefundProcess.goOn;

import dev.kefu.refunds.Payouts;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Goes on by what the payment service reported, which is on our books when the process hears of it. */
@Component
class RecordPayoutReport implements JavaDelegate {

    private final Payouts payouts;

    RecordPayoutReport(Payouts payouts) {
        this.payouts = payouts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        goOn(execution, payouts.standing(caseOf(execution)));
    }
}
