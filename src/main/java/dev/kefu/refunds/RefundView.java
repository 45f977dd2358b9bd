package dev.kefu.refunds;

import dev.kefu.shared.CaseNumber;
import dev.kefu.shared.Money;
import org.springframework.lang.Nullable;

/**
 * A refund as it stands.
 *
 * @param freight          the part of it that gives the order's freight back; null for refunds of former times, like the next two
 * @param surcharges       the part of it that gives surcharges back
 * @param heldBack         what was kept of its parts
 * @param requestedBy      who decided the amount
 * @param openedBy         who opened the case
 * @param approverGroup    null as long as nobody was asked, or if nobody needs to be
 * @param decidedBy        who approved or refused it, null if nobody (yet)
 * @param note             the words of the latest decision
 * @param refundId         the latest order to the payment service, null if there was none
 * @param paymentReference of the payment, null until paid
 */
public record RefundView(CaseNumber caseNumber, String orderNumber, Money amount, @Nullable Money freight,
        @Nullable Money surcharges, @Nullable Money heldBack, RefundCause cause, String requestedBy, String openedBy, RefundStatus status, @Nullable String approverGroup,
        @Nullable String decidedBy, @Nullable String note, @Nullable String refundId,
        @Nullable String paymentReference) {
}
