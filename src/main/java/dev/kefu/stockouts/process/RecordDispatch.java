package dev.kefu.stockouts.process;

import static dev.kefu.stockouts.process.StockOutProcess.COURIER;
import static dev.kefu.stockouts.process.StockOutProcess.TRACKING_NUMBER;
import static dev.kefu.workflow.CaseProcess.caseOf;

import dev.kefu.stockouts.domain.StockOuts;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Notes that the goods are on their way to the customer (STK-3). */
@Component
class RecordDispatch implements JavaDelegate {

    private final StockOuts stockOuts;

    RecordDispatch(StockOuts stockOuts) {
        this.stockOuts = stockOuts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        stockOuts.dispatch(caseOf(execution), COURIER.take(execution).orElseThrow(),
                TRACKING_NUMBER.take(execution).orElseThrow());
    }
}
