package dev.kefu.stockouts.process;

import static dev.kefu.stockouts.process.StockOutProcess.COUNTED;
import static dev.kefu.workflow.CaseProcess.caseOf;

import dev.kefu.stockouts.domain.StockOuts;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Corrects the books by what the warehouse found (STK-3). */
@Component
class RecordCount implements JavaDelegate {

    private final StockOuts stockOuts;

    RecordCount(StockOuts stockOuts) {
        this.stockOuts = stockOuts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        stockOuts.count(caseOf(execution), COUNTED.take(execution).orElseThrow());
    }
}
