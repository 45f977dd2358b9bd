package dev.kefu.stockouts.process;

import static dev.kefu.stockouts.process.StockOutProcess.ANSWER;
import static dev.kefu.stockouts.process.StockOutProcess.APPROVED;
import static dev.kefu.stockouts.process.StockOutProcess.COUNTED;
import static dev.kefu.stockouts.process.StockOutProcess.goOn;
import static dev.kefu.workflow.CaseProcess.caseOf;

import dev.kefu.stockouts.domain.StockOuts;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Asks the case what comes next, and shows it to whoever does it (STK-3, STK-4, STK-6). */
@Component
class PlanDispatch implements JavaDelegate {

    private final StockOuts stockOuts;

    PlanDispatch(StockOuts stockOuts) {
        this.stockOuts = stockOuts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var caseNumber = caseOf(execution);
        APPROVED.set(execution, null);
        ANSWER.clear(execution);
        COUNTED.clear(execution);
        goOn(execution, stockOuts, caseNumber, stockOuts.next(caseNumber));
    }
}
