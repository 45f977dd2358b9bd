package dev.kefu.returns.process;

import static dev.kefu.refunds.RefundCall.AMOUNT;
import static dev.kefu.refunds.RefundCall.CAUSE;
import static dev.kefu.refunds.RefundCall.REQUESTED_BY;
import static dev.kefu.returns.process.ReturnProcess.caseOf;

import dev.kefu.returns.domain.Returns;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Decides the amount; the variables only show it, the refund itself is on our books (AUT-3). */
@Component
class DecideRefund implements JavaDelegate {

    private final Returns returns;

    DecideRefund(Returns returns) {
        this.returns = returns;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var refund = returns.decideRefund(caseOf(execution));
        AMOUNT.set(execution, refund.amount().amount());
        CAUSE.set(execution, refund.cause());
        REQUESTED_BY.set(execution, refund.requestedBy());
    }
}
