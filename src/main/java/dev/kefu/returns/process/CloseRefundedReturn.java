package dev.kefu.returns.process;

import static dev.kefu.returns.process.ReturnProcess.caseOf;

import dev.kefu.returns.domain.Returns;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Closes the case once the money is paid (RET-5). */
@Component
class CloseRefundedReturn implements JavaDelegate {

    private final Returns returns;

    CloseRefundedReturn(Returns returns) {
        this.returns = returns;
    }

    @Override
    public void execute(DelegateExecution execution) {
        returns.refundEnded(caseOf(execution));
        returns.close(caseOf(execution));
    }
}
