package dev.kefu.refunds.process;

import static dev.kefu.refunds.process.RefundProcess.PAID;
import static dev.kefu.refunds.process.RefundProcess.REFERENCE;
import static dev.kefu.refunds.process.RefundProcess.caseOf;
import static dev.kefu.refunds.process.RefundProcess.goOn;
import static dev.kefu.refunds.process.RefundProcess.requireTrueAmount;

import dev.kefu.refunds.PayoutStanding;
import dev.kefu.refunds.PayoutStep;
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
            goOn(execution, PayoutStanding.of(PayoutStep.PAID));
        } else {
            goOn(execution, refunds.reportNotPaid(caseOf(execution)));
        }
    }
}
