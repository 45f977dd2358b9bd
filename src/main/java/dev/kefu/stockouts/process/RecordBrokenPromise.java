package dev.kefu.stockouts.process;

import static dev.kefu.stockouts.process.StockOutProcess.show;
import static dev.kefu.workflow.CaseProcess.caseOf;

import dev.kefu.stockouts.domain.StockOuts;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Tells the customer another day, as the promised one is over (STK-6). */
@Component
class RecordBrokenPromise implements JavaDelegate {

    private final StockOuts stockOuts;

    RecordBrokenPromise(StockOuts stockOuts) {
        this.stockOuts = stockOuts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var caseNumber = caseOf(execution);
        stockOuts.brokenPromise(caseNumber);
        show(execution, stockOuts, caseNumber);
    }
}
