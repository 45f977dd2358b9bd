package dev.kefu.stockouts.process;

import static dev.kefu.workflow.CaseProcess.caseOf;

import dev.kefu.stockouts.domain.StockOuts;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Closes the case; what was sent, replaced and paid back decides how. */
@Component
class CloseStockOut implements JavaDelegate {

    private final StockOuts stockOuts;

    CloseStockOut(StockOuts stockOuts) {
        this.stockOuts = stockOuts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        stockOuts.close(caseOf(execution));
    }
}
