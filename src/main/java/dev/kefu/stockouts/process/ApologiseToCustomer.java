package dev.kefu.stockouts.process;

import static dev.kefu.stockouts.process.StockOutProcess.PROMISED_ON;
import static dev.kefu.workflow.CaseProcess.caseOf;

import dev.kefu.stockouts.domain.StockOuts;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Writes the apology, with a day where it is known (STK-1, STK-2). */
@Component
class ApologiseToCustomer implements JavaDelegate {

    private final StockOuts stockOuts;

    ApologiseToCustomer(StockOuts stockOuts) {
        this.stockOuts = stockOuts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        stockOuts.apologise(caseOf(execution));
        PROMISED_ON.set(execution, stockOuts.shown(caseOf(execution)).promisedOn());
    }
}
