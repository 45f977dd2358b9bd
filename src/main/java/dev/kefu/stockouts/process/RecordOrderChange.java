package dev.kefu.stockouts.process;

import static dev.kefu.workflow.CaseProcess.caseOf;

import dev.kefu.stockouts.domain.StockOuts;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Notes what the shop has sent itself. */
@Component
class RecordOrderChange implements JavaDelegate {

    private final StockOuts stockOuts;

    RecordOrderChange(StockOuts stockOuts) {
        this.stockOuts = stockOuts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        stockOuts.orderChanged(caseOf(execution));
    }
}
