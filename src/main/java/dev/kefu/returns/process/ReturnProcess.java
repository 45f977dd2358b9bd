package dev.kefu.returns.process;

import static dev.kefu.refunds.RefundCall.AMOUNT;
import static dev.kefu.refunds.RefundCall.CAUSE;
import static dev.kefu.refunds.RefundCall.REFUND_NOTE;
import static dev.kefu.refunds.RefundCall.REFUND_OUTCOME;
import static dev.kefu.refunds.RefundCall.REQUESTED_BY;
import static dev.kefu.workflow.ProcessVariable.choice;
import static dev.kefu.workflow.ProcessVariable.display;
import static dev.kefu.workflow.ProcessVariable.flag;
import static dev.kefu.workflow.ProcessVariable.moment;
import static dev.kefu.workflow.ProcessVariable.rows;
import static dev.kefu.workflow.ProcessVariable.text;

import dev.kefu.returns.domain.CollectionStep;
import dev.kefu.returns.domain.LossSettlement;
import dev.kefu.returns.domain.NextStep;
import dev.kefu.returns.domain.Reason;
import dev.kefu.returns.domain.RepairResult;
import dev.kefu.returns.domain.RequestedLine;
import dev.kefu.returns.domain.Resolution;
import dev.kefu.returns.domain.ReturnRequest;
import dev.kefu.returns.domain.Returns;
import dev.kefu.returns.domain.ReviewDecision;
import dev.kefu.returns.domain.Settlement;
import dev.kefu.returns.domain.Whereabouts;
import dev.kefu.stock.Finding;
import dev.kefu.workflow.CaseProcess;
import dev.kefu.workflow.Groups;
import dev.kefu.workflow.ProcessVariable;
import java.time.Instant;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;

/**
 * The names that {@code product-return.bpmn} and the code share. What people chose stays in the engine's history; what the
 * case's own tables and timeline tell anyway stays out of it.
 */
@Component
class ReturnProcess extends CaseProcess {

    /** The goods are in the warehouse. */
    static final String PARCEL_ARRIVED = Returns.PARCEL_ARRIVED;
    /** A courier reported that it won't bring the goods, or took them back to the customer; the house tells it. */
    static final String PARCEL_FAILED = "return-parcel-failed";
    /** The stock-out case of the goods in exchange has ended; the house tells it. */
    static final String REPLACEMENT_SETTLED = "replacement-settled";
    /** What was reserved to be sent in exchange is not there; the house tells it. */
    static final String REPLACEMENT_LOST = "replacement-lost";

    static final ProcessVariable<List<RequestedLine>> LINES = rows("lines", RequestedLine.class)
            .keptOutOfHistory();
    static final ProcessVariable<Reason> REASON = choice("reason", Reason.class).keptOutOfHistory();
    static final ProcessVariable<Resolution> RESOLUTION = choice("resolution", Resolution.class)
            .keptOutOfHistory();
    static final ProcessVariable<String> REQUEST = display("request");
    static final ProcessVariable<String> GOODS = display("goods");
    static final ProcessVariable<String> VERDICT = display("verdict");
    static final ProcessVariable<String> REVIEWERS = text("reviewers").keptOutOfHistory();
    static final ProcessVariable<ReviewDecision> DECISION = choice("decision", ReviewDecision.class);
    /** What the reviewer wrote: what is missing, or why an exception should be made. */
    static final ProcessVariable<String> REVIEW_NOTE = display("reviewNote");
    static final ProcessVariable<String> EXCEPTION_GROUP = text("exceptionGroup").keptOutOfHistory();
    static final ProcessVariable<Boolean> GRANTED = flag("granted");
    static final ProcessVariable<Whereabouts> WHEREABOUTS = choice("whereabouts", Whereabouts.class).keptOutOfHistory();
    static final ProcessVariable<String> COURIER = text("courier", 64).keptOutOfHistory();
    static final ProcessVariable<String> TRACKING_NUMBER = text("trackingNumber", 64).keptOutOfHistory();
    static final ProcessVariable<Boolean> BY_CUSTOMER = flag("byCustomer").keptOutOfHistory();
    static final ProcessVariable<CollectionStep> COLLECTION = choice("collection", CollectionStep.class).keptOutOfHistory();
    /** Why the collection has to be arranged by hand though there is a courier's service. */
    static final ProcessVariable<String> COLLECTION_NOTE = display("collectionNote");
    /** Whether the courier reported the goods' arrival before the process waited for it. */
    static final ProcessVariable<Boolean> PARCEL_HERE = flag("parcelHere").keptOutOfHistory();
    /** Whether the courier reported that it won't bring the goods. */
    static final ProcessVariable<Boolean> IS_PARCEL_FAILED = flag("parcelFailed").keptOutOfHistory();
    /** What was lost, and by whom. */
    static final ProcessVariable<String> LOSS = display("loss");
    static final ProcessVariable<LossSettlement> LOSS_SETTLEMENT = choice("lossSettlement", LossSettlement.class);
    /** What the timers wait for; none when the time is up. */
    static final ProcessVariable<Instant> RETURN_DEADLINE = moment("returnDeadline").keptOutOfHistory();
    static final ProcessVariable<List<Finding>> FINDINGS = rows("findings", Finding.class).keptOutOfHistory();
    static final ProcessVariable<NextStep> NEXT_STEP = choice("nextStep", NextStep.class).keptOutOfHistory();
    static final ProcessVariable<String> DIFFERENCE = display("difference");
    /** The goods that the next task is about: to repair, to send instead, to send back. */
    static final ProcessVariable<String> UNITS = display("units");
    static final ProcessVariable<Settlement> SETTLEMENT = choice("settlement", Settlement.class);
    static final ProcessVariable<RepairResult> REPAIR = choice("repair", RepairResult.class);

