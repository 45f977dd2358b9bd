package dev.kefu.refunds;

import dev.kefu.cases.CaseFiles;
import dev.kefu.orders.Orders;
import dev.kefu.refunds.PayoutEvent.Standing;
import dev.kefu.shared.CaseNumber;
import dev.kefu.shared.NotFound;
import dev.kefu.shared.RuleViolation;
import dev.kefu.workflow.Actors;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;

/**
 * The attempts to pay a refund, and what the payment service reported about them. What concerns one refund happens under
 * the lock of its row, so that an answer and a report that come at the same moment see each other. Works within the
 * transaction of whoever asks.
 */
@Component
class PayoutBook {

    private final RefundRecords refunds;
    private final PayoutRecords payouts;
    private final PayoutEventRecords events;
    private final PaymentService service;
    private final Orders orders;
    private final CaseFiles cases;
    private final Actors actors;
    private final Clock clock;

    PayoutBook(RefundRecords refunds, PayoutRecords payouts, PayoutEventRecords events, PaymentService service,
            Orders orders, CaseFiles cases, Actors actors, Clock clock) {
        this.refunds = refunds;
        this.payouts = payouts;
        this.events = events;
        this.service = service;
        this.orders = orders;
        this.cases = cases;
        this.actors = actors;
        this.clock = clock;
    }

    /** The refund with its row locked; its orders are locked after it and never before. */
    Refund hold(String decisionKey) {
        return refunds.hold(decisionKey).orElseThrow(() -> new NotFound("There is no refund " + decisionKey + "."));
    }

    /** The latest attempt of the payment service, empty if it was never asked. */
    Optional<Payout> latest(Refund refund) {
        return refund.refundId() == null ? Optional.empty() : payouts.findById(refund.refundId());
    }

    /**
     * The next try: under the same id as long as the service may still pay, under a new one after it failed for good.
     *
     * @return who pays: the service, or finance if there is none
     * @throws RuleViolation if there is none any more, and the one there was may still pay: finance would pay beside it
     */
    PayoutStep authorise(Refund refund) {
        var before = latest(refund);
        if (!service.isConnected()) {
            before.filter(Payout::mayBeOnItsWay).ifPresent(PayoutBook::refuseToPayBeside);
            return PayoutStep.CONFIRM;
        }
        if (before.filter(payout -> payout.status() != PayoutStatus.FAILED).isPresent()) {
            before.get().orderAgain();
        } else {
            var attempt = before.map(Payout::attempt).orElse(0) + 1;
            refund.orderedAs(payouts.save(Payout.ordered(refund, attempt, clock.instant())).refundId());
        }
        return PayoutStep.ORDER;
    }

    private static void refuseToPayBeside(Payout payout) {
        throw new RuleViolation("action", "AUT-3", "No payment service is connected that could be asked again. "
                + payout.note() + " Until it is reported that it failed, this money may be on its way, and nobody pays it beside.");
    }

    /** The refund is paid. The order's guard checks the cap once more. */
    void paid(Refund refund, @Nullable String reference, String what) {
        orders.pay(refund.key());
        refund.paid(actors.current(), reference, clock.instant());
        cases.recordFact(refund.caseNumber(), what, refund.amount() + (reference == null ? "" : ", " + reference));
    }

    /** An attempt failed for good, in the words of the service. */
    void failed(Refund refund, Payout payout, @Nullable String reason) {
        payout.failed(reason, clock.instant());
        refund.notPaid();
        cases.record(refund.caseNumber(), "PAYOUT_FAILED", reason == null ? payout.refundId()
                : payout.refundId() + ": " + reason);
    }

    /** Whether the service reported something that nothing was done about yet. */
    boolean hasReports(String decisionKey) {
        return events.existsWith(decisionKey, Standing.KEPT);
    }

    /**
     * Does what the reports ask for that came meanwhile.
     *
     * @return whether the refund or its latest attempt stands otherwise than before
     */
    boolean take(Refund refund) {
        var changed = false;
        for (var event : events.findInOrder(refund.key(), Standing.KEPT)) {
            var payout = payouts.findById(event.refundId()).orElseThrow();
            changed |= event.status() == PayoutEventStatus.PAID ? takePaid(event, payout, refund)
                    : takeFailed(event, payout, refund);
        }
        return changed;
    }

