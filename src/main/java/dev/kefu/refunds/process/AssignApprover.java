package dev.kefu.refunds.process;

import static dev.kefu.refunds.process.RefundProcess.APPROVER_GROUP;
import static dev.kefu.refunds.process.RefundProcess.NOBODY;
import static dev.kefu.refunds.process.RefundProcess.caseOf;

import dev.kefu.refunds.Refunds;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Passes the question to the group that the table named, or to the next higher one (AUT-3, ORG-4). */
@Component
class AssignApprover implements JavaDelegate {

    private final Refunds refunds;

    AssignApprover(Refunds refunds) {
        this.refunds = refunds;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var group = APPROVER_GROUP.in(execution);
        if (group.equals(NOBODY)) {
            refunds.needsNoApproval(caseOf(execution));
        } else {
            APPROVER_GROUP.set(execution, refunds.askForApproval(caseOf(execution), group));
        }
    }
}
