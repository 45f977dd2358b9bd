package dev.kefu.returns.process;

import static dev.kefu.returns.process.ReturnProcess.caseOf;

import dev.kefu.returns.domain.Returns;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Notes how the refund ended, which our books say and no variable (RET-5). */
@Component
class RecordRefund implements JavaDelegate {

    private final Returns returns;

    RecordRefund(Returns returns) {
        this.returns = returns;
    }

    @Override
    public void execute(DelegateExecution execution) {
        returns.refundEnded(caseOf(execution));
    }
}
