package dev.kefu.refunds;

import org.springframework.lang.Nullable;

/**
 * What the payment service reports about a payout, once or more often.
 *
 * @param eventId   the service's own id of the report; the same twice counts once
 * @param refundId  of the order that it is about
 * @param reference of the payment
 * @param reason    why it failed, in the service's words
 */
public record PayoutReport(String eventId, String refundId, PayoutEventStatus status, @Nullable String reference,
        @Nullable String reason) {

    PayoutReport withoutWords() {
        return new PayoutReport(eventId, refundId, status, null, null);
    }
}
