package dev.kefu.stockouts.process;

import static dev.kefu.workflow.CaseProcess.caseOf;

import dev.kefu.stockouts.domain.StockOuts;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Notes how the refund ended, which our books say and no variable (STK-5). */
@Component
class RecordRepayment implements JavaDelegate {

    private final StockOuts stockOuts;

    RecordRepayment(StockOuts stockOuts) {
        this.stockOuts = stockOuts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        stockOuts.repaymentEnded(caseOf(execution));
    }
}
