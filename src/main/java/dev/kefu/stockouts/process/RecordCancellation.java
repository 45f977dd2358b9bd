package dev.kefu.stockouts.process;

import static dev.kefu.stockouts.process.StockOutProcess.APPROVED;
import static dev.kefu.workflow.CaseProcess.NOTE;
import static dev.kefu.workflow.CaseProcess.caseOf;

import dev.kefu.stockouts.domain.StockOuts;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Notes whether the money goes back; with a yes the goods are free for others (STK-5). */
@Component
class RecordCancellation implements JavaDelegate {

    private final StockOuts stockOuts;

    RecordCancellation(StockOuts stockOuts) {
        this.stockOuts = stockOuts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        stockOuts.decideCancellation(caseOf(execution), APPROVED.in(execution), NOTE.take(execution).orElse(null));
    }
}
