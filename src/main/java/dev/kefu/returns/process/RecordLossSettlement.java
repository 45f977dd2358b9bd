package dev.kefu.returns.process;

import static dev.kefu.returns.process.ReturnProcess.LOSS_SETTLEMENT;
import static dev.kefu.returns.process.ReturnProcess.awaitParcel;
import static dev.kefu.workflow.CaseProcess.NOTE;
import static dev.kefu.workflow.CaseProcess.caseOf;

import dev.kefu.returns.domain.Returns;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Notes what the customer gets for goods that were lost on the way to us, or that they are waited for all the same (RET-8). */
@Component
class RecordLossSettlement implements JavaDelegate {

    private final Returns returns;

    RecordLossSettlement(Returns returns) {
        this.returns = returns;
    }

    @Override
    public void execute(DelegateExecution execution) {
        awaitParcel(execution, returns, returns.settleLoss(caseOf(execution), LOSS_SETTLEMENT.take(execution).orElseThrow(),
                NOTE.take(execution).orElse(null)).orElse(null));
    }
}
