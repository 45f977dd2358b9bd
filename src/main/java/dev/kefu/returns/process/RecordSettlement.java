package dev.kefu.returns.process;

import static dev.kefu.returns.process.ReturnProcess.NEXT_STEP;
import static dev.kefu.returns.process.ReturnProcess.NOTE;
import static dev.kefu.returns.process.ReturnProcess.SETTLEMENT;
import static dev.kefu.returns.process.ReturnProcess.caseOf;

import dev.kefu.returns.domain.Returns;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Notes what was agreed with the customer and where that leads. */
@Component
class RecordSettlement implements JavaDelegate {

    private final Returns returns;

    RecordSettlement(Returns returns) {
        this.returns = returns;
    }

    @Override
    public void execute(DelegateExecution execution) {
        returns.refundEnded(caseOf(execution));
        returns.settle(caseOf(execution), SETTLEMENT.in(execution), NOTE.take(execution).orElse(null));
        NEXT_STEP.set(execution, returns.nextStep(caseOf(execution)));
    }
}
