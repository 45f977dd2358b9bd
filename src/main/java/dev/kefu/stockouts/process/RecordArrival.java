package dev.kefu.stockouts.process;

import static dev.kefu.workflow.CaseProcess.caseOf;

import dev.kefu.stockouts.domain.StockOuts;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Notes that all that the case waits for is here (STK-6), or was counted for another case (STK-3). */
@Component
class RecordArrival implements JavaDelegate {

    private final StockOuts stockOuts;

    RecordArrival(StockOuts stockOuts) {
        this.stockOuts = stockOuts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        stockOuts.goodsArrived(caseOf(execution));
    }
}
