package dev.kefu.returns.process;

import static dev.kefu.returns.process.ReturnProcess.awaitParcel;
import static dev.kefu.returns.process.ReturnProcess.caseOf;

import dev.kefu.returns.domain.Returns;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Reminds the customer of the goods or, without a further deadline, says that the time is up (RET-8). */
@Component
class CheckDeadline implements JavaDelegate {

    private final Returns returns;

    CheckDeadline(Returns returns) {
        this.returns = returns;
    }

    @Override
    public void execute(DelegateExecution execution) {
        awaitParcel(execution, returns, returns.deadlineReached(caseOf(execution)).orElse(null));
    }
}
