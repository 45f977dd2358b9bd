package dev.kefu.refunds;

import dev.kefu.shared.Money;
import org.springframework.lang.Nullable;

/**
 * A refund as a case file shows it.
 *
 * @param amount   a decimal, in {@code currency}
 * @param freight  the part of the amount that gives the order's freight back; null for refunds of former times, like the next two
 * @param surcharges the part that gives surcharges back
 * @param heldBack what was kept of the parts, such as the freight of a parcel that was refused
 * @param refundId under which the payment service was asked to pay it, null if it was not
 * @param payout   where the payment service stands with it, null if it was not asked
 */
public record RefundFacts(String amount, String currency, @Nullable String freight, @Nullable String surcharges,
        @Nullable String heldBack, RefundStatus status, String requestedBy,
        @Nullable String approverGroup, @Nullable String decidedBy, @Nullable String note, @Nullable String refundId,
        @Nullable String reference, @Nullable PayoutFacts payout) {

    static RefundFacts of(RefundView refund, @Nullable PayoutFacts payout) {
        return new RefundFacts(refund.amount().decimal(), refund.amount().currency().getCurrencyCode(),
                decimal(refund.freight()), decimal(refund.surcharges()), decimal(refund.heldBack()), refund.status(),
                refund.requestedBy(), refund.approverGroup(), refund.decidedBy(), refund.note(),
                refund.refundId(), refund.paymentReference(), payout);
    }

    @Nullable
    private static String decimal(@Nullable Money part) {
        return part == null ? null : part.decimal();
    }
}
