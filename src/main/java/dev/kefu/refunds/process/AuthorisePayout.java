package dev.kefu.refunds.process;

import static dev.kefu.refunds.process.RefundProcess.ACTION;
import static dev.kefu.refunds.process.RefundProcess.PAID;
import static dev.kefu.refunds.process.RefundProcess.PAYOUT_NOTE;
import static dev.kefu.refunds.process.RefundProcess.PAYOUT_STEP;
import static dev.kefu.refunds.process.RefundProcess.caseOf;

import dev.kefu.refunds.Refunds;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Lets the payment service or finance pay what is approved, also once more after a payment that failed. */
@Component
class AuthorisePayout implements JavaDelegate {

    private final Refunds refunds;

    AuthorisePayout(Refunds refunds) {
        this.refunds = refunds;
    }

    @Override
    public void execute(DelegateExecution execution) {
        PAYOUT_STEP.set(execution, refunds.authorisePayout(caseOf(execution)));
        PAYOUT_NOTE.clear(execution);
        PAID.clear(execution);
        ACTION.clear(execution);
    }
}