    private boolean takePaid(PayoutEvent event, Payout payout, Refund refund) {
        switch (payout.status()) {
            case PAID -> {
                if (payout.isConfirmedOtherwise(event.reference())) {
                    contradiction(event, refund, payout.refundId() + " is reported as paid under another reference than the"
                            + " one with which finance confirmed it: compare the two, it may be paid twice.");
                } else {
                    event.agrees();
                }
                return false;
            }
            case DISPUTED -> {
                contradiction(event, refund, payout.refundId() + " is reported as paid, but the service had named another"
                        + " amount.");
                return false;
            }
            default -> {
                return refund.status().isFinal() ? paidTooLate(event, payout, refund) : paidNow(event, payout, refund);
            }
        }
    }

    private boolean paidTooLate(PayoutEvent event, Payout payout, Refund refund) {
        payout.paid(event.reference(), clock.instant());
        contradiction(event, refund, payout.refundId() + (refund.status() == RefundStatus.PAID
                ? " is reported as paid, but the refund was paid in another way before."
                : " is reported as paid, but the refund is " + refund.status() + " already."));
        return false;
    }

    private boolean paidNow(PayoutEvent event, Payout payout, Refund refund) {
        payout.paid(event.reference(), clock.instant());
        event.taken();
        paid(refund, event.reference(), "REFUND_PAID");
        latest(refund).filter(later -> !later.refundId().equals(payout.refundId())).ifPresent(later -> {
            if (later.mayBeOnItsWay()) {
                contradiction(event, refund, payout.refundId() + " is reported as paid after it had failed, and "
                        + later.refundId() + " may be paid too: stop it at the payment service.");
            } else if (later.status() == PayoutStatus.ORDERED) {
                later.failed("Not sent: " + payout.refundId() + " is paid.", clock.instant());
            }
        });
        return true;
    }

    private boolean takeFailed(PayoutEvent event, Payout payout, Refund refund) {
        switch (payout.status()) {
            case FAILED -> {
                event.agrees();
                return false;
            }
            case PAID -> {
                contradiction(event, refund, payout.refundId() + " is reported as failed, but it was paid before.");
                return false;
            }
            case DISPUTED -> {
                contradiction(event, refund, payout.refundId() + " is reported as failed, but the service had said that it"
                        + " paid another amount.");
                return false;
            }
            default -> {
                event.taken();
                if (refund.status().isFinal()) {
                    payout.failed(event.reason(), clock.instant());
                    return false;
                }
                failed(refund, payout, event.reason());
                return true;
            }
        }
    }

    private void contradiction(PayoutEvent event, Refund refund, String what) {
        event.contradicts(what);
        cases.recordFact(refund.caseNumber(), "PAYOUT_CONTRADICTED", what);
    }

    RefundFacts factsOf(Refund refund) {
        return RefundFacts.of(refund.view(), latest(refund).map(payout -> payout.facts(clock.getZone())).orElse(null));
    }

    /** How it stands, and so where the process goes on. */
    PayoutStanding standing(Refund refund) {
        if (refund.status().isFinal()) {
            return PayoutStanding.of(refund.status() == RefundStatus.PAID ? PayoutStep.PAID : PayoutStep.ABANDONED);
        }
        var payout = latest(refund);
        if (payout.isEmpty()) {
            return PayoutStanding.of(refund.status() == RefundStatus.APPROVED ? PayoutStep.CONFIRM : PayoutStep.RESOLVE);
        }
        var isAwaited = payout.get().status() == PayoutStatus.PENDING;
        return new PayoutStanding(isAwaited ? PayoutStep.AWAIT : PayoutStep.RESOLVE, payout.get().note(),
                isAwaited ? clock.instant().plus(service.silence()) : null);
    }

    List<PayoutContradiction> contradictions() {
        return events.findLatest(Standing.CONTRADICTS).stream()
                .map(event -> event.contradiction(caseOf(event.decisionKey()).value())).toList();
    }

    CaseNumber caseOf(String decisionKey) {
        return refunds.findById(decisionKey).orElseThrow().caseNumber();
    }
}
