package dev.kefu.returns.domain;

import dev.kefu.cases.CaseAborted;
import dev.kefu.cases.CaseFiles;
import dev.kefu.cases.NewCase;
import dev.kefu.orders.OrderView;
import dev.kefu.orders.Orders;
import dev.kefu.refunds.RefundCause;
import dev.kefu.refunds.RefundRequest;
import dev.kefu.refunds.RefundStatus;
import dev.kefu.refunds.RefundView;
import dev.kefu.refunds.Refunds;
import dev.kefu.shared.CaseNumber;
import dev.kefu.shared.Conflict;
import dev.kefu.shared.NotFound;
import dev.kefu.shared.RuleViolation;
import dev.kefu.shared.Text;
import dev.kefu.shared.Violations;
import dev.kefu.workflow.Accounts;
import dev.kefu.workflow.Actors;
import dev.kefu.workflow.Groups;
import dev.kefu.workflow.ProcessVariable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door to returns: each step of the process {@code product-return} makes one call here. A refusal is a
 * {@link RuleViolation} and leaves everything as it was.
 */
@Service
@Transactional
public class Returns {

    /** The kind of these cases: the key of their process. */
    public static final String KIND = "product-return";

    private final ReturnCases returns;
    private final ReturnPolicy policy;
    private final CaseFiles cases;
    private final Orders orders;
    private final Refunds refunds;
    private final Actors actors;
    private final Accounts accounts;
    private final Clock clock;

    Returns(ReturnCases returns, ReturnPolicy policy, CaseFiles cases, Orders orders, Refunds refunds, Actors actors,
            Accounts accounts, Clock clock) {
        this.returns = returns;
        this.policy = policy;
        this.cases = cases;
        this.orders = orders;
        this.refunds = refunds;
        this.actors = actors;
        this.accounts = accounts;
        this.clock = clock;
    }

    /**
     * Opens the case and holds the units for it, so that no other return can ask for them (RET-6).
     *
     * @throws RuleViolation if there is no such order or line, it is not delivered yet, or too few units are left
     */
    public CaseNumber register(ReturnRequest request) {
        var order = order(request.orderNumber());
        requireDelivered(order, request);
        var caseNumber = cases.open(new NewCase(KIND, order.orderNumber(), order.customerId(), actors.current(), null));
        claim(order, caseNumber, request);
        returns.save(ReturnCase.requested(caseNumber, request, clock.instant()));
        cases.record(caseNumber, "RETURN_REQUESTED", request.note());
        return caseNumber;
    }

    /** The group that reviews what the acting person opens: a junior agent's case is for a team leader (ORG-1). */
    public String reviewers() {
        return actors.isIn(Groups.JUNIOR_AGENTS) ? Groups.TEAM_LEADERS : Groups.RETURNS_SPECIALISTS;
    }

    /** The same for a case that is open already, whatever its variables say meanwhile: who opened it counts. */
    @Transactional(readOnly = true)
    public String reviewersOf(CaseNumber caseNumber) {
        return accounts.groupsOf(cases.openerOf(caseNumber)).contains(Groups.JUNIOR_AGENTS) ? Groups.TEAM_LEADERS
                : Groups.RETURNS_SPECIALISTS;
    }

    /** What it is about, for people: {@code "2 × Thermos cup (line 1)"}. At most 1000 characters. */
    @Transactional(readOnly = true)
    public String goodsOf(CaseNumber caseNumber) {
        var goods = load(caseNumber);
        var order = order(goods.orderNumber());
        var text = goods.quantities().entrySet().stream()
                .map(each -> each.getValue() + " × " + order.line(each.getKey()).orElseThrow().name() + " (line " + each.getKey() + ")")
                .collect(Collectors.joining("; "));
        return Text.shortened(text, 1000);
    }

    /** The goods of an earlier return have come after it ended; whoever reviews it decides what becomes of them.
     *
     * @param earlier a return that expired or was withdrawn
     * @throws Conflict if it ended otherwise, its goods were here before, or their parcel has a case already
     * @throws RuleViolation if another case holds the units meanwhile
     */
    public CaseNumber registerLate(CaseNumber earlier) {
        throw new UnsupportedOperationException();
    }

    /**
     * The group that may let the return in though the policy does not: supervisors or, if nobody but the askers is among
     * them, the next higher ones (ORG-4).
     */
    @Transactional(readOnly = true)
    public String exceptionGroupOf(CaseNumber caseNumber) {
        throw new UnsupportedOperationException();
    }

    /** Who may not decide on the exception: who asked for it, and who opened the case (ORG-4). */
    @Transactional(readOnly = true)
    public Set<String> exceptionAskersOf(CaseNumber caseNumber) {
        throw new UnsupportedOperationException();
    }

