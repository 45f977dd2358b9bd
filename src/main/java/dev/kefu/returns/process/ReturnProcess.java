package dev.kefu.returns.process;

import static dev.kefu.refunds.RefundCall.AMOUNT;
import static dev.kefu.refunds.RefundCall.CAUSE;
import static dev.kefu.refunds.RefundCall.REFUND_NOTE;
import static dev.kefu.refunds.RefundCall.REFUND_OUTCOME;
import static dev.kefu.refunds.RefundCall.REQUESTED_BY;
import static dev.kefu.workflow.ProcessVariable.choice;
import static dev.kefu.workflow.ProcessVariable.display;
import static dev.kefu.workflow.ProcessVariable.flag;
import static dev.kefu.workflow.ProcessVariable.rows;
import static dev.kefu.workflow.ProcessVariable.text;

import dev.kefu.returns.domain.Finding;
import dev.kefu.returns.domain.NextStep;
import dev.kefu.returns.domain.Reason;
import dev.kefu.returns.domain.RequestedLine;
import dev.kefu.returns.domain.Resolution;
import dev.kefu.returns.domain.ReturnRequest;
import dev.kefu.returns.domain.Returns;
import dev.kefu.returns.domain.ReviewDecision;
import dev.kefu.returns.domain.Settlement;
import dev.kefu.workflow.CaseProcess;
import dev.kefu.workflow.Groups;
import dev.kefu.workflow.ProcessVariable;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** The names that {@code product-return.bpmn} and the code share. */
@Component
class ReturnProcess extends CaseProcess {

    static final ProcessVariable<List<RequestedLine>> LINES = rows("lines", RequestedLine.class)
            .keptOutOfHistory();
    static final ProcessVariable<Reason> REASON = choice("reason", Reason.class);
    static final ProcessVariable<Resolution> RESOLUTION = choice("resolution", Resolution.class);
    static final ProcessVariable<String> REQUEST = display("request");
    static final ProcessVariable<String> GOODS = display("goods");
    static final ProcessVariable<String> VERDICT = display("verdict");
    static final ProcessVariable<String> REVIEWERS = text("reviewers").keptOutOfHistory();
    static final ProcessVariable<ReviewDecision> DECISION = choice("decision", ReviewDecision.class);
    static final ProcessVariable<String> COURIER = text("courier", 64);
    static final ProcessVariable<String> TRACKING_NUMBER = text("trackingNumber", 64);
    static final ProcessVariable<Boolean> BY_CUSTOMER = flag("byCustomer");
    static final ProcessVariable<List<Finding>> FINDINGS = rows("findings", Finding.class).keptOutOfHistory();
    static final ProcessVariable<Boolean> REFUND_OWED = flag("refundOwed");
    static final ProcessVariable<Settlement> SETTLEMENT = choice("settlement", Settlement.class);
    static final ProcessVariable<NextStep> NEXT_STEP = choice("nextStep", NextStep.class);
    static final ProcessVariable<String> MISSING = display("missing");

    ReturnProcess() {
        super(Returns.KIND);
        startedBy(Groups.CUSTOMER_STAFF);
        watchedBy(Groups.LEADERS);
        alsoWorkedBy(List.of(Groups.RETURNS_SPECIALISTS, Groups.TEAM_LEADERS));
        startsWith().needs(ORDER_NUMBER, LINES, REASON, RESOLUTION).mayHave(NOTE);
        task("reviewReturn").needs(DECISION).mayHave(NOTE);
        task("completeRequest").needs(ORDER_NUMBER, LINES, REASON, RESOLUTION).mayHave(NOTE);
        task("arrangeReturn").mayHave(COURIER, TRACKING_NUMBER, BY_CUSTOMER);
        task("inspectGoods").needs(FINDINGS);
        task("settleDifference").needs(SETTLEMENT).mayHave(NOTE);
        task("shipBack").needs(COURIER, TRACKING_NUMBER);
        message("return-parcel-arrived", Groups.WAREHOUSE, Groups.RETURNS_SPECIALISTS);
        keepsForItself(CASE_NUMBER, REQUEST, GOODS, VERDICT, REVIEWERS, REFUND_OWED, NEXT_STEP, AMOUNT, CAUSE,
                REQUESTED_BY, REFUND_OUTCOME, REFUND_NOTE, MISSING);
    }

    /** What the customer asks for, as it stands in the variables of start or correction; the note moves to the case. */
    static ReturnRequest requestIn(DelegateExecution execution) {
        return new ReturnRequest(ORDER_NUMBER.in(execution), LINES.in(execution), REASON.in(execution),
                RESOLUTION.in(execution), NOTE.take(execution).orElse(null));
    }
}