    ReturnProcess() {
        super(Returns.KIND);
        startedBy(Groups.CUSTOMER_STAFF);
        watchedBy(Groups.LEADERS);
        alsoWorkedBy(List.of(Groups.RETURNS_SPECIALISTS, Groups.TEAM_LEADERS, Groups.SUPERVISORS, Groups.MARKETING_VP,
                Groups.GENERAL_OFFICE));
        startsWith().needs(ORDER_NUMBER, LINES, REASON, RESOLUTION).mayHave(NOTE);
        task("reviewReturn").needs(DECISION).mayHave(NOTE);
        task("completeRequest").needs(ORDER_NUMBER, LINES, REASON, RESOLUTION).mayHave(NOTE);
        task("grantException").needs(GRANTED).mayHave(NOTE);
        task("arrangeReturn").mayHave(COURIER, TRACKING_NUMBER, BY_CUSTOMER);
        task("settleLoss").needs(LOSS_SETTLEMENT).mayHave(NOTE);
        task("inspectGoods").needs(FINDINGS);
        task("settleDifference").needs(SETTLEMENT).mayHave(NOTE);
        task("repairGoods").needs(REPAIR).mayHave(NOTE);
        task("shipReplacement").needs(COURIER, TRACKING_NUMBER);
        task("shipBack").needs(COURIER, TRACKING_NUMBER);
        message("return-shipped", Groups.AGENTS, Groups.RETURNS_SPECIALISTS).needs(COURIER, TRACKING_NUMBER);
        message(PARCEL_ARRIVED, Groups.WAREHOUSE, Groups.RETURNS_SPECIALISTS);
        message("return-withdrawn", Groups.CUSTOMER_STAFF.toArray(String[]::new));
        toldByHouse(PARCEL_FAILED);
        toldByHouse(REPLACEMENT_SETTLED);
        toldByHouse(REPLACEMENT_LOST);
        keepsForItself(CASE_NUMBER, REQUEST, GOODS, VERDICT, REVIEWERS, REVIEW_NOTE, EXCEPTION_GROUP, WHEREABOUTS, COLLECTION,
                COLLECTION_NOTE, PARCEL_HERE, IS_PARCEL_FAILED, LOSS, RETURN_DEADLINE, NEXT_STEP, DIFFERENCE, UNITS, EARLIER_CASE, AMOUNT, CAUSE,
                REQUESTED_BY, REFUND_OUTCOME, REFUND_NOTE);
        speaksIn(REQUEST, GOODS, VERDICT, COLLECTION_NOTE, LOSS, DIFFERENCE, UNITS);
    }

    /** What the customer asks for, as it stands in the variables of start or correction; the note moves to the case. */
    static ReturnRequest requestIn(DelegateExecution execution) {
        return new ReturnRequest(ORDER_NUMBER.in(execution), LINES.in(execution), REASON.in(execution),
                RESOLUTION.in(execution), NOTE.take(execution).orElse(null));
    }

    /** The same the other way round: a request that nobody typed, for the forms that show it. */
    static void ask(DelegateExecution execution, ReturnRequest request) {
        ORDER_NUMBER.set(execution, request.orderNumber());
        LINES.set(execution, request.lines());
        REASON.set(execution, request.reason());
        RESOLUTION.set(execution, request.resolution());
        NOTE.set(execution, request.note());
    }

    /** Every variable that gateways, timers and candidates read is there from the start, whatever way a model goes. */
    static void readByTheModel(DelegateExecution execution) {
        for (var variable : List.of(DECISION, EXCEPTION_GROUP, GRANTED, WHEREABOUTS, COLLECTION, COLLECTION_NOTE, PARCEL_HERE,
                IS_PARCEL_FAILED, RETURN_DEADLINE, NEXT_STEP)) {
            variable.set(execution, null);
        }
    }

    /** Until when the process waits for the goods, and whether it need not, since they are here or won't come. */
    static void awaitParcel(DelegateExecution execution, Returns returns, @Nullable Instant deadline) {
        RETURN_DEADLINE.set(execution, deadline);
        PARCEL_HERE.set(execution, returns.isParcelHere(caseOf(execution)));
        var isFailed = returns.isWayBackFailed(caseOf(execution));
        IS_PARCEL_FAILED.set(execution, isFailed);
        if (isFailed) {
            LOSS.set(execution, returns.lossOf(caseOf(execution)));
        }
    }

    /** Takes the case's word for what comes next, and shows whoever does it what it is about. */
    static void goOn(DelegateExecution execution, Returns returns, NextStep next) {
        NEXT_STEP.set(execution, next);
        switch (next) {
            case SETTLE -> DIFFERENCE.set(execution, returns.differenceOf(caseOf(execution)));
            case REPAIR, REPLACE, SEND_BACK -> UNITS.set(execution, returns.unitsFor(caseOf(execution), next));
            case REFUND, AWAIT_GOODS, AWAIT_PARCEL, CLOSE -> { }
        }
    }
}