    /**
     * A supervisor lets the return in, or does not (RET-2).
     *
     * @throws RuleViolation without a note, or if the acting person asked for it
     */
    public void decideException(CaseNumber caseNumber, boolean granted, @Nullable String note) {
        throw new UnsupportedOperationException();
    }

    /**
     * Asks the policy about every line and keeps what it says with the table's version (RET-2).
     *
     * @return the verdict for people, one sentence for each line, as far as a form can show them
     */
    public String assess(CaseNumber caseNumber) {
        var goods = load(caseNumber);
        goods.judge(policy.judge(goods, order(goods.orderNumber())));
        var verdict = goods.verdicts().entrySet().stream()
                .map(each -> "Line " + each.getKey() + ": " + (each.getValue().allowed() ? "within" : "outside")
                        + " the policy. " + each.getValue().why())
                .collect(Collectors.joining("\n\n"));
        return Text.shortened(verdict, ProcessVariable.LONGEST_TEXT);
    }

    /** @throws RuleViolation if it is approved against the policy (RET-2), or not approved without a note (RET-1) */
    public void review(CaseNumber caseNumber, ReviewDecision decision, @Nullable String note) {
        load(caseNumber).review(decision, note);
        cases.record(caseNumber, "RETURN_REVIEWED_" + decision, note);
    }

    /** The customer has answered; what they ask for now replaces the request. */
    public void correct(CaseNumber caseNumber, ReturnRequest request) {
        var goods = load(caseNumber);
        var order = order(request.orderNumber());
        requireDelivered(order, request);
        if (!goods.orderNumber().equals(order.orderNumber())) {
            orders.releaseUnits(goods.orderNumber(), caseNumber);
            cases.concern(caseNumber, order.orderNumber(), order.customerId());
        }
        claim(order, caseNumber, request);
        goods.correct(request);
        cases.record(caseNumber, "REQUEST_CORRECTED", request.note());
    }

    /**
     * Promises the return: the customer gets an RMA number, and what they want instead is reserved as far as it is there.
     *
     * @return where the goods are
     */
    public Whereabouts approve(CaseNumber caseNumber) {
        var goods = load(caseNumber);
        goods.approve();
        cases.recordFact(caseNumber, "RETURN_APPROVED", goods.rma());
        return Whereabouts.WITH_CUSTOMER;
    }

    /** Turns the return down and frees its units, but for those that the shop keeps: accepted, and worth nothing. */
    public NextStep reject(CaseNumber caseNumber) {
        var goods = load(caseNumber);
        goods.reject();
        orders.settleUnits(goods.orderNumber(), caseNumber, goods.toRefund());
        cases.close(caseNumber, "REJECTED");
        return NextStep.CLOSE;
    }

    /**
     * Notes how the goods come back (RET-3).
     *
     * @return when the customer is reminded, if nothing came by then (RET-8)
     */
    public Instant arrangeWayBack(CaseNumber caseNumber, WayBack wayBack) {
        load(caseNumber).sendBy(wayBack);
        cases.recordFact(caseNumber, "WAY_BACK_ARRANGED", wayBack.byCustomer() ? "The customer sends the goods."
                : wayBack.courier() + " " + wayBack.trackingNumber());
        return deadlineOf(caseNumber);
    }

    /**
     * The customer has sent the goods; the days of the deadline begin anew (RET-8).
     *
     * @return when the customer is reminded, if nothing came by then
     */
    public Instant ship(CaseNumber caseNumber, String courier, String trackingNumber) {
        throw new UnsupportedOperationException();
    }

    /**
     * Until when the process waits for the parcel: for the reminder, then for the expiry; after a withdrawal until nobody
     * expects it any more.
     *
     * @throws Conflict if it waits for no parcel
     */
    @Transactional(readOnly = true)
    public Instant deadlineOf(CaseNumber caseNumber) {
        return load(caseNumber).requestedAt().plus(Duration.ofDays(3650));
    }

    /**
     * The time that {@link #deadlineOf} named has come.
     *
     * @return the next one, empty if the time is up
     */
    public Optional<Instant> deadlineReached(CaseNumber caseNumber) {
        throw new UnsupportedOperationException();
    }

    /** The parcel never came (RET-8): the units are free, and the case is closed. */
    public void expire(CaseNumber caseNumber) {
        throw new UnsupportedOperationException();
    }

    /** The parcel is in the warehouse, unopened: arrival is not inspection (RET-4). */
    public void receive(CaseNumber caseNumber) {
        load(caseNumber).arrive();
        cases.recordFact(caseNumber, "PARCEL_ARRIVED", null);
    }

