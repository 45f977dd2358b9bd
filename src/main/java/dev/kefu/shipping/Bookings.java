package dev.kefu.shipping;

import dev.kefu.cases.CaseAborted;
import dev.kefu.cases.CaseFiles;
import dev.kefu.cases.CaseStatus;
import dev.kefu.customers.Contact;
import dev.kefu.orders.Orders;
import dev.kefu.orders.ShipmentFate;
import dev.kefu.shared.CaseNumber;
import dev.kefu.shared.NotFound;
import dev.kefu.shipping.CourierAnswer.Booked;
import dev.kefu.shipping.CourierAnswer.Refused;
import dev.kefu.shipping.CourierAnswer.Unclear;
import dev.kefu.shipping.CourierAnswer.Unreached;
import dev.kefu.workflow.JobTries;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.data.domain.Limit;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Books parcels with the service over HTTP that {@code kefu.couriers.*} names. Called where no transaction holds a lock; the
 * same booking twice gives the same parcel.
 */
@Service
@Transactional
public class Bookings {

    /** No step is still being tried then whose process went on without it; longer than any call may take. */
    private static final Duration LONGEST_ASKING = Duration.ofMinutes(10);
    private static final Limit MOST_AT_ONCE = Limit.of(100);

    private final BookingRecords bookings;
    private final ParcelRecords parcels;
    private final ParcelBook book;
    private final Parcels door;
    private final Orders orders;
    private final CourierService service;
    private final CaseFiles cases;
    private final JobTries jobs;
    private final TransactionTemplate apart;
    private final Clock clock;

