package dev.kefu.stockouts.process;

import static dev.kefu.workflow.CaseProcess.caseOf;

import dev.kefu.stockouts.domain.StockOuts;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Notes that what lay ready is not there by a later count. */
@Component
class RecordLoss implements JavaDelegate {

    private final StockOuts stockOuts;

    RecordLoss(StockOuts stockOuts) {
        this.stockOuts = stockOuts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        stockOuts.goodsLost(caseOf(execution));
    }
}
