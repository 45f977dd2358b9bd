package dev.kefu.refunds.process;

import static dev.kefu.refunds.RefundCall.AMOUNT;
import static dev.kefu.refunds.RefundCall.CAUSE;
import static dev.kefu.refunds.RefundCall.REFUND_NOTE;
import static dev.kefu.refunds.RefundCall.REFUND_OUTCOME;
import static dev.kefu.refunds.RefundCall.REQUESTED_BY;
import static dev.kefu.refunds.RefundWarnings.WARNING;
import static dev.kefu.workflow.ProcessVariable.choice;
import static dev.kefu.workflow.ProcessVariable.display;
import static dev.kefu.workflow.ProcessVariable.flag;
import static dev.kefu.workflow.ProcessVariable.text;

import dev.kefu.refunds.PayoutReports;
import dev.kefu.refunds.PayoutStanding;
import dev.kefu.refunds.PayoutStep;
import dev.kefu.refunds.RefundOutcome;
import dev.kefu.refunds.RefundView;
import dev.kefu.refunds.Refunds;
import dev.kefu.shared.NotFound;
import dev.kefu.shared.RuleViolation;
import dev.kefu.workflow.CaseProcess;
import dev.kefu.workflow.Groups;
import dev.kefu.workflow.ProcessVariable;
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

    static final ProcessVariable<String> CURRENCY = text("currency").keptOutOfHistory();
    static final ProcessVariable<String> ASKER_GRADE = text("askerGrade").keptOutOfHistory();
    static final ProcessVariable<String> APPROVER_GROUP = text("approverGroup");
    static final ProcessVariable<Boolean> APPROVED = flag("approved");
    static final ProcessVariable<Boolean> PAID = flag("paid");
    static final ProcessVariable<String> REFERENCE = text("reference");
    /** Where the payment stands; the gateways choose by it. */
    static final ProcessVariable<PayoutStep> PAYOUT_STEP = choice("payoutStep", PayoutStep.class).keptOutOfHistory();
    /** What finance reads about an order to the payment service. */
    static final ProcessVariable<String> PAYOUT_NOTE = display("payoutNote");
    /** When finance is asked because the payment service was silent, as an ISO instant. */
    static final ProcessVariable<String> PAYOUT_SILENT_AT = text("payoutSilentAt").keptOutOfHistory();
    static final ProcessVariable<Action> ACTION = choice("action", Action.class);

    RefundProcess() {
        super(Refunds.PROCESS);
        watchedBy(Groups.LEADERS);
        alsoWorkedBy(List.of(Groups.TEAM_LEADERS, Groups.MANAGERS, Groups.SUPERVISORS, Groups.MARKETING_VP,
                Groups.GENERAL_OFFICE));
        task("approveRefund").needs(APPROVED).mayHave(NOTE);
        task("confirmPayout").needs(PAID).mayHave(REFERENCE);
        task("resolvePayout").needs(ACTION).mayHave(NOTE, REFERENCE);
        keepsForItself(CASE_NUMBER, ORDER_NUMBER, AMOUNT, CURRENCY, CAUSE, REQUESTED_BY, ASKER_GRADE,
                APPROVER_GROUP, REFUND_OUTCOME, REFUND_NOTE, PAYOUT_STEP, PAYOUT_NOTE, PAYOUT_SILENT_AT, WARNING);
        toldByHouse(PayoutReports.REPORTED);
        speaksIn(PAYOUT_NOTE, WARNING);
    }

    /** Tells the gateways, the timer and finance how the payment stands. */
    static void goOn(DelegateExecution execution, PayoutStanding standing) {
        PAYOUT_STEP.set(execution, standing.step());
        if (standing.note() == null) {
            PAYOUT_NOTE.clear(execution);
        } else {
            PAYOUT_NOTE.set(execution, standing.note());
        }
        if (standing.silentAt() != null) {
            PAYOUT_SILENT_AT.set(execution, standing.silentAt().toString());
        }
        if (standing.step() == PayoutStep.PAID) {
            REFUND_OUTCOME.set(execution, RefundOutcome.PAID);
        }
    }

    /**
     * Nobody decides about an amount, or says that they paid it, who was shown another than the one on our books.
     *
     * @throws RuleViolation if the variables were changed by hand (AUT-3)
     */
    static void requireTrueAmount(DelegateExecution execution, Refunds refunds) {
        var amount = refunds.latestOf(caseOf(execution)).map(RefundView::amount)
                .orElseThrow(() -> new NotFound("Case " + caseOf(execution) + " has decided no refund."));
        var isTrue = AMOUNT.find(execution).filter(shown -> shown.compareTo(amount.amount()) == 0).isPresent()
                && CURRENCY.find(execution).filter(amount.currency().getCurrencyCode()::equals).isPresent();
        if (!isTrue) {
            throw new RuleViolation("amount", "AUT-3", "The amount that this task shows was changed by hand; the refund is "
                    + amount + ". An administrator must set it right first.");
        }
    }
}
