package dev.kefu.returns.process;

import static dev.kefu.returns.process.ReturnProcess.NOTE;
import static dev.kefu.returns.process.ReturnProcess.SETTLEMENT;
import static dev.kefu.returns.process.ReturnProcess.caseOf;

import dev.kefu.returns.domain.Returns;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Notes what was agreed with the customer (RET-5). */
@Component
class RecordSettlement implements JavaDelegate {

    private final Returns returns;

    RecordSettlement(Returns returns) {
        this.returns = returns;
    }

    @Override
    public void execute(DelegateExecution execution) {
        returns.settle(caseOf(execution), SETTLEMENT.take(execution).orElseThrow(), NOTE.take(execution).orElse(null));
    }
}
