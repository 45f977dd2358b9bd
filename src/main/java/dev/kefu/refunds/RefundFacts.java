package dev.kefu.refunds;

import org.springframework.lang.Nullable;

/**
 * A refund as a case file shows it.
 *
 * @param amount   a decimal, in {@code currency}
 * @param refundId under which the payment service was asked to pay it, null if it was not
 * @param payout   where the payment service stands with it, null if it was not asked
 */
public record RefundFacts(String amount, String currency, RefundStatus status, String requestedBy,
        @Nullable String approverGroup, @Nullable String decidedBy, @Nullable String note, @Nullable String refundId,
        @Nullable String reference, @Nullable PayoutFacts payout) {

    static RefundFacts of(RefundView refund, @Nullable PayoutFacts payout) {
        return new RefundFacts(refund.amount().decimal(), refund.amount().currency().getCurrencyCode(), refund.status(),
                refund.requestedBy(), refund.approverGroup(), refund.decidedBy(), refund.note(),
                refund.refundId(), refund.paymentReference(), payout);
    }
}
