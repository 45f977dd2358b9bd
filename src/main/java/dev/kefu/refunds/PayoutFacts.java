package dev.kefu.refunds;

import java.time.OffsetDateTime;
import org.springframework.lang.Nullable;

/**
 * Where the payment service stands with a refund, as a case file shows it.
 *
 * @param attempt   counting from 1; a further one is made only after the one before failed for good
 * @param orderedAt when this attempt was first ordered
 * @param said      the last words of the service, or why there are none; null if there is nothing to say
 */
public record PayoutFacts(PayoutStatus status, int attempt, OffsetDateTime orderedAt, @Nullable String said) {
}
