package dev.kefu.refunds.process;

import static dev.kefu.refunds.process.RefundProcess.ACTION;
import static dev.kefu.refunds.process.RefundProcess.NOTE;
import static dev.kefu.refunds.process.RefundProcess.OUTCOME;
import static dev.kefu.refunds.process.RefundProcess.REFERENCE;
import static dev.kefu.refunds.process.RefundProcess.REFUND_NOTE;
import static dev.kefu.refunds.process.RefundProcess.caseOf;

import dev.kefu.refunds.Refunds;
import dev.kefu.refunds.process.RefundProcess.RefundOutcome;
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
        var caseNumber = caseOf(execution);
        var note = NOTE.take(execution).orElse(null);
        switch (ACTION.in(execution)) {
            case RETRY -> refunds.tryAgain(caseNumber, note);
            case PAID_BY_HAND -> {
                refunds.paidByHand(caseNumber, REFERENCE.find(execution).orElse(null), note);
                OUTCOME.set(execution, RefundOutcome.PAID);
            }
            case GIVE_UP -> {
                refunds.giveUp(caseNumber, note);
                OUTCOME.set(execution, RefundOutcome.ABANDONED);
                REFUND_NOTE.set(execution, note);
            }
        }
    }
}
