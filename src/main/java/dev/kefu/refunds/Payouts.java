package dev.kefu.refunds;

import dev.kefu.cases.CaseFiles;
import dev.kefu.refunds.PaymentAnswer.Paid;
import dev.kefu.refunds.PaymentAnswer.Pending;
import dev.kefu.refunds.PaymentAnswer.Refused;
import dev.kefu.refunds.PaymentAnswer.Unclear;
import dev.kefu.refunds.PaymentAnswer.Unreached;
import dev.kefu.shared.CaseNumber;
import dev.kefu.shared.NotFound;
import dev.kefu.shared.Text;
import java.math.BigDecimal;
import java.time.Clock;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The door to the payment service: orders a payout, as often as it takes, and the service pays it once. */
@Service
@Transactional
public class Payouts {

    private static final int LONGEST_SAID = 40;

    private final RefundRecords refunds;
    private final PayoutBook book;
    private final PaymentService service;
    private final CaseFiles cases;
    private final TransactionTemplate apart;
    private final Clock clock;

    Payouts(RefundRecords refunds, PayoutBook book, PaymentService service, CaseFiles cases,
            PlatformTransactionManager transactions, Clock clock) {
        this.refunds = refunds;
        this.book = book;
        this.service = service;
        this.cases = cases;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionTemplate.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    /**
     * What one try begins with.
     *
     * @param order   null if nothing is to be sent: the service reported or answered before
     * @param first its number if no try before it can have reached the service, else 0
     */
    private record Try(String decisionKey, @Nullable PaymentOrder order, int first) {
    }

    /**
     * Sends the authorised payout and takes the answer, and what was reported meanwhile. No row is locked during the call.
     *
     * @param isLastTry whether nobody tries again if this one comes to nothing; then finance decides
     * @throws PaymentUnclear if it came to nothing and is to be tried again
     */
    public PayoutStanding order(CaseNumber caseNumber, boolean isLastTry) {
        var sent = apart.execute(status -> send(caseNumber));
        var answer = sent.order() == null ? null : service.pay(sent.order());
        if (answer instanceof Unreached || answer instanceof Unclear) {
            apart.executeWithoutResult(status -> cameToNothing(sent, answer, isLastTry));
        }

        var refund = book.hold(sent.decisionKey());
        if (answer != null) {
            take(answer, refund, book.latest(refund).orElseThrow(), isLastTry);
        }
        return book.standing(refund);
    }

    /** Committed before the call: after a crash nobody could say otherwise that the service may have it. */
    private Try send(CaseNumber caseNumber) {
        var key = refunds.findLatestOf(caseNumber.value()).map(Refund::key)
                .orElseThrow(() -> new NotFound("Case " + caseNumber + " has no refund."));
        var refund = book.hold(key);
        var payout = book.latest(refund)
                .orElseThrow(() -> new NotFound("Case " + caseNumber + " has authorised no payout."));
        book.take(refund);
        if (refund.status().isFinal() || payout.status() != PayoutStatus.ORDERED) {
            return new Try(key, null, 0);
        }
        var first = payout.send(clock.instant());
        return new Try(key, new PaymentOrder(payout.refundId(), caseNumber.value(), refund.orderNumber(), refund.amount(),
                refund.view().cause(), payout.attempt()), first);
    }

    /** Committed by itself, since the step then fails and is tried again; the case says so once for each reason. */
    private void cameToNothing(Try sent, PaymentAnswer answer, boolean isLastTry) {
        var refund = book.hold(sent.decisionKey());
        book.latest(refund).ifPresent(payout -> {
            if (answer instanceof Unreached && sent.first() > 0) {
                payout.takeBack(sent.first());
            }
            if (!isLastTry && !book.hasReports(refund.key()) && payout.heard(what(answer))) {
                cases.recordFact(refund.caseNumber(), "PAYOUT_UNANSWERED", "Payout " + payout.refundId() + ": " + what(answer)
                        + " It is asked again.");
            }
        });
    }

    private static String what(PaymentAnswer answer) {
        return answer instanceof Unreached unreached ? unreached.what() : ((Unclear) answer).what();
    }

    /** What was reported during the call comes after what was answered, which is older. */
    private void take(PaymentAnswer answer, Refund refund, Payout payout, boolean isLastTry) {
        if (answer instanceof Paid paid) {
            takePaid(paid, refund, payout);
        } else if (answer instanceof Pending) {
            payout.pending();
            cases.recordFact(refund.caseNumber(), "PAYOUT_PENDING", payout.refundId());
        } else if (answer instanceof Refused refused) {
            book.failed(refund, payout, refused.reason());
        }
        book.take(refund);
        if (payout.status() == PayoutStatus.ORDERED && !refund.status().isFinal()) {
            if (!isLastTry) {
                throw new PaymentUnclear(payout.refundId(), what(answer));
            }
            giveUpTrying(refund, payout, what(answer));
        }
    }

    private void takePaid(Paid paid, Refund refund, Payout payout) {
        if (isOf(paid, refund)) {
            payout.paid(paid.reference(), clock.instant());
            book.paid(refund, paid.reference(), "REFUND_PAID");
        } else {
            var said = "%s %s paid instead of %s.".formatted(shown(paid.amount()), shown(paid.currency()), refund.amount());
            payout.disputed(said);
            cases.record(refund.caseNumber(), "PAYOUT_DISPUTED", "Payout " + payout.refundId() + ": " + said);
        }
    }

    private void giveUpTrying(Refund refund, Payout payout, String what) {
        payout.unclear(what);
        if (payout.status() == PayoutStatus.UNREACHED) {
            refund.notPaid();
        }
        cases.recordFact(refund.caseNumber(), "PAYOUT_" + payout.status(), "Payout " + payout.refundId() + ": " + what);
    }

    /** What it doesn't name is what was ordered. */
    private static boolean isOf(Paid paid, Refund refund) {
        var ordered = refund.amount();
        return (paid.amount() == null || isEqual(paid.amount(), ordered.amount()))
                && (paid.currency() == null || paid.currency().equalsIgnoreCase(ordered.currency().getCurrencyCode()));
    }

    private static boolean isEqual(String said, BigDecimal amount) {
        try {
            return new BigDecimal(said.strip()).compareTo(amount) == 0;
        } catch (NumberFormatException unreadable) {
            return false;
        }
    }

    private static String shown(@Nullable String said) {
        return said == null ? "" : Text.shortened(said, LONGEST_SAID);
    }

    /**
     * How the payment of the case's refund stands, for a process that was told of a report.
     *
     * @throws NotFound if the case has no refund
     */
    @Transactional(readOnly = true)
    public PayoutStanding standing(CaseNumber caseNumber) {
        return book.standing(refunds.findLatestOf(caseNumber.value())
                .orElseThrow(() -> new NotFound("Case " + caseNumber + " has no refund.")));
    }
}
