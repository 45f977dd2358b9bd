package dev.kefu.refunds.process;

import static dev.kefu.refunds.RefundCall.AMOUNT;
import static dev.kefu.refunds.RefundCall.CAUSE;
import static dev.kefu.refunds.RefundCall.REQUESTED_BY;
import static dev.kefu.refunds.process.RefundProcess.ASKER_GRADE;
import static dev.kefu.refunds.process.RefundProcess.CASE_NUMBER;
import static dev.kefu.refunds.process.RefundProcess.CURRENCY;
import static dev.kefu.refunds.process.RefundProcess.ORDER_NUMBER;
import static dev.kefu.refunds.process.RefundProcess.caseOf;

import dev.kefu.refunds.Refunds;
import dev.kefu.shared.Forbidden;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Takes the decided refund from our books and shows it to the tables and people of the process. */
@Component
class OpenRefund implements JavaDelegate {

    private final Refunds refunds;

    OpenRefund(Refunds refunds) {
        this.refunds = refunds;
    }

    @Override
    public void execute(DelegateExecution execution) {
        if (execution.getProcessInstance().getSuperExecution() == null) {
            throw new Forbidden("Nobody starts a refund by hand; the process of a case calls it.");
        }
        var caseNumber = caseOf(execution);
        var refund = refunds.begin(caseNumber);
        CASE_NUMBER.set(execution, caseNumber.value());
        ORDER_NUMBER.set(execution, refund.orderNumber());
        AMOUNT.set(execution, refund.amount().amount());
        CURRENCY.set(execution, refund.amount().currency().getCurrencyCode());
        CAUSE.set(execution, refund.cause());
        REQUESTED_BY.set(execution, refund.requestedBy());
        ASKER_GRADE.set(execution, refunds.gradeOfAsker(caseNumber));
    }
}
