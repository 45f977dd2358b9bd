package dev.kefu.returns.process;

import static dev.kefu.returns.process.ReturnProcess.RETURN_DEADLINE;
import static dev.kefu.returns.process.ReturnProcess.caseOf;
import static dev.kefu.returns.process.ReturnProcess.goOn;

import dev.kefu.returns.domain.NextStep;
import dev.kefu.returns.domain.Returns;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Notes that the customer has taken the request back (RET-8). */
@Component
class RecordWithdrawal implements JavaDelegate {

    private final Returns returns;

    RecordWithdrawal(Returns returns) {
        this.returns = returns;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var caseNumber = caseOf(execution);
        var next = returns.withdraw(caseNumber);
        if (next == NextStep.AWAIT_PARCEL) {
            RETURN_DEADLINE.set(execution, returns.deadlineOf(caseNumber));
        }
        goOn(execution, returns, next);
    }
}
