package dev.kefu.shipping;

import dev.kefu.orders.KnownShipment;
import dev.kefu.orders.Orders;
import dev.kefu.orders.ShipmentsTold;
import dev.kefu.shared.Conflict;
import dev.kefu.shared.NotFound;
import dev.kefu.shared.RuleViolation;
import dev.kefu.shared.SearchKey;
import dev.kefu.shared.Wordless;
import dev.kefu.workflow.Retries;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.data.domain.Limit;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The door for what couriers report: early, late, twice, in any order, against what they said before, or of parcels that
 * nobody knows yet. A report is stored first and whole; what it leads to is seen in a second transaction. Reports of unknown
 * parcels are kept, and counted when the shop or the house tells the parcel: both look for the other after their own
 * transaction, so that of two at the same moment one finds the other.
 */
@Service
public class ParcelEvents {

    private static final Logger LOG = LoggerFactory.getLogger(ParcelEvents.class);

    /** Clocks of couriers may be so much ahead of ours. */
    private static final Duration LEEWAY = Duration.ofMinutes(5);
    private static final int MOST_AT_ONCE = 500;
    /** What counts for no parcel of its number. */
    private static final Duration UNTIL_LOOKED_AT_AGAIN = Duration.ofDays(1);
    /** By then nobody will tell the parcel any more. */
    private static final Duration LONGEST_UNKNOWN = Duration.ofDays(180);

    private final ParcelEventRecords events;
    private final ParcelBook book;
    private final Waybills waybills;
    private final Tracking tracking;
    private final Orders orders;
    private final Retries retries;
    private final TransactionTemplate apart;
    private final Clock clock;

    ParcelEvents(ParcelEventRecords events, ParcelBook book, Waybills waybills, Tracking tracking, Orders orders, Retries retries,
            PlatformTransactionManager transactions, Clock clock) {
        this.events = events;
        this.book = book;
        this.waybills = waybills;
        this.tracking = tracking;
        this.orders = orders;
        this.retries = retries;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionTemplate.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    /**
     * What became of a report.
     *
     * @param counted whether it was new; the same report once more changes nothing
     * @param parcel  as it stands now; null while nobody knows it. The newest, if it carries goods of several orders
     */
    public record Taken(boolean counted, @Nullable ParcelView parcel) {
    }

    /**
     * Takes a report; the same again changes nothing.
     *
     * @throws RuleViolation if it is of the future
     * @throws Conflict      if another report came under the same id
     */
    public Taken receive(ParcelReport told) {
        var report = new ParcelReport(told.eventId(), told.courier(), told.trackingNumber(), told.status(),
                told.occurredAt().truncatedTo(ChronoUnit.MILLIS), told.place());
        if (report.occurredAt().isAfter(clock.instant().plus(LEEWAY))) {
            throw new RuleViolation("occurredAt", "input", "occurredAt lies in the future.");
        }
        var key = Objects.requireNonNull(SearchKey.ofNumber(report.trackingNumber()));
        var counted = retries.inTransaction(() -> store(report, key));
        return new Taken(counted, settle(key, report.eventId()));
    }

    private boolean store(ParcelReport report, String key) {
        waybills.hold(key);
        var before = events.findById(report.eventId());
        if (before.isEmpty()) {
            events.save(ParcelEvent.reported(report, clock.instant(), events.nextInSequence()));
        } else if (!before.get().says(report)) {
            throw new Conflict("The event " + report.eventId() + " came before and said something else.");
        }
        return before.isEmpty();
    }

    /** @return the newest parcel for which this event counts; null if there is none */
    @Nullable
    private ParcelView settle(String key, String eventId) {
        return retries.inTransaction(() -> {
            var parcels = settleHere(key);
            var event = events.findById(eventId).orElseThrow(() -> new NotFound("There is no event " + eventId + "."));
            return tracking.match(events.findByKeys(List.of(key)), parcels).getOrDefault(event, List.of()).stream().findFirst()
                    .map(book::view).orElse(null);
        });
    }

    private List<Parcel> settleHere(String key) {
        var orderNumbers = book.ordersOf(key);
        book.hold(orderNumbers, key);
        return book.settle(key, orderNumbers);
    }

    /**
     * Events may have come before these parcels. Seen after the shop's own transaction: its orders are not refused, and its
     * imports not slowed down, by what couriers say.
     */
    @EventListener
    public void matchWhatCameBefore(ShipmentsTold told) {
        var keys = told.shipments().stream().map(KnownShipment::trackingNumber).map(SearchKey::ofNumber).filter(Objects::nonNull)
                .collect(Collectors.toCollection(TreeSet::new));
        try {
            var waiting = apart.execute(status -> events.existUnknown() ? List.copyOf(keys) : List.<String>of());
            for (int from = 0; from < waiting.size(); from += MOST_AT_ONCE) {
                var some = waiting.subList(from, Math.min(from + MOST_AT_ONCE, waiting.size()));
                apart.execute(status -> events.findUnknownOf(some)).forEach(this::settleApart);
            }
        } catch (RuntimeException failure) {
            LOG.warn("Events of parcels that were told just now are still to be matched", Wordless.of(failure));
        }
    }

    /**
     * What a crash left between storing and matching, and what went wrong with a step that a report leads to, is tried again;
     * what nobody will ask for any more goes.
     */
    @EventListener(ApplicationReadyEvent.class)
    public void matchWhatIsLeft() {
        apart.executeWithoutResult(status -> events.forgetUnknown(clock.instant().minus(LONGEST_UNKNOWN)));
        var lookedAt = clock.instant().minus(UNTIL_LOOKED_AT_AGAIN);
        var left = new LinkedHashSet<>(apart.execute(status -> events.findUnsettled(lookedAt, Limit.of(MOST_AT_ONCE))));
        left.addAll(apart.execute(status -> orders.knownOf(events.findUnknown(Limit.of(MOST_AT_ONCE)))));
        left.forEach(this::settleApart);
    }

    private void settleApart(String key) {
        try {
            apart.executeWithoutResult(status -> settleHere(key));
        } catch (RuntimeException failure) {
            LOG.warn("An event of a parcel is still to be matched", Wordless.of(failure));
        }
    }
}
