package dev.kefu.refunds;

import java.time.Instant;
import org.springframework.lang.Nullable;

/**
 * A report of the payment service that does not go together with what was known or done before.
 *
 * @param why in a sentence for finance
 */
public record PayoutContradiction(String eventId, String refundId, String caseNumber, PayoutEventStatus status,
        @Nullable String reference, @Nullable String reason, Instant receivedAt, String why) {
}
