package dev.kefu.parcels.process;

import static dev.kefu.refunds.RefundCall.AMOUNT;
import static dev.kefu.refunds.RefundCall.REFUND_NOTE;
import static dev.kefu.refunds.RefundCall.REFUND_OUTCOME;
import static dev.kefu.refunds.RefundCall.REQUESTED_BY;
import static dev.kefu.workflow.ProcessVariable.choice;
import static dev.kefu.workflow.ProcessVariable.decimal;
import static dev.kefu.workflow.ProcessVariable.display;
import static dev.kefu.workflow.ProcessVariable.fields;
import static dev.kefu.workflow.ProcessVariable.flag;
import static dev.kefu.workflow.ProcessVariable.moment;
import static dev.kefu.workflow.ProcessVariable.rows;
import static dev.kefu.workflow.ProcessVariable.text;

import dev.kefu.parcels.domain.Agreement;
import dev.kefu.parcels.domain.ChaseAnswer;
import dev.kefu.parcels.domain.ClaimResult;
import dev.kefu.parcels.domain.CustomerAnswer;
import dev.kefu.parcels.domain.NewAddress;
import dev.kefu.parcels.domain.ParcelCause;
import dev.kefu.parcels.domain.ParcelDecision;
import dev.kefu.parcels.domain.ParcelStep;
import dev.kefu.parcels.domain.ReportedParcel;
import dev.kefu.parcels.domain.Shown;
import dev.kefu.parcels.domain.UndeliverableParcels;
import dev.kefu.refunds.RefundCause;
import dev.kefu.shared.CaseNumber;
import dev.kefu.stock.Finding;
import dev.kefu.workflow.CaseProcess;
import dev.kefu.workflow.Groups;
import dev.kefu.workflow.ProcessVariable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/**
 * The names that {@code undeliverable-parcel.bpmn} and the code share. What people chose stays in the engine's history; what
 * the case's own tables and timeline tell anyway stays out of it.
 */
@Component
class ParcelProcess extends CaseProcess {

    /** The parcel lies in the warehouse; also after the case has ended. */
    static final String CAME_BACK = UndeliverableParcels.CAME_BACK;
    /** What a courier reports changes what comes next. */
    static final String MOVED = "parcel-moved";
    /** The stock-out that the case waits for has ended. */
    static final String STOCK_OUT_CLOSED = "stock-out-closed";
    /** What the courier is to make good was found. */
    static final String GOODS_TURNED_UP = "goods-turned-up";

