package dev.kefu.stockouts.process;

import static dev.kefu.refunds.RefundCall.AMOUNT;
import static dev.kefu.refunds.RefundCall.REFUND_NOTE;
import static dev.kefu.refunds.RefundCall.REFUND_OUTCOME;
import static dev.kefu.refunds.RefundCall.REQUESTED_BY;
import static dev.kefu.workflow.ProcessVariable.choice;
import static dev.kefu.workflow.ProcessVariable.date;
import static dev.kefu.workflow.ProcessVariable.display;
import static dev.kefu.workflow.ProcessVariable.flag;
import static dev.kefu.workflow.ProcessVariable.moment;
import static dev.kefu.workflow.ProcessVariable.rows;
import static dev.kefu.workflow.ProcessVariable.text;

import dev.kefu.shared.CaseNumber;
import dev.kefu.stockouts.domain.Answer;
import dev.kefu.stockouts.domain.AskedUnits;
import dev.kefu.stockouts.domain.CountedStock;
import dev.kefu.stockouts.domain.NextMove;
import dev.kefu.stockouts.domain.Shown;
import dev.kefu.stockouts.domain.StockOutCause;
import dev.kefu.stockouts.domain.StockOutRequest;
import dev.kefu.stockouts.domain.StockOuts;
import dev.kefu.workflow.CaseProcess;
import dev.kefu.workflow.Groups;
import dev.kefu.workflow.ProcessVariable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** The names that {@code stock-out.bpmn} and the code share. */
@Component
class StockOutProcess extends CaseProcess {

    /** All that a case waits for is reserved for it, or nobody has to count for it any more. */
    static final String GOODS_ARRIVED = "goods-arrived";
    /** What lay ready to be sent is not there. */
    static final String GOODS_LOST = "goods-lost";
    /** The shop has sent something itself. */
    static final String ORDER_CHANGED = "order-changed";

    static final ProcessVariable<List<AskedUnits>> LINES = rows("lines", AskedUnits.class).keptOutOfHistory();
    static final ProcessVariable<StockOutCause> CAUSE = choice("cause", StockOutCause.class).keptOutOfHistory();
    /** A case that was opened before its process began; only the house starts with it. */
    static final ProcessVariable<String> OPENED_CASE = text(StockOuts.OPENED_CASE).keptOutOfHistory();
    static final ProcessVariable<Boolean> REVIEW_NEEDED = flag("reviewNeeded").keptOutOfHistory();
    static final ProcessVariable<String> REPORT = display("report");
    static final ProcessVariable<Boolean> APPROVED = flag("approved");
    static final ProcessVariable<NextMove> NEXT_MOVE = choice("nextMove", NextMove.class).keptOutOfHistory();
    static final ProcessVariable<String> GOODS = display("goods");
    static final ProcessVariable<String> UNITS = display("units");
    static final ProcessVariable<String> SITUATION = display("situation");
    /** The day on which the goods should leave; none if nobody knows one. */
    static final ProcessVariable<LocalDate> PROMISED_ON = date("promisedOn");
    static final ProcessVariable<Instant> PROMISE_ENDS = moment("promiseEnds").keptOutOfHistory();
    static final ProcessVariable<Instant> DISPATCH_BY = moment("dispatchBy").keptOutOfHistory();
    static final ProcessVariable<Instant> SILENCE_AT = moment("silenceAt").keptOutOfHistory();
    static final ProcessVariable<Instant> ASK_AGAIN_AT = moment("askAgainAt").keptOutOfHistory();
    /** What is to be counted, as the form shows it, until the warehouse has said how much there is. */
    static final ProcessVariable<List<CountedStock>> COUNTED = rows("counted", CountedStock.class).keptOutOfHistory();
    static final ProcessVariable<String> COURIER = text("courier", 64).keptOutOfHistory();
    static final ProcessVariable<String> TRACKING_NUMBER = text("trackingNumber", 64).keptOutOfHistory();
    static final ProcessVariable<Answer> ANSWER = choice("answer", Answer.class);
    static final ProcessVariable<String> SUBSTITUTE_SKU = text("substituteSku", 64).keptOutOfHistory();
    static final ProcessVariable<String> SUBSTITUTE_GROUP = text("substituteGroup").keptOutOfHistory();
    static final ProcessVariable<String> CANCELLATION_GROUP = text("cancellationGroup").keptOutOfHistory();