    /**
     * Keeps what was found, and asks the policy again about that (RET-2); what did not arrive is free for another return.
     * {@link #nextStep} says where that leads.
     */
    public void inspect(CaseNumber caseNumber, List<Finding> findings) {
        var goods = load(caseNumber);
        goods.inspect(findings, actors.current());
        orders.claimUnits(goods.orderNumber(), caseNumber, goods.arrived());
        cases.recordFact(caseNumber, "GOODS_INSPECTED", findings.stream()
                .map(each -> "Line " + each.line() + ": " + each.accepted() + " accepted, " + each.refused() + " refused, "
                        + each.condition() + (each.qualityProblem() ? ", quality problem" : ""))
                .collect(Collectors.joining("; ")));
    }

    /**
     * What comes next, whenever it is asked; reserves what goes out in exchange (RET-5), and what is not in stock has to be
     * settled with the customer.
     */
    public NextStep nextStep(CaseNumber caseNumber) {
        var goods = load(caseNumber);
        var refund = refunds.latestOf(caseNumber).map(RefundView::status);
        if (goods.status() != ReturnStatus.INSPECTED || refund.filter(RefundStatus.PAID::equals).isPresent()) {
            return NextStep.CLOSE;
        }
        if (goods.settlement() == Settlement.SEND_BACK) {
            return NextStep.SEND_BACK;
        }
        if (isMoneyOwed(goods)) {
            return NextStep.REFUND;
        }
        return goods.settlement() == null ? NextStep.SETTLE : NextStep.CLOSE;
    }

    /** What has to be settled with the customer, and why, for the person who does it. */
    @Transactional(readOnly = true)
    public String differenceOf(CaseNumber caseNumber) {
        throw new UnsupportedOperationException();
    }

    /**
     * A technician is done with the goods (RET-5): they go back repaired, or are replaced or, without one in stock, refunded.
     *
     * @throws RuleViolation without a note
     */
    public void repair(CaseNumber caseNumber, RepairResult result, @Nullable String note) {
        throw new UnsupportedOperationException();
    }

    /** The goods that the customer gets in exchange have left the house. */
    public void shipReplacement(CaseNumber caseNumber, String courier, String trackingNumber) {
        throw new UnsupportedOperationException();
    }

    /** The process {@code refund} has ended; our books say how. */
    public void refundEnded(CaseNumber caseNumber) {
    }

    /**
     * The customer takes the request back (RET-8).
     *
     * @return {@code CLOSE}, {@code AWAIT_PARCEL} (until {@link #deadlineOf}) or {@code SEND_BACK}
     * @throws Conflict once the refund is ordered
     */
    public NextStep withdraw(CaseNumber caseNumber) {
        throw new UnsupportedOperationException();
    }

    /** The parcel of a withdrawn return is here; it goes back. */
    public void withdrawnParcelArrived(CaseNumber caseNumber) {
        throw new UnsupportedOperationException();
    }

    /** Nobody expects the parcel of a withdrawn return any more. */
    public void parcelNeverCame(CaseNumber caseNumber) {
        throw new UnsupportedOperationException();
    }

    /**
     * Nothing is left to do: units whose money went back count for good, the others are free; what the shop keeps goes into
     * stock or is written off; the outcome is that of most of the money.
     */
    public void close(CaseNumber caseNumber) {
        var goods = load(caseNumber);
        switch (goods.status()) {
            case SENT_BACK, REJECTED, REFUNDED -> { }
            default -> {
                if (refunds.latestOf(caseNumber).map(RefundView::status).filter(RefundStatus.PAID::equals).isPresent()) {
                    goods.refunded();
                    orders.settleUnits(goods.orderNumber(), caseNumber, goods.toRefund());
                    cases.close(caseNumber, "REFUNDED");
                } else {
                    reject(caseNumber);
                }
            }
        }
    }

    /** Decides the refund of what is owed; the order's guard checks the money. */
    public RefundView decideRefund(CaseNumber caseNumber) {
        var goods = load(caseNumber);
        return refunds.decide(new RefundRequest(caseNumber, goods.orderNumber(), goods.toRefund(),
                goods.isFreightRefunded(), RefundCause.RETURN, goods.amountDecidedBy()));
    }

    /** @throws RuleViolation without a note of what was agreed, or if nothing arrived that could be settled so */
    public void settle(CaseNumber caseNumber, Settlement settlement, @Nullable String note) {
        if (note == null) {
            throw new RuleViolation("note", "RET-4", "Write down what was agreed with the customer.");
        }
        var goods = load(caseNumber);
        goods.settle(settlement, actors.current());
        cases.record(caseNumber, "DIFFERENCE_SETTLED_" + settlement, note);
    }

