package dev.kefu.refunds;

import java.time.Instant;
import org.springframework.lang.Nullable;

/**
 * How a payment stands, for the process and for finance.
 *
 * @param note     what finance reads about it, null if there is nothing to say
 * @param silentAt when the payment service has been silent for too long, null unless it is awaited
 */
public record PayoutStanding(PayoutStep step, @Nullable String note, @Nullable Instant silentAt) {

    public static PayoutStanding of(PayoutStep step) {
        return new PayoutStanding(step, null, null);
    }
}
