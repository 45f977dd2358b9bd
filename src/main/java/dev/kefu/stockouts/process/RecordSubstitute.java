package dev.kefu.stockouts.process;

import static dev.kefu.stockouts.process.StockOutProcess.APPROVED;
import static dev.kefu.workflow.CaseProcess.NOTE;
import static dev.kefu.workflow.CaseProcess.caseOf;

import dev.kefu.stockouts.domain.StockOuts;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Notes what was decided about a dearer article (AUT-2). */
@Component
class RecordSubstitute implements JavaDelegate {

    private final StockOuts stockOuts;

    RecordSubstitute(StockOuts stockOuts) {
        this.stockOuts = stockOuts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        stockOuts.decideSubstitute(caseOf(execution), APPROVED.in(execution), NOTE.take(execution).orElse(null));
    }
}