    /** The goods are on their way to the customer again, who may ask another time. */
    public void sendBack(CaseNumber caseNumber, String courier, String trackingNumber) {
        var goods = load(caseNumber);
        goods.sentBack();
        orders.releaseUnits(goods.orderNumber(), caseNumber);
        cases.recordFact(caseNumber, "GOODS_SENT_BACK", courier + " " + trackingNumber);
        cases.close(caseNumber, "SENT_BACK");
    }

    /**
     * The process was stopped: the units are free for another return, but for those whose money went back already. What is
     * promised and not paid is let go by {@link Refunds}.
     */
    @EventListener
    public void abort(CaseAborted aborted) {
        if (!aborted.kind().equals(KIND)) {
            return;
        }
        var goods = load(aborted.caseNumber());
        goods.abort();
        if (refunds.latestOf(aborted.caseNumber()).map(RefundView::status).filter(RefundStatus.PAID::equals).isPresent()) {
            orders.settleUnits(goods.orderNumber(), aborted.caseNumber(), goods.toRefund());
        } else {
            orders.releaseUnits(goods.orderNumber(), aborted.caseNumber());
        }
    }

    /** The request as it stands; its note is null, the case's timeline has it. */
    @Transactional(readOnly = true)
    public ReturnRequest requestOf(CaseNumber caseNumber) {
        throw new UnsupportedOperationException();
    }

    /** The goods that a step is about, for the person who does it: what to repair, to send instead, to send back. */
    @Transactional(readOnly = true)
    public String unitsFor(CaseNumber caseNumber, NextStep step) {
        return goodsOf(caseNumber);
    }

    /** Whether {@link #registerLate} takes the goods of this case, which has ended, if they come now. */
    @Transactional(readOnly = true)
    public boolean isLateParcelTaken(CaseNumber ended) {
        return false;
    }

    /** Not for goods that were a gift: nobody pays out 0.00. */
    private boolean isMoneyOwed(ReturnCase goods) {
        return !goods.toRefund().isEmpty()
                && orders.quote(goods.orderNumber(), goods.toRefund(), goods.isFreightRefunded()).isPositive();
    }

    private static void requireDelivered(OrderView order, ReturnRequest request) {
        var violations = new Violations();
        for (int row = 0; row < request.lines().size(); row++) {
            var asked = request.lines().get(row).line();
            var line = order.line(asked);
            if (line.isEmpty()) {
                violations.add("lines[" + row + "].line", "RET-1", "Order " + order.orderNumber() + " has no line " + asked + ".");
            } else if (line.get().deliveredQuantity() == 0) {
                violations.add("lines[" + row + "].line", "RET-2", undelivered(order, line.get()));
            }
        }
        violations.refuseIfAny();
    }

    /** Holds the units. Of a line of which a part is under way, no more can come back than has arrived (RET-2). */
    private void claim(OrderView order, CaseNumber caseNumber, ReturnRequest request) {
        orders.claimUnits(order.orderNumber(), caseNumber, request.units());
        if (order.lines().stream().allMatch(line -> line.deliveredQuantity() == line.quantity())) {
            return;
        }
        // The claim holds the order's lock: what is read now is what counts.
        var claimed = order(order.orderNumber());
        var violations = new Violations();
        for (int row = 0; row < request.lines().size(); row++) {
            var line = claimed.line(request.lines().get(row).line()).orElseThrow();
            if (line.openQuantity() + line.returnedQuantity() > line.deliveredQuantity()) {
                violations.add("lines[" + row + "].quantity", "RET-2", undelivered(claimed, line));
            }
        }
        violations.refuseIfAny();
    }

    private static String undelivered(OrderView order, OrderView.Line line) {
        return line.deliveredQuantity() == 0
                ? "Line " + line.line() + " of order " + order.orderNumber() + " has not been delivered. A parcel that does"
                        + " not arrive is a case of its own (undeliverable parcel), and so are goods that were not sent"
                        + " (stock-out)."
                : "Of line " + line.line() + " (" + line.name() + ") of order " + order.orderNumber() + ", "
                        + line.deliveredQuantity() + " reached the customer; " + (line.openQuantity() + line.returnedQuantity())
                        + " can't come back.";
    }

    private OrderView order(String orderNumber) {
        return orders.find(orderNumber).orElseThrow(() -> new RuleViolation("orderNumber", "RET-1",
                "There is no order " + orderNumber + "."));
    }

    private ReturnCase load(CaseNumber caseNumber) {
        return returns.findById(caseNumber.value())
                .orElseThrow(() -> new NotFound("There is no return " + caseNumber + "."));
    }
}
