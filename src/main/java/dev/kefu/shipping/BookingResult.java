package dev.kefu.shipping;

import org.springframework.lang.Nullable;

/**
 * What came of it.
 *
 * @param note why it has to be done by hand, in words for people; null if it was booked
 */
public record BookingResult(Status status, @Nullable String courier, @Nullable String trackingNumber, @Nullable String note) {

    public enum Status {
        BOOKED,
        /** There is no service, it refused, or it could not be asked: somebody types courier and number. */
        BY_HAND
    }
}