    static final ProcessVariable<String> TRACKING_NUMBER = text("trackingNumber", 64).keptOutOfHistory();
    static final ProcessVariable<String> COURIER = text("courier", 64).keptOutOfHistory();
    static final ProcessVariable<ParcelCause> CAUSE = choice("cause", ParcelCause.class);
    /** What the house itself starts with: a parcel of which a courier reported something. */
    static final ProcessVariable<String> PARCEL = text("parcel", 20).keptOutOfHistory();
    static final ProcessVariable<String> GOODS = display("goods");
    /** What was reported, as the form of the inspection shows it. */
    static final ProcessVariable<String> REQUEST = display("request");
    /** The same with the goods, as the form of the review shows it. */
    static final ProcessVariable<String> REPORT = display("report");
    static final ProcessVariable<String> SITUATION = display("situation");
    static final ProcessVariable<String> QUOTES = display("quotes");
    static final ProcessVariable<String> SURCHARGE = display("surcharge");
    static final ProcessVariable<Beginning> BEGINS = choice("begins", Beginning.class).keptOutOfHistory();
    static final ProcessVariable<Boolean> APPROVED = flag("approved");
    static final ProcessVariable<ParcelStep> STEP = choice("step", ParcelStep.class).keptOutOfHistory();
    static final ProcessVariable<Boolean> CLAIM_DUE = flag("claimDue").keptOutOfHistory();
    static final ProcessVariable<ChaseAnswer> FOUND = choice("found", ChaseAnswer.class);
    static final ProcessVariable<String> CHASERS = text("chasers").keptOutOfHistory();
    static final ProcessVariable<Instant> NEXT_CHASE = moment("nextChase").keptOutOfHistory();
    static final ProcessVariable<Instant> NEXT_REMINDER = moment("nextReminder").keptOutOfHistory();
    static final ProcessVariable<Boolean> REMIND_AGAIN = flag("remindAgain").keptOutOfHistory();
    static final ProcessVariable<Instant> CHASE_ESCALATES = moment("chaseEscalates").keptOutOfHistory();
    static final ProcessVariable<CustomerAnswer> ANSWER = choice("answer", CustomerAnswer.class);
    static final ProcessVariable<NewAddress> ADDRESS = fields("address", NewAddress.class).keptOutOfHistory();
    static final ProcessVariable<Agreement> AGREEMENT = choice("agreement", Agreement.class).keptOutOfHistory();
    static final ProcessVariable<Instant> NEXT_TRY = moment("nextTry").keptOutOfHistory();
    static final ProcessVariable<Instant> HOLD_UNTIL = moment("holdUntil").keptOutOfHistory();
    static final ProcessVariable<Boolean> SURCHARGE_PAID = flag("surchargePaid");
    static final ProcessVariable<ParcelDecision> DECISION = choice("decision", ParcelDecision.class);
    static final ProcessVariable<List<Finding>> FINDINGS = rows("findings", Finding.class).keptOutOfHistory();
    static final ProcessVariable<RefundCause> REFUND_CAUSE = choice("refundCause", RefundCause.class).keptOutOfHistory();
    static final ProcessVariable<Instant> DELIVERY_DUE = moment("deliveryDue").keptOutOfHistory();
    static final ProcessVariable<ClaimResult> CLAIM = choice("claim", ClaimResult.class);
    static final ProcessVariable<BigDecimal> CLAIM_AMOUNT = decimal("claimAmount").keptOutOfHistory();

    private static final String AGENTS_AND_CONSULTANTS = Groups.AGENTS + "," + Groups.CONSULTANTS;

    /** What a case begins with. */
    enum Beginning {
        /** A junior agent reports it: a team leader looks at it first. */
        TO_REVIEW,
        TO_DEAL_WITH,
        /** The parcel of a case that had ended is here. */
        CAME_HOME
    }

    ParcelProcess() {
        super(UndeliverableParcels.KIND);
        startedBy(Groups.CUSTOMER_STAFF);
        watchedBy(Groups.LEADERS);
        alsoWorkedBy(List.of(Groups.AGENTS, Groups.CONSULTANTS, Groups.TEAM_LEADERS));
        startsWith().needs(TRACKING_NUMBER, CAUSE).mayHave(COURIER, NOTE);
        task("reviewReport").needs(APPROVED).mayHave(NOTE);
        task("chaseCourier").needs(FOUND, NOTE);
        task("agreeReshipment").needs(ANSWER).mayHave(COURIER, ADDRESS, NOTE);
        task("collectSurcharge").needs(SURCHARGE_PAID);
        task("reshipParcel").needs(COURIER, TRACKING_NUMBER);
        task("decideParcel").needs(DECISION);
        task("inspectGoods").needs(FINDINGS);
        task("claimFromCourier").needs(CLAIM).mayHave(CLAIM_AMOUNT);
        message(CAME_BACK, Groups.WAREHOUSE, Groups.AGENTS, Groups.CONSULTANTS, Groups.RETURNS_SPECIALISTS).mayHave(TRACKING_NUMBER);
        message("address-corrected", Groups.CUSTOMER_STAFF.toArray(String[]::new)).needs(ADDRESS);
        message("customer-replied", Stream.concat(Groups.CUSTOMER_STAFF.stream(), Stream.of(Groups.INTEGRATIONS)).toArray(String[]::new))
                .needs(ANSWER).mayHave(NOTE);
        toldByHouse(MOVED);
        toldByHouse(STOCK_OUT_CLOSED);
        toldByHouse(GOODS_TURNED_UP);
        keepsForItself(CASE_NUMBER, ORDER_NUMBER, PARCEL, EARLIER_CASE, GOODS, REQUEST, SITUATION, QUOTES, SURCHARGE, REPORT, BEGINS, STEP,
                CLAIM_DUE, CHASERS, NEXT_CHASE, NEXT_REMINDER, REMIND_AGAIN, CHASE_ESCALATES, AGREEMENT, NEXT_TRY, HOLD_UNTIL,
                DELIVERY_DUE, AMOUNT, REFUND_CAUSE, REQUESTED_BY, REFUND_OUTCOME, REFUND_NOTE);
        speaksIn(GOODS, REQUEST, REPORT, SITUATION, QUOTES, SURCHARGE);
    }

