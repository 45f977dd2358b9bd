package dev.kefu.returns.process;

import static dev.kefu.returns.process.ReturnProcess.caseOf;

import dev.kefu.returns.domain.Returns;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Closes a return of which nothing was accepted and nothing goes back. */
@Component
class RejectAfterInspection implements JavaDelegate {

    private final Returns returns;

    RejectAfterInspection(Returns returns) {
        this.returns = returns;
    }

    @Override
    public void execute(DelegateExecution execution) {
        returns.close(caseOf(execution));
    }
}
