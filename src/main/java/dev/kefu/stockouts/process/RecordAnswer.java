package dev.kefu.stockouts.process;

import static dev.kefu.stockouts.process.StockOutProcess.ANSWER;
import static dev.kefu.stockouts.process.StockOutProcess.SUBSTITUTE_SKU;
import static dev.kefu.workflow.CaseProcess.caseOf;

import dev.kefu.stockouts.domain.StockOuts;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Notes what the customer answered (STK-5, STK-6). */
@Component
class RecordAnswer implements JavaDelegate {

    private final StockOuts stockOuts;

    RecordAnswer(StockOuts stockOuts) {
        this.stockOuts = stockOuts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        stockOuts.answer(caseOf(execution), ANSWER.in(execution), SUBSTITUTE_SKU.take(execution).orElse(null));
    }
}
