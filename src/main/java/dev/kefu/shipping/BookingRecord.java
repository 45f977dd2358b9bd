package dev.kefu.shipping;

import dev.kefu.shared.CaseNumber;
import dev.kefu.shared.KeyedByName;
import dev.kefu.shared.Text;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.lang.Nullable;

/** What a courier's service was asked to take, and what came of it. Who the customer is does not stand here. */
@Entity
@Table(name = "courier_booking")
class BookingRecord extends KeyedByName {

    static final String CANCELLED = "The booking was cancelled.";

    private static final int LONGEST_SAID = 500;
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    enum Status {
        /** It is being asked. */
        OPEN,
        BOOKED, BY_HAND
    }

    enum Cancellation {
        NONE,
        /** The service does not know yet. */
        WANTED,
        DONE,
        /** The service says that it is too late. */
        REFUSED
    }

    @Id
    @Column(name = "booking_key")
    private String key;
    private String caseNumber;
    private String orderNumber;
    @Enumerated(EnumType.STRING)
    private Leg leg;
    @Enumerated(EnumType.STRING)
    private Status status;
    private int tries;
    private Instant askedAt;
    private Instant endedAt;
    private String courier;
    private String trackingNumber;
    private Long parcelId;
    private String reference;
    private String note;
    private String heard;
    @Enumerated(EnumType.STRING)
    private Cancellation cancellation;
    private int cancelTries;
    private Instant cancelDue;

    protected BookingRecord() {
    }

    static BookingRecord opened(Booking booking) {
        return planned(new PlannedBooking(booking.key(), booking.caseNumber(), booking.orderNumber(), booking.leg()));
    }

    /** It was called off before anybody was asked. */
    static BookingRecord notWanted(PlannedBooking planned, Instant at) {
        var row = planned(planned);
        row.endCancelled(at);
        return row;
    }

    private static BookingRecord planned(PlannedBooking planned) {
        var row = new BookingRecord();
        row.key = planned.key();
        row.caseNumber = planned.caseNumber().value();
        row.orderNumber = planned.orderNumber();
        row.leg = planned.leg();
        row.status = Status.OPEN;
        row.cancellation = Cancellation.NONE;
        return row;
    }

    void ask(Instant at) {
        tries++;
        askedAt = at;
    }

    /** The service has heard nothing of this try. */
    void takeBack() {
        tries--;
    }

    /** @return whether that is another reason than before */
    boolean heard(String what) {
        var shortened = Text.shortened(what, LONGEST_SAID);
        var isNews = !shortened.equals(heard);
        heard = shortened;
        return isNews;
    }

    void booked(CourierAnswer.Booked answer, String by, long parcel, Instant at) {
        status = Status.BOOKED;
        courier = by;
        trackingNumber = answer.trackingNumber();
        reference = answer.reference();
        parcelId = parcel;
        endedAt = at;
    }

    void byHand(String why, Instant at) {
        status = Status.BY_HAND;
        note = Text.shortened(why, LONGEST_SAID);
        endedAt = at;
    }

    /** Nobody wants it any more; the service has to know if it may have heard of it. */
    void cancel(Instant at) {
        if (cancellation == Cancellation.NONE) {
            cancelAnew(at);
        }
    }

    /** Nobody asks for it any more. What was asked of it may come to the service after what it was told before. */
    void endCancelled(Instant at) {
        byHand(CANCELLED, at);
        cancelAnew(at);
    }

    private void cancelAnew(Instant at) {
        cancellation = tries == 0 ? Cancellation.DONE : Cancellation.WANTED;
        cancelTries = 0;
        cancelDue = at;
    }

    void tellingBy(Instant until) {
        cancelDue = until;
    }

    void told(boolean isTooLate) {
        cancellation = isTooLate ? Cancellation.REFUSED : Cancellation.DONE;
        cancelDue = null;
    }

    /** The pauses double, up to an hour. */
    void notTold(Instant at) {
        var pause = Duration.ofMinutes(1L << Math.min(cancelTries, 6));
        cancelTries++;
        cancelDue = at.plus(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause);
    }

    boolean isCancelled() {
        return cancellation != Cancellation.NONE;
    }

    boolean isToBeCancelled() {
        return cancellation == Cancellation.WANTED;
    }

    boolean mayHaveReached() {
        return tries > 0;
    }

    Status status() {
        return status;
    }

    CaseNumber caseNumber() {
        return CaseNumber.of(caseNumber);
    }

    String orderNumber() {
        return orderNumber;
    }

    @Nullable
    Long parcelId() {
        return parcelId;
    }

    BookingResult result() {
        if (status == Status.BOOKED) {
            return isCancelled() ? new BookingResult(BookingResult.Status.BY_HAND, null, null, CANCELLED)
                    : new BookingResult(BookingResult.Status.BOOKED, courier, trackingNumber, null);
        }
        return new BookingResult(BookingResult.Status.BY_HAND, null, null, note);
    }

    /** The words of the courier's service. */
    Stream<String> said() {
        return Stream.of(reference, note, heard).filter(Objects::nonNull);
    }

    void erase() {
        reference = null;
        note = null;
        heard = null;
    }

    @Override
    public String getId() {
        return key;
    }
}
