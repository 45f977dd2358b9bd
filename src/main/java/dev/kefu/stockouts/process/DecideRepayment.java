package dev.kefu.stockouts.process;

import static dev.kefu.refunds.RefundCall.AMOUNT;
import static dev.kefu.refunds.RefundCall.REQUESTED_BY;
import static dev.kefu.workflow.CaseProcess.caseOf;

import dev.kefu.stockouts.domain.StockOuts;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Decides the amount; the variables only show it, the refund itself is on our books (AUT-3). */
@Component
class DecideRepayment implements JavaDelegate {

    private final StockOuts stockOuts;

    DecideRepayment(StockOuts stockOuts) {
        this.stockOuts = stockOuts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var refund = stockOuts.decideRepayment(caseOf(execution));
        AMOUNT.set(execution, refund.amount().amount());
        REQUESTED_BY.set(execution, refund.requestedBy());
    }
}