    /** Opens the case that the start is about, and says what that begins with. */
    static CaseNumber register(DelegateExecution execution, UndeliverableParcels parcels, boolean isReviewNeeded) {
        var earlier = EARLIER_CASE.take(execution).map(CaseNumber::of);
        var reported = PARCEL.take(execution).map(Long::parseLong);
        var number = TRACKING_NUMBER.take(execution);
        var note = NOTE.take(execution).orElse(null);
        BEGINS.set(execution, earlier.isPresent() ? Beginning.CAME_HOME
                : reported.isEmpty() && isReviewNeeded ? Beginning.TO_REVIEW : Beginning.TO_DEAL_WITH);
        CLAIM_DUE.set(execution, false);
        readByTheModel(execution);
        if (earlier.isPresent()) {
            return reported.isPresent() ? parcels.registerHome(earlier.get(), reported.get())
                    : parcels.registerHome(earlier.get(), number.orElse(null));
        }
        return reported.isPresent() ? parcels.registerReported(reported.get(), CAUSE.in(execution))
                : parcels.register(new ReportedParcel(number.orElseThrow(), COURIER.take(execution).orElse(null),
                        CAUSE.in(execution), note));
    }

    /** Every variable that gateways, timers and candidates read is there from the start, whatever way a model goes. */
    private static void readByTheModel(DelegateExecution execution) {
        CHASERS.set(execution, AGENTS_AND_CONSULTANTS);
        for (var variable : List.of(STEP, AGREEMENT, SURCHARGE_PAID, NEXT_CHASE, NEXT_REMINDER, REMIND_AGAIN, CHASE_ESCALATES,
                NEXT_TRY, HOLD_UNTIL, DELIVERY_DUE)) {
            variable.set(execution, null);
        }
    }

    /** What the case is about, for whoever looks at it first. */
    static void introduce(DelegateExecution execution, CaseNumber caseNumber, Shown shown) {
        CASE_NUMBER.set(execution, caseNumber.value());
        ORDER_NUMBER.set(execution, shown.orderNumber());
        GOODS.set(execution, shown.goods());
        REQUEST.set(execution, shown.report());
        REPORT.set(execution, shown.report() + " " + shown.goods());
    }

    /** Takes the case's word for what comes next, and shows whoever does it what it is about. */
    static void goOn(DelegateExecution execution, UndeliverableParcels.Next next) {
        STEP.set(execution, next.step());
        CLAIM_DUE.set(execution, next.claimDue());
        show(execution, next.shown());
    }

    /** What forms show, and timers wait for. */
    static void show(DelegateExecution execution, Shown shown) {
        GOODS.set(execution, shown.goods());
        SITUATION.set(execution, shown.situation());
        QUOTES.set(execution, shown.quotes());
        SURCHARGE.set(execution, shown.surcharge());
        CHASERS.set(execution, shown.byLeaders() ? Groups.TEAM_LEADERS : AGENTS_AND_CONSULTANTS);
        NEXT_CHASE.set(execution, shown.nextChase());
        NEXT_REMINDER.set(execution, shown.nextReminder());
        CHASE_ESCALATES.set(execution, shown.chaseEscalates());
        HOLD_UNTIL.set(execution, shown.holdUntil());
        NEXT_TRY.set(execution, shown.nextTry());
        DELIVERY_DUE.set(execution, shown.deliveryDue());
    }

    /** What the answer leads to at once, and when it is tried again if there was none. */
    static void agreed(DelegateExecution execution, Agreement agreement, Shown shown) {
        AGREEMENT.set(execution, agreement);
        SURCHARGE_PAID.set(execution, null);
        show(execution, shown);
    }
}
