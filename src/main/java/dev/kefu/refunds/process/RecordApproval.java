package dev.kefu.refunds.process;

import static dev.kefu.refunds.process.RefundProcess.APPROVED;
import static dev.kefu.refunds.process.RefundProcess.NOTE;
import static dev.kefu.refunds.process.RefundProcess.caseOf;
import static dev.kefu.refunds.process.RefundProcess.requireTrueAmount;

import dev.kefu.refunds.Refunds;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Notes that somebody other than the askers approved, or why not (AUT-3). */
@Component
class RecordApproval implements JavaDelegate {

    private final Refunds refunds;

    RecordApproval(Refunds refunds) {
        this.refunds = refunds;
    }

    @Override
    public void execute(DelegateExecution execution) {
        requireTrueAmount(execution, refunds);
        var note = NOTE.take(execution).orElse(null);
        if (APPROVED.in(execution)) {
            refunds.approve(caseOf(execution), note);
        } else {
            refunds.refuse(caseOf(execution), note);
        }
    }
}
