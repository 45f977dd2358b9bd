package dev.kefu.stockouts.process;

import static dev.kefu.stockouts.process.StockOutProcess.APPROVED;
import static dev.kefu.workflow.CaseProcess.NOTE;
import static dev.kefu.workflow.CaseProcess.caseOf;

import dev.kefu.stockouts.domain.StockOuts;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Notes what the team leader says about the report (ORG-1). */
@Component
class RecordReportReview implements JavaDelegate {

    private final StockOuts stockOuts;

    RecordReportReview(StockOuts stockOuts) {
        this.stockOuts = stockOuts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        stockOuts.review(caseOf(execution), APPROVED.in(execution), NOTE.take(execution).orElse(null));
    }
}