    StockOutProcess() {
        super(StockOuts.KIND);
        startedBy(Groups.CUSTOMER_STAFF);
        startedBy(List.of(Groups.WAREHOUSE));
        watchedBy(Groups.LEADERS);
        alsoWorkedBy(List.of(Groups.MANAGERS, Groups.SUPERVISORS, Groups.MARKETING_VP, Groups.GENERAL_OFFICE));
        startsWith().needs(ORDER_NUMBER, CAUSE).mayHave(LINES);
        task("reviewReport").needs(APPROVED).mayHave(NOTE);
        task("countStock").needs(COUNTED);
        task("shipOrder").needs(COURIER, TRACKING_NUMBER);
        task("askCustomer").needs(ANSWER).mayHave(SUBSTITUTE_SKU);
        task("approveSubstitute").needs(APPROVED).mayHave(NOTE);
        task("authoriseCancellation").needs(APPROVED).mayHave(NOTE);
        message("customer-replied", Stream.concat(Groups.CUSTOMER_STAFF.stream(), Stream.of(Groups.INTEGRATIONS))
                .toArray(String[]::new)).needs(ANSWER).mayHave(SUBSTITUTE_SKU);
        toldByHouse(GOODS_ARRIVED);
        toldByHouse(GOODS_LOST);
        toldByHouse(ORDER_CHANGED);
        keepsForItself(CASE_NUMBER, OPENED_CASE, REVIEW_NEEDED, REPORT, NEXT_MOVE, GOODS, UNITS, SITUATION, PROMISED_ON,
                PROMISE_ENDS, DISPATCH_BY, SILENCE_AT, ASK_AGAIN_AT, SUBSTITUTE_GROUP, CANCELLATION_GROUP, AMOUNT, REQUESTED_BY,
                REFUND_OUTCOME, REFUND_NOTE);
        speaksIn(REPORT, GOODS, UNITS, SITUATION);
    }

    static StockOutRequest requestIn(DelegateExecution execution) {
        return new StockOutRequest(ORDER_NUMBER.in(execution), LINES.find(execution).orElse(List.of()), CAUSE.in(execution));
    }

    /** Every variable that gateways, timers and candidates read is there from the start, whatever way a model goes. */
    static void readByTheModel(DelegateExecution execution) {
        for (var variable : List.of(APPROVED, NEXT_MOVE, PROMISED_ON, PROMISE_ENDS, DISPATCH_BY, SILENCE_AT, ASK_AGAIN_AT,
                SUBSTITUTE_GROUP, CANCELLATION_GROUP)) {
            variable.set(execution, null);
        }
    }

    /** What timers wait for and forms show about the promise and the question. */
    static void show(DelegateExecution execution, StockOuts stockOuts, CaseNumber caseNumber) {
        show(execution, stockOuts.shown(caseNumber));
    }

    private static void show(DelegateExecution execution, Shown shown) {
        PROMISED_ON.set(execution, shown.promisedOn());
        PROMISE_ENDS.set(execution, shown.promiseEnds());
        SILENCE_AT.set(execution, shown.silenceAt());
        ASK_AGAIN_AT.set(execution, shown.askAgainAt());
        GOODS.set(execution, shown.goods());
        SITUATION.set(execution, shown.situation());
    }

    /** Shows whoever does the next step what it is about. */
    static void goOn(DelegateExecution execution, StockOuts stockOuts, CaseNumber caseNumber, NextMove move) {
        NEXT_MOVE.set(execution, move);
        var shown = stockOuts.shown(caseNumber);
        show(execution, shown);
        switch (move) {
            case COUNT -> COUNTED.set(execution, shown.toCount());
            case SHIP -> {
                UNITS.set(execution, shown.units());
                DISPATCH_BY.set(execution, shown.dispatchBy());
            }
            case APPROVE_SUBSTITUTE -> SUBSTITUTE_GROUP.set(execution, shown.decidedBy());
            case AUTHORISE -> {
                UNITS.set(execution, shown.units());
                CANCELLATION_GROUP.set(execution, shown.decidedBy());
            }
            case ASK, WAIT, REPAY, CLOSE -> { }
        }
    }
}
