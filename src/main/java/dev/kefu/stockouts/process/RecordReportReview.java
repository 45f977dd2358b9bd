package dev.kefu.stockouts.process;

import static dev.kefu.stockouts.process.StockOutProcess.APPROVED;
import static dev.kefu.workflow.CaseProcess.NOTE;
import static dev.kefu.workflow.CaseProcess.caseOf;

import dev.kefu.cases.ReportReview;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Notes what the team leader says about the report (ORG-1). */
@Component
class RecordReportReview implements JavaDelegate {

    private final ReportReview review;

    RecordReportReview(ReportReview review) {
        this.review = review;
    }

    @Override
    public void execute(DelegateExecution execution) {
        review.record(caseOf(execution), APPROVED.in(execution), NOTE.take(execution).orElse(null));
    }
}