    Bookings(BookingRecords bookings, ParcelRecords parcels, ParcelBook book, Parcels door, Orders orders, CourierService service,
            CaseFiles cases, JobTries jobs, PlatformTransactionManager transactions, Clock clock) {
        this.bookings = bookings;
        this.parcels = parcels;
        this.book = book;
        this.door = door;
        this.orders = orders;
        this.service = service;
        this.cases = cases;
        this.jobs = jobs;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionTemplate.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    /** Whether there is a service at all; without it people type tracking numbers. */
    @Transactional(readOnly = true)
    public boolean isConnected() {
        return service.isConnected();
    }

    /**
     * Books, and registers the parcel. While it is unclear whether the service has it, it throws and is asked again with the
     * same key by the engine; at the last try it gives up to people, and the service is told to cancel.
     *
     * @throws BookingUnclear if it came to nothing and is to be tried again
     */
    public BookingResult book(Booking booking) {
        var isAsked = Boolean.TRUE.equals(apart.execute(status -> ask(booking)));
        if (!isAsked) {
            return load(booking.key()).result();
        }
        var answer = service.book(booking);
        var isLast = jobs.isLast();
        if (!Boolean.TRUE.equals(apart.execute(status -> isStillWanted(booking.key(), answer, isLast)))) {
            return load(booking.key()).result();
        }

        // Before the booking's row, as all who lock orders do
        orders.lock(booking.orderNumber());
        var row = bookings.hold(booking.key()).orElseThrow(() -> unknown(booking.key()));
        take(booking, row, answer, isLast);
        return row.result();
    }

    /**
     * Committed before the call: after a crash nobody could say otherwise that the service may have it. Whoever cancels locks the
     * order too, so that of the two at the same moment the later one sees what the earlier one wrote.
     */
    private boolean ask(Booking booking) {
        orders.lock(booking.orderNumber());
        var row = bookings.hold(booking.key()).orElseGet(() -> bookings.save(BookingRecord.opened(booking)));
        if (row.status() != BookingRecord.Status.OPEN) {
            return false;
        }
        if (row.isCancelled() || !isOpen(booking.caseNumber())) {
            row.endCancelled(clock.instant());
            return false;
        }
        if (!service.isConnected()) {
            row.byHand("There is no courier service.", clock.instant());
            return false;
        }
        row.ask(clock.instant());
        return true;
    }

    /**
     * Committed by itself, since the step may fail now: because it is tried again, or because the process went on without it
     * and called the parcel off. The service may have heard the two in the other order, so it is told once more then.
     */
    private boolean isStillWanted(String key, CourierAnswer answer, boolean isLast) {
        var row = bookings.hold(key).orElseThrow(() -> unknown(key));
        if (answer instanceof Unreached) {
            row.takeBack();
        }
        if (row.isCancelled()) {
            row.endCancelled(clock.instant());
            return false;
        }
        if ((answer instanceof Unclear || answer instanceof Unreached) && row.heard(what(answer)) && !isLast) {
            cases.recordFact(row.caseNumber(), "BOOKING_UNANSWERED", "Booking " + key + ": " + what(answer) + " It is asked again.");
        }
        return true;
    }

    private static String what(CourierAnswer answer) {
        return answer instanceof Unreached unreached ? unreached.what() : ((Unclear) answer).what();
    }

    private void take(Booking booking, BookingRecord row, CourierAnswer answer, boolean isLast) {
        if (row.isCancelled()) {
            // After the service had answered, so that it hears of it after the booking
            row.byHand(BookingRecord.CANCELLED, clock.instant());
        } else if (answer instanceof Booked booked) {
            takeBooked(booking, row, booked);
        } else if (answer instanceof Refused refused) {
            giveUp(row, refused.reason());
        } else if (!isLast) {
            throw new BookingUnclear(booking.key(), what(answer));
        } else {
            giveUp(row, what(answer));
            if (row.mayHaveReached()) {
                row.cancel(clock.instant());
            }
        }
    }

    private void takeBooked(Booking booking, BookingRecord row, Booked answer) {
        var courier = Objects.requireNonNullElse(answer.courier(), booking.courier());
        var parcel = new NewParcel(booking.orderNumber(), booking.leg(), booking.purpose(), booking.caseNumber(), courier,
                answer.trackingNumber(), booking.lines(), null);
        if (!door.mayRegister(parcel)) {
            giveUp(row, "The courier service answered with the number of another customer's parcel.");
            row.cancel(clock.instant());
            return;
        }
        row.booked(answer, courier, door.register(parcel).id(), clock.instant());
        cases.recordFact(row.caseNumber(), "PARCEL_BOOKED", courier + " " + answer.trackingNumber());
    }

    private void giveUp(BookingRecord row, String why) {
        row.byHand(why, clock.instant());
        cases.record(row.caseNumber(), "BOOKING_BY_HAND", why);
    }

    /**
     * What was booked, or is about to be, is not wanted any more; tried again until the service knows. Again changes nothing.
     * The parcel doesn't count any more, unless the courier reports that it has it all the same.
     */
    public void cancel(PlannedBooking planned) {
        orders.lock(planned.orderNumber());
        if (bookings.findById(planned.key()).isEmpty()) {
            // A job may be about to ask
            bookings.save(BookingRecord.notWanted(planned, clock.instant()));
        } else {
            cancel(planned.key());
        }
    }

    /** The same by whoever would be asking now; where nobody was asked, nothing happens. */
    public void cancel(String key) {
        var parcelId = bookings.findById(key).map(BookingRecord::parcelId).orElse(null);
        var parcel = parcelId == null ? null : parcels.findById(parcelId).orElse(null);
        if (parcel != null) {
            // Before the booking's row, as all who lock orders do
            book.hold(Set.of(parcel.orderNumber()), parcel.trackingKey());
        }
        bookings.hold(key).filter(row -> !row.isCancelled()).ifPresent(row -> {
            row.cancel(clock.instant());
            letGo(parcel);
        });
    }

    private void letGo(@Nullable Parcel parcel) {
        if (parcel != null && parcel.state() == ParcelState.ANNOUNCED && !parcel.isCancelled()) {
            parcel.cancelled(clock.instant());
            if (parcel.leg() == Leg.TO_CUSTOMER) {
                orders.become(parcel.orderNumber(), parcel.trackingNumber(), ShipmentFate.RETURNED, clock.instant());
            }
        }
    }

    /**
     * Nobody works on the case any more: what was booked in it, and not handed over yet, is not sent. Before the case lets go of
     * its goods: numbers of parcels are locked before articles (ADR 0023).
     */
    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    public void abort(CaseAborted aborted) {
        Optional.ofNullable(cases.summaryOf(aborted.caseNumber()).orderNumber()).ifPresent(orders::lock);
        bookings.findKeysOf(aborted.caseNumber().value()).stream().filter(this::hasNotLeft).forEach(this::cancel);
    }

    private boolean hasNotLeft(String key) {
        var row = load(key);
        return row.parcelId() == null ? row.status() == BookingRecord.Status.OPEN
                : parcels.findById(row.parcelId()).filter(each -> each.state() == ParcelState.ANNOUNCED).isPresent();
    }

    /** The consignee's address is another one while the parcel travels; {@code false} if nobody could be told. */
    @Transactional(readOnly = true)
    public boolean redirect(long parcelId, Contact consignee) {
        if (!service.isConnected()) {
            return false;
        }
        var parcel = parcels.findById(parcelId).orElseThrow(() -> new NotFound("There is no parcel " + parcelId + "."));
        // The same address once more is the same; back to an earlier one, after another, is not to be taken for it
        var key = "R-" + parcelId + "-" + UUID.nameUUIDFromBytes(consignee.toString().getBytes(StandardCharsets.UTF_8));
        return service.redirect(key, parcel.courier(), parcel.trackingNumber(), consignee);
    }

    /**
     * Looks after bookings whose step is gone before it could end them: of cases that have ended, and of such that were called
     * off while the service was asked.
     */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public void endForgotten() {
        var left = apart.execute(status -> bookings.findLeftOpen(clock.instant().minus(LONGEST_ASKING), MOST_AT_ONCE));
        left.forEach(key -> apart.executeWithoutResult(status -> endIfForgotten(key)));
    }

    private void endIfForgotten(String key) {
        var known = load(key);
        orders.lock(known.orderNumber());
        bookings.hold(key).filter(row -> row.status() == BookingRecord.Status.OPEN)
                .filter(row -> row.isCancelled() || !isOpen(row.caseNumber()))
                .ifPresent(row -> row.endCancelled(clock.instant()));
    }

    private boolean isOpen(CaseNumber caseNumber) {
        return cases.summaryOf(caseNumber).status() == CaseStatus.OPEN;
    }

    private BookingRecord load(String key) {
        return bookings.findById(key).orElseThrow(() -> unknown(key));
    }

    private static NotFound unknown(String key) {
        return new NotFound("There is no booking " + key + ".");
    }
}
