package dev.kefu.refunds;

import dev.kefu.refunds.PayoutEvent.Standing;
import dev.kefu.shared.Conflict;
import dev.kefu.shared.NotFound;
import dev.kefu.shared.Wordless;
import dev.kefu.workflow.JobTries;
import dev.kefu.workflow.Processes;
import dev.kefu.workflow.Retries;
import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/**
 * The door for what the payment service reports by itself: early, late, twice, or against what it said before. A report is
 * stored first, then delivered if the process waits; one that comes while its order is under way is taken by that step.
 * What a crash left undelivered is delivered with the next report on the same refund, with the next try, or at the next
 * start.
 */
@Service
public class PayoutReports {

    /** What the process waits for; nobody but the house says it. */
    public static final String REPORTED = "payout-reported";

    private static final Logger LOG = LoggerFactory.getLogger(PayoutReports.class);

    private final PayoutRecords payouts;
    private final PayoutEventRecords events;
    private final PayoutBook book;
    private final Processes processes;
    private final JobTries tries;
    private final Retries retries;
    private final Clock clock;

    PayoutReports(PayoutRecords payouts, PayoutEventRecords events, PayoutBook book, Processes processes,
            JobTries tries, Retries retries, Clock clock) {
        this.payouts = payouts;
        this.events = events;
        this.book = book;
        this.processes = processes;
        this.tries = tries;
        this.retries = retries;
        this.clock = clock;
    }

    /**
     * Takes a report; the same again changes nothing.
     *
     * @throws NotFound if no such payout was ordered
     * @throws Conflict if another report came under the same id
     */
    public void receive(PayoutReport report) {
        var decisionKey = retries.inTransaction(() -> store(report));
        deliver(decisionKey);
    }

    private String store(PayoutReport report) {
        var payout = payouts.findById(report.refundId())
                .orElseThrow(() -> new NotFound("There is no payout " + report.refundId() + "."));
        book.hold(payout.decisionKey());
        var before = events.findById(report.eventId());
        if (before.isEmpty()) {
            // Words about a customer who was erased are not kept again (CUS-4)
            var kept = payout.isErased() ? report.withoutWords() : report;
            events.save(PayoutEvent.received(kept, payout, clock.instant()));
        } else if (!(payout.isErased() ? before.get().saysInShort(report) : before.get().says(report))) {
            throw new Conflict("The event " + report.eventId() + " came before and said something else.");
        }
        return payout.decisionKey();
    }

    private void deliver(String decisionKey) {
        retries.inTransaction(() -> {
            if (!book.hasReports(decisionKey)) {
                return decisionKey;
            }
            var refund = book.hold(decisionKey);
            var isOrdered = !refund.status().isFinal()
                    && book.latest(refund).filter(payout -> payout.status() == PayoutStatus.ORDERED).isPresent();
            if (isOrdered) {
                // The step takes it; where it has failed for good, its books are right when somebody starts it again
                if (tries.areUsedUp(refund.caseNumber(), Refunds.PROCESS)) {
                    book.take(refund);
                }
            } else if (book.take(refund)) {
                processes.tellFromHouse(refund.caseNumber(), Refunds.PROCESS, REPORTED);
            }
            return decisionKey;
        });
    }

    /** What a crash left between storing and delivering. */
    @EventListener(ApplicationReadyEvent.class)
    public void deliverWhatIsLeft() {
        for (var decisionKey : events.findDecisionsWith(Standing.KEPT)) {
            try {
                deliver(decisionKey);
            } catch (RuntimeException failure) {
                LOG.warn("A report on the payout of {} is still to be delivered", decisionKey, Wordless.of(failure));
            }
        }
    }

    /** The latest reports that don't go together with what was known or done, newest first; at most 200. */
    public List<PayoutContradiction> contradictions() {
        return retries.inTransaction(book::contradictions);
    }
}
