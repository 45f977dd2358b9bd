package dev.kefu.shipping;

import org.springframework.lang.Nullable;

/** What a courier's service answers to being asked to take a parcel. */
public sealed interface CourierAnswer {

    /**
     * It takes it.
     *
     * @param courier who carries it; null if the one that was asked for
     */
    record Booked(@Nullable String courier, String trackingNumber, @Nullable String reference) implements CourierAnswer {
    }

    /** It doesn't. */
    record Refused(String reason) implements CourierAnswer {
    }

    /** It may have heard it, and what it will do is not known. */
    record Unclear(String what) implements CourierAnswer {
    }

    /** It has heard nothing of it. */
    record Unreached(String what) implements CourierAnswer {
    }
}
