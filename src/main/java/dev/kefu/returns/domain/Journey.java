package dev.kefu.returns.domain;

import dev.kefu.shared.Erasure;
import dev.kefu.shared.SearchKey;
import jakarta.persistence.Embeddable;
import java.time.Instant;
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
    private boolean arrived;
    private boolean reminded;
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
        return courier != null || sentCourier != null;
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
        waitsSince = since;
        deadline = reminder;
        reminded = false;
    }
}
