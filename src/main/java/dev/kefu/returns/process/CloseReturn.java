package dev.kefu.returns.process;

import static dev.kefu.returns.process.ReturnProcess.caseOf;

import dev.kefu.returns.domain.Returns;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Closes the case; what was paid, sent, kept or never came decides how (RET-6, RET-7). */
@Component
class CloseReturn implements JavaDelegate {

    private final Returns returns;

    CloseReturn(Returns returns) {
        this.returns = returns;
    }

    @Override
    public void execute(DelegateExecution execution) {
        returns.close(caseOf(execution));
    }
}
