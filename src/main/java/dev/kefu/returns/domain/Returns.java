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
import dev.kefu.workflow.Actors;
import dev.kefu.workflow.Groups;
import dev.kefu.workflow.ProcessVariable;
import java.time.Clock;
import java.util.List;
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
    private final Clock clock;

    Returns(ReturnCases returns, ReturnPolicy policy, CaseFiles cases, Orders orders, Refunds refunds, Actors actors,
            Clock clock) {
        this.returns = returns;
        this.policy = policy;
        this.cases = cases;
        this.orders = orders;
        this.refunds = refunds;
        this.actors = actors;
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

    /** Promises the return: the customer gets an RMA number. */
    public void approve(CaseNumber caseNumber) {
        var goods = load(caseNumber);
        goods.approve();
        cases.recordFact(caseNumber, "RETURN_APPROVED", goods.rma());
    }

    /** Turns the return down and frees its units, but for those that the shop keeps: accepted, and worth nothing. */
    public void reject(CaseNumber caseNumber) {
        var goods = load(caseNumber);
        goods.reject();
        orders.settleUnits(goods.orderNumber(), caseNumber, goods.toRefund());
        cases.close(caseNumber, "REJECTED");
    }

    public void arrangeWayBack(CaseNumber caseNumber, WayBack wayBack) {
        load(caseNumber).sendBy(wayBack);
        cases.recordFact(caseNumber, "WAY_BACK_ARRANGED", wayBack.byCustomer() ? "The customer sends the goods."
                : wayBack.courier() + " " + wayBack.trackingNumber());
    }

    /** The parcel is in the warehouse, unopened: arrival is not inspection (RET-4). */
    public void receive(CaseNumber caseNumber) {
        load(caseNumber).arrive();
        cases.recordFact(caseNumber, "PARCEL_ARRIVED", null);
    }

    /**
     * Keeps what was found; what did not arrive is free for another return.
     *
     * @return whether money is owed for what was accepted
     */
    public boolean inspect(CaseNumber caseNumber, List<Finding> findings) {
        var goods = load(caseNumber);
        goods.inspect(findings, actors.current());
        orders.claimUnits(goods.orderNumber(), caseNumber, goods.arrived());
        cases.recordFact(caseNumber, "GOODS_INSPECTED", findings.stream()
                .map(each -> "Line " + each.line() + ": " + each.accepted() + " accepted, " + each.refused() + " refused, "
                        + each.condition() + (each.qualityProblem() ? ", quality problem" : ""))
                .collect(Collectors.joining("; ")));
        return isMoneyOwed(goods);
    }

    /** Decides the refund of what is owed; the order's guard checks the money. */
    public RefundView decideRefund(CaseNumber caseNumber) {
        var goods = load(caseNumber);
        return refunds.decide(new RefundRequest(caseNumber, goods.orderNumber(), goods.toRefund(),
                goods.isFreightRefunded(), RefundCause.RETURN, goods.amountDecidedBy()));
    }

    /** @throws Conflict if the money has not been paid: no return ends as refunded without it */
    public void closeRefunded(CaseNumber caseNumber) {
        var goods = load(caseNumber);
        if (refunds.latestOf(caseNumber).map(RefundView::status).filter(RefundStatus.PAID::equals).isEmpty()) {
            throw new Conflict("Case " + caseNumber + " has not been refunded.");
        }
        goods.refunded();
        orders.settleUnits(goods.orderNumber(), caseNumber, goods.toRefund());
        cases.close(caseNumber, "REFUNDED");
    }

    /** @throws RuleViolation without a note of what was agreed, or if nothing arrived that could be settled so */
    public NextStep settle(CaseNumber caseNumber, Settlement settlement, @Nullable String note) {
        if (note == null) {
            throw new RuleViolation("note", "RET-4", "Write down what was agreed with the customer.");
        }
        var goods = load(caseNumber);
        var next = goods.settle(settlement, actors.current());
        cases.record(caseNumber, "DIFFERENCE_SETTLED_" + settlement, note);
        return next == NextStep.REFUND && !isMoneyOwed(goods) ? NextStep.CLOSE : next;
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
