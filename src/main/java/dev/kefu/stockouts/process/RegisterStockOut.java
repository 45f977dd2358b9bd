package dev.kefu.stockouts.process;

import static dev.kefu.stockouts.process.StockOutProcess.OPENED_CASE;
import static dev.kefu.stockouts.process.StockOutProcess.REPORT;
import static dev.kefu.stockouts.process.StockOutProcess.REVIEW_NEEDED;
import static dev.kefu.stockouts.process.StockOutProcess.requestIn;
import static dev.kefu.workflow.CaseProcess.CASE_NUMBER;
import static dev.kefu.workflow.CaseProcess.ORDER_NUMBER;

import dev.kefu.cases.ReportReview;
import dev.kefu.shared.CaseNumber;
import dev.kefu.stockouts.domain.StockOuts;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Opens the case and gives the process its number (STK-2); for goods that another case owes, takes up the one that was opened. */
@Component
class RegisterStockOut implements JavaDelegate {

    private final StockOuts stockOuts;
    private final ReportReview review;

    RegisterStockOut(StockOuts stockOuts, ReportReview review) {
        this.stockOuts = stockOuts;
        this.review = review;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var opened = OPENED_CASE.take(execution).map(CaseNumber::of);
        var caseNumber = opened.orElseGet(() -> stockOuts.register(requestIn(execution)));
        execution.setProcessBusinessKey(caseNumber.value());
        CASE_NUMBER.set(execution, caseNumber.value());
        ORDER_NUMBER.set(execution, stockOuts.orderOf(caseNumber));
        REPORT.set(execution, stockOuts.reportOf(caseNumber));
        REVIEW_NEEDED.set(execution, opened.isEmpty() && review.isNeeded());
        StockOutProcess.readByTheModel(execution);
    }
}
