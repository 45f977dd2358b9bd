package dev.kefu.refunds.process;

import static dev.kefu.workflow.ProcessVariable.choice;
import static dev.kefu.workflow.ProcessVariable.decimal;
import static dev.kefu.workflow.ProcessVariable.display;
import static dev.kefu.workflow.ProcessVariable.flag;
import static dev.kefu.workflow.ProcessVariable.freeText;
import static dev.kefu.workflow.ProcessVariable.text;

import dev.kefu.refunds.RefundCause;
import dev.kefu.shared.CaseNumber;
import dev.kefu.workflow.CaseProcess;
import dev.kefu.workflow.Groups;
import dev.kefu.workflow.ProcessVariable;
import java.math.BigDecimal;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** The names that {@code refund.bpmn} and the code share. Other processes call it; nobody starts it by hand. */
@Component
class RefundProcess extends CaseProcess {

    /** What finance decides about a payment that did not go through. */
    enum Action {
        RETRY, PAID_BY_HAND, GIVE_UP
    }

    /** How the refund ended, for the process that called it. */
    enum RefundOutcome {
        PAID, REFUSED, ABANDONED
    }

    static final ProcessVariable<String> CASE_NUMBER = text("caseNumber");
    static final ProcessVariable<String> ORDER_NUMBER = text("orderNumber");
    static final ProcessVariable<BigDecimal> AMOUNT = decimal("amount");
    static final ProcessVariable<String> CURRENCY = text("currency");
    static final ProcessVariable<RefundCause> CAUSE = choice("cause", RefundCause.class);
    static final ProcessVariable<String> REQUESTED_BY = text("requestedBy");
    static final ProcessVariable<String> ASKER_GRADE = text("askerGrade");
    static final ProcessVariable<String> APPROVER_GROUP = text("approverGroup");
    static final ProcessVariable<Boolean> APPROVED = flag("approved");
    static final ProcessVariable<Boolean> PAID = flag("paid");
    static final ProcessVariable<String> REFERENCE = text("reference");
    static final ProcessVariable<Action> ACTION = choice("action", Action.class);
    static final ProcessVariable<String> NOTE = freeText("note");
    static final ProcessVariable<RefundOutcome> OUTCOME = choice("refundOutcome", RefundOutcome.class);
    static final ProcessVariable<String> REFUND_NOTE = display("refundNote").keptOutOfHistory();
    static final String NOBODY = "NONE";

    RefundProcess() {
        super("refund");
        watchedBy(Groups.LEADERS);
        alsoWorkedBy(List.of(Groups.TEAM_LEADERS, Groups.MANAGERS, Groups.SUPERVISORS, Groups.MARKETING_VP,
                Groups.GENERAL_OFFICE));
        task("approveRefund").needs(APPROVED).mayHave(NOTE);
        task("confirmPayout").needs(PAID).mayHave(REFERENCE);
        task("resolvePayout").needs(ACTION).mayHave(NOTE, REFERENCE);
        keepsForItself(CASE_NUMBER, ORDER_NUMBER, AMOUNT, CURRENCY, CAUSE, REQUESTED_BY, ASKER_GRADE,
                APPROVER_GROUP, OUTCOME, REFUND_NOTE);
    }

    /** The case comes from the business key, never from a variable. */
    static CaseNumber caseOf(DelegateExecution execution) {
        return CaseNumber.of(execution.getProcessBusinessKey());
    }
}
