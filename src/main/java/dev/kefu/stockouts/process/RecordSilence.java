package dev.kefu.stockouts.process;

import static dev.kefu.workflow.CaseProcess.caseOf;

import dev.kefu.stockouts.domain.StockOuts;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Asks the table what silence means (STK-4). */
@Component
class RecordSilence implements JavaDelegate {

    private final StockOuts stockOuts;

    RecordSilence(StockOuts stockOuts) {
        this.stockOuts = stockOuts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        stockOuts.silence(caseOf(execution));
    }
}
