package dev.kefu.refunds.process;

import static dev.kefu.refunds.RefundCall.REFUND_NOTE;
import static dev.kefu.refunds.RefundCall.REFUND_OUTCOME;
import static dev.kefu.refunds.process.RefundProcess.ACTION;
import static dev.kefu.refunds.process.RefundProcess.NOTE;
import static dev.kefu.refunds.process.RefundProcess.PAYOUT_STEP;
import static dev.kefu.refunds.process.RefundProcess.REFERENCE;
import static dev.kefu.refunds.process.RefundProcess.caseOf;
import static dev.kefu.refunds.process.RefundProcess.goOn;
import static dev.kefu.refunds.process.RefundProcess.requireTrueAmount;

import dev.kefu.refunds.PayoutStanding;
import dev.kefu.refunds.PayoutStep;
import dev.kefu.refunds.RefundOutcome;
import dev.kefu.refunds.Refunds;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Carries out what finance decided about a payment that did not go through. */
@Component
class RecordResolution implements JavaDelegate {

    private final Refunds refunds;

    RecordResolution(Refunds refunds) {
        this.refunds = refunds;
    }

    @Override
    public void execute(DelegateExecution execution) {
        requireTrueAmount(execution, refunds);
        var caseNumber = caseOf(execution);
        var note = NOTE.take(execution).orElse(null);
        switch (ACTION.in(execution)) {
            case RETRY -> {
                refunds.tryAgain(caseNumber, note);
                PAYOUT_STEP.set(execution, PayoutStep.RETRY);
            }
            case PAID_BY_HAND -> {
                refunds.paidByHand(caseNumber, REFERENCE.take(execution).orElse(null), note);
                goOn(execution, PayoutStanding.of(PayoutStep.PAID));
            }
            case GIVE_UP -> {
                refunds.giveUp(caseNumber, note);
                PAYOUT_STEP.set(execution, PayoutStep.ABANDONED);
                REFUND_OUTCOME.set(execution, RefundOutcome.ABANDONED);
                REFUND_NOTE.set(execution, note);
            }
        }
    }
}
