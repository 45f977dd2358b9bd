package dev.kefu.refunds;

import dev.kefu.cases.CaseAborted;
import dev.kefu.cases.CaseFiles;
import dev.kefu.orders.Orders;
import dev.kefu.people.People;
import dev.kefu.shared.CaseNumber;
import dev.kefu.shared.Money;
import dev.kefu.shared.NotFound;
import dev.kefu.shared.RuleViolation;
import dev.kefu.workflow.Actors;
import dev.kefu.workflow.Groups;
import dev.kefu.workflow.ProcessAborted;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door to refunds. A case asks with {@link #decide}; the steps of the process {@code refund} do the rest. A case has
 * at most one refund that is not final.
 */
@Service
@Transactional
public class Refunds {

    /** The key of the process, which other processes call. */
    public static final String PROCESS = "refund";

    /** What the table says where the asker may decide alone. */
    public static final String NOBODY = "NONE";

    private final RefundRecords refunds;
    private final PayoutBook payouts;
    private final Orders orders;
    private final CaseFiles cases;
    private final People people;
    private final Actors actors;
    private final Clock clock;

    Refunds(RefundRecords refunds, PayoutBook payouts, Orders orders, CaseFiles cases, People people, Actors actors,
            Clock clock) {
        this.refunds = refunds;
        this.payouts = payouts;
        this.orders = orders;
        this.cases = cases;
        this.people = people;
        this.actors = actors;
        this.clock = clock;
    }

    /**
     * Decides the amount and promises it in the order, whose guard has the last word (RET-6). Asked again before the
     * refund is final, the first decision stands.
     *
     * @throws RuleViolation if the order has not that much left to pay back, or all of it would be held back
     */
    public RefundView decide(RefundRequest request) {
        var latest = latest(request.caseNumber());
        if (latest.isPresent() && !latest.get().status().isFinal()) {
            return latest.get().view();
        }
        var attempt = latest.map(Refund::attempt).orElse(0) + 1;
        var promise = orders.promise(request.orderNumber(), Refund.key(request.caseNumber(), attempt),
                request.caseNumber(), request.payback());
        var refund = refunds.save(Refund.decided(request, attempt, promise,
                cases.openerOf(request.caseNumber()), clock.instant()));
        cases.recordFact(request.caseNumber(), "REFUND_DECIDED", refund.amount().toString());
        return refund.view();
    }

    /**
     * What {@link #decide} would decide now; nothing, if all of it would be held back, which it refuses. Promises nothing.
     *
     * @throws RuleViolation as {@link #decide}, but for what the order has left
     */
    @Transactional(readOnly = true)
    public Money quote(RefundRequest request) {
        return orders.quote(request.orderNumber(), request.caseNumber(), request.payback());
    }

    /** The latest refund of a case, final or not. */
    @Transactional(readOnly = true)
    public Optional<RefundView> latestOf(CaseNumber caseNumber) {
        return latest(caseNumber).map(Refund::view);
    }

    /** The same as a case file shows it. */
    @Transactional(readOnly = true)
    public Optional<RefundFacts> factsOf(CaseNumber caseNumber) {
        return latest(caseNumber).map(payouts::factsOf);
    }

    /** Who may not approve the case's refund; empty while there is none. */
    @Transactional(readOnly = true)
    public Set<String> askersOf(CaseNumber caseNumber) {
        return latest(caseNumber).map(Refund::askers).orElse(Set.of());
    }

    /** The group id of the asker's grade, the input of {@code refund-authority}; {@code NONE} without a grade. */
    @Transactional(readOnly = true)
    public String gradeOfAsker(CaseNumber caseNumber) {
        return people.gradeOf(current(caseNumber).view().requestedBy()).orElse(NOBODY);
    }

    /**
     * Settles who is asked: the group that the table names or, if it holds nobody but the askers, the next higher one. The
     * table's limits are in CNY, so an amount in another currency is for the top, unless its cause was authorised before.
     *
     * @param group as the table says; {@link #NOBODY} if the asker may decide alone
     * @return the group that is asked, or {@link #NOBODY}
     */
    public String askForApproval(CaseNumber caseNumber, String group) {
        var refund = current(caseNumber);
        if (group.equals(NOBODY) && isCompared(refund)) {
            refund.needsNoApproval();
            return NOBODY;
        }
        var asked = withSomebodyElse(firstAsked(group, refund), refund.askers());
        refund.needsApprovalOf(asked);
        return asked;
    }

    /**
     * @throws RuleViolation if the acting person asked for the refund themselves (ORG-4), or is not of the group that is
     *                       asked (AUT-3)
     */
    public void approve(CaseNumber caseNumber, @Nullable String note) {
        var refund = current(caseNumber);
        requireApprover(refund);
        refund.approve(actors.current(), note);
        cases.record(caseNumber, "REFUND_APPROVED", note);
    }

    /**
     * Refuses the refund; its money is free again in the order.
     *
     * @throws RuleViolation without a note, or if the acting person asked for the refund themselves (ORG-4) or is not of
     *                       the group that is asked (AUT-3)
     */
    public void refuse(CaseNumber caseNumber, @Nullable String note) {
        var refund = current(caseNumber);
        requireApprover(refund);
        refund.refuse(actors.current(), needed("note", note, "Say why the refund is refused."), clock.instant());
        orders.release(refund.key());
        cases.record(caseNumber, "REFUND_REFUSED", note);
    }

    /**
     * The process {@code refund} of the case begins, once for each decision.
     *
     * @throws NotFound if the case has decided no refund
     * @throws dev.kefu.shared.Conflict if it began before
     */
    public RefundView begin(CaseNumber caseNumber) {
        var refund = latest(caseNumber)
                .orElseThrow(() -> new NotFound("Case " + caseNumber + " has decided no refund."));
        refund.begin();
        return refund.view();
    }

    /**
     * The process of the refund, or of the case, was stopped: what nobody can have paid is free again in the order.
     *
     * @throws dev.kefu.shared.Conflict if finance may be paying now
     */
    void abort(CaseNumber caseNumber) {
        latest(caseNumber).filter(refund -> !refund.status().isFinal()).ifPresent(refund -> {
            refund.abort(clock.instant());
            orders.release(refund.key());
            cases.record(caseNumber, "REFUND_ABANDONED", "Its process was stopped.");
        });
    }

    @EventListener
    public void on(ProcessAborted process) {
        if (process.processKey().equals(PROCESS)) {
            abort(process.caseNumber());
        }
    }

    /** Before others hear of it: what was to be paid back can be owed in goods again. */
    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    public void on(CaseAborted aborted) {
        abort(aborted.caseNumber());
    }

    /**
     * The refund may be paid now, or once more after a payment that failed.
     *
     * @return who pays it: the payment service if there is one, else finance
     * @throws RuleViolation if the payment service may still pay and is not connected any more
     */
    public PayoutStep authorisePayout(CaseNumber caseNumber) {
        var refund = current(caseNumber);
        refund.authorisePayout();
        return payouts.authorise(refund);
    }

    /**
     * Finance has paid, or has found out that the payment service did. The order's guard checks the cap once more.
     *
     * @throws RuleViolation without a payment reference
     */
    public void confirmPaid(CaseNumber caseNumber, @Nullable String reference) {
        var refund = held(caseNumber);
        payouts.paid(refund, needed("reference", reference, "Give the reference of the payment."), "REFUND_PAID");
        payouts.latest(refund).filter(Payout::mayBeOnItsWay)
                .ifPresent(payout -> payout.confirmed(reference, clock.instant()));
    }

    /**
     * Finance could not pay, or has found no payment. What the payment service may still pay stays on its way.
     *
     * @return how it stands now
     */
    public PayoutStanding reportNotPaid(CaseNumber caseNumber) {
        var refund = held(caseNumber);
        var onItsWay = payouts.latest(refund).filter(Payout::mayBeOnItsWay);
        if (onItsWay.isEmpty()) {
            refund.notPaid();
        }
        cases.recordFact(caseNumber, "REFUND_NOT_PAID", null);
        return new PayoutStanding(PayoutStep.RESOLVE, payouts.latest(refund).map(Payout::note).orElse(null), null);
    }

    /** Finance wants another try. */
    public void tryAgain(CaseNumber caseNumber, @Nullable String note) {
        cases.record(caseNumber, "PAYOUT_TRIED_AGAIN", needed("note", note, "Say why it is tried again."));
    }

    /**
     * Finance has paid by another way than the usual one.
     *
     * @throws RuleViolation without a note, or while the payment service may still pay
     */
    public void paidByHand(CaseNumber caseNumber, @Nullable String reference, @Nullable String note) {
        needed("note", note, "Say how it was paid.");
        var refund = held(caseNumber);
        payouts.latest(refund).filter(payout -> payout.status() != PayoutStatus.DISPUTED).ifPresent(Refunds::requireStopped);
        payouts.paid(refund, reference, "REFUND_PAID_BY_HAND");
        cases.record(caseNumber, "NOTE", note);
    }

    /**
     * The payment is given up and the money is free again in the order.
     *
     * @throws RuleViolation without a note, or while the payment service may still pay or says that it paid something
     */
    public void giveUp(CaseNumber caseNumber, @Nullable String note) {
        var refund = held(caseNumber);
        payouts.latest(refund).ifPresent(Refunds::requireStopped);
        refund.abandon(needed("note", note, "Say why the payment is given up."), clock.instant());
        orders.release(refund.key());
        cases.record(caseNumber, "REFUND_ABANDONED", note);
    }

    private static void requireStopped(Payout payout) {
        if (payout.mayBeOnItsWay()) {
            throw new RuleViolation("action", "AUT-3", payout.note() + " Until the service says that it failed, this money may"
                    + " be on its way: try again, or wait for its report.");
        }
    }

    /** A group that is no rung of the ladder, such as a misspelt one, is asked at the top. */
    private String firstAsked(String group, Refund refund) {
        return people.isOnLadder(group) && isCompared(refund) ? group : Groups.GENERAL_OFFICE;
    }

    /** Whether the table's limits say anything about this refund. */
    private static boolean isCompared(Refund refund) {
        return refund.amount().currency().equals(Money.CNY) || refund.view().cause() == RefundCause.STOCK_OUT;
    }

    private String withSomebodyElse(String group, Set<String> askers) {
        return people.groupWithSomebodyElse(group, askers)
                .orElseThrow(() -> new RuleViolation("approverGroup", "AUT-3",
                        "Nobody but the askers is in " + Groups.inWords(group) + " or above; add somebody who can approve."));
    }

    private void requireApprover(Refund refund) {
        var group = refund.view().approverGroup();
        if (group != null && !actors.isIn(group)) {
            throw new RuleViolation("approved", "AUT-3", "This refund is decided by " + Groups.inWords(group) + ".");
        }
    }

    private static String needed(String field, @Nullable String text, String message) {
        if (text == null || text.isBlank()) {
            throw new RuleViolation(field, "AUT-3", message);
        }
        return text;
    }

    private Refund current(CaseNumber caseNumber) {
        return latest(caseNumber).orElseThrow(() -> new NotFound("Case " + caseNumber + " has no refund."));
    }

    /** Locked if the payment service was asked, which may report at the same moment. */
    private Refund held(CaseNumber caseNumber) {
        var refund = current(caseNumber);
        return refund.refundId() == null ? refund : payouts.hold(refund.key());
    }

    private Optional<Refund> latest(CaseNumber caseNumber) {
        return refunds.findLatestOf(caseNumber.value());
    }
}
