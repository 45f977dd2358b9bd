package dev.kefu.refunds.process;

import static dev.kefu.refunds.process.RefundProcess.APPROVER_GROUP;
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
        APPROVER_GROUP.set(execution, refunds.askForApproval(caseOf(execution), APPROVER_GROUP.in(execution)));
    }
}
