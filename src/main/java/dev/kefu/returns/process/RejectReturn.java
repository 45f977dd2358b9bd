package dev.kefu.returns.process;

import static dev.kefu.returns.process.ReturnProcess.NEXT_STEP;
import static dev.kefu.returns.process.ReturnProcess.caseOf;

import dev.kefu.returns.domain.Returns;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Turns the request down with the reason that the review gave (RET-2). */
@Component
class RejectReturn implements JavaDelegate {

    private final Returns returns;

    RejectReturn(Returns returns) {
        this.returns = returns;
    }

    @Override
    public void execute(DelegateExecution execution) {
        NEXT_STEP.set(execution, returns.reject(caseOf(execution)));
    }
}
