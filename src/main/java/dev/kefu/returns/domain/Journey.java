package dev.kefu.returns.domain;

import dev.kefu.shared.Erasure;
import dev.kefu.shared.SearchKey;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.lang.Nullable;

/** How the goods of a return come back, and until when they are waited for (RET-3, RET-8). */
@Embeddable
class Journey {

    private String courier;
    private String trackingNumber;
    private boolean byCustomer;
    private String sentCourier;
    private String sentTrackingNumber;
    private String trackingKey;
    private String sentTrackingKey;
    private String bookingKey;
    private boolean calledOff;
    private boolean arrived;
    private boolean reminded;
    /** The courier's bad news in spite of which the goods are waited for. */
    private String waitsInSpiteOf;
    private Instant waitsSince;
    private Instant deadline;

    /** @param since the days are counted from here */
    void arrange(WayBack wayBack, Instant since, Instant reminder) {
        courier = wayBack.courier();
        trackingNumber = wayBack.trackingNumber();
        byCustomer = wayBack.byCustomer();
        index();
        waitFrom(since, reminder);
    }

    /** The courier's service collects the goods, booked under this key. */
    void bookedAs(String key) {
        bookingKey = key;
        calledOff = false;
    }

    /** Nobody collects the goods any more. */
    void callOff() {
        calledOff = true;
    }

    /** Whether a courier's service was asked to collect them, and still does. */
    boolean isBooked() {
        return bookingKey != null && !calledOff;
    }

    /** The customer has sent the goods: the days begin anew. Again with the same parcel changes nothing. */
    boolean send(Parcel parcel, Instant since, Instant reminder) {
        if (parcel.equals(sent())) {
            return false;
        }
        sentCourier = parcel.courier();
        sentTrackingNumber = parcel.trackingNumber();
        index();
        waitFrom(since, reminder);
        return true;
    }

    void remind(Instant expiry) {
        reminded = true;
        deadline = expiry;
    }

    void waitUntil(Instant end) {
        deadline = end;
    }

    /** The days begin anew, though the courier reported that it won't bring the goods, or brought them back. */
    void waitInSpiteOf(@Nullable String news, Instant since, Instant reminder) {
        waitFrom(since, reminder);
        waitsInSpiteOf = news;
    }

    /** Whether somebody decided, after this news, to wait on. */
    boolean waitsInSpiteOf(String news) {
        return news.equals(waitsInSpiteOf);
    }

    /** The goods are not waited for any more. */
    void giveUp() {
        deadline = null;
    }

    void arrive() {
        arrived = true;
        deadline = null;
    }

    void erase(Erasure erasure) {
        courier = erasure.cleared(courier);
        trackingNumber = erasure.cleared(trackingNumber);
        sentCourier = erasure.cleared(sentCourier);
        sentTrackingNumber = erasure.cleared(sentTrackingNumber);
        index();
    }

    /** Whether a parcel is on its way: collected by the courier, or sent by the customer, who told it. */
    boolean isSent() {
        return courier != null && !calledOff || sentCourier != null;
    }

    /** Whether the goods are here, or were. */
    boolean isArrived() {
        return arrived;
    }

    boolean isReminded() {
        return reminded;
    }

    /** Null before it is arranged. */
    @Nullable
    WayBack wayBack() {
        return courier == null && !byCustomer ? null : new WayBack(courier, trackingNumber, byCustomer);
    }

    /** The parcel that the customer told, null if they told none. */
    @Nullable
    Parcel sent() {
        return sentCourier == null ? null : new Parcel(sentCourier, sentTrackingNumber);
    }

    /** The parcel in which the goods are, if somebody told it: the customer, or whoever arranged with the courier. */
    @Nullable
    Parcel parcel() {
        return sentCourier != null ? sent() : courier == null ? null : new Parcel(courier, trackingNumber);
    }

    /** Each parcel in which the goods may be, the latest told first. */
    List<Parcel> parcels() {
        return Stream.of(Optional.ofNullable(sent()), Optional.ofNullable(courier).map(carrier -> new Parcel(carrier, trackingNumber)))
                .flatMap(Optional::stream).distinct().toList();
    }

    @Nullable
    Instant waitsSince() {
        return waitsSince;
    }

    /** Null while nobody waits for the goods. */
    @Nullable
    Instant deadline() {
        return deadline;
    }

    /** By what the parcel is found, whichever way its number is typed. */
    private void index() {
        trackingKey = SearchKey.ofNumber(trackingNumber);
        sentTrackingKey = SearchKey.ofNumber(sentTrackingNumber);
    }

    private void waitFrom(Instant since, Instant reminder) {
        waitsInSpiteOf = null;
        waitsSince = since;
        deadline = reminder;
        reminded = false;
    }
}
