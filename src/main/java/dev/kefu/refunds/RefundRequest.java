package dev.kefu.refunds;

import dev.kefu.orders.LineQuantity;
import dev.kefu.shared.CaseNumber;
import java.util.List;

/**
 * What a case asks the refund of.
 *
 * @param units       the units of the order that are paid back, at what the customer really paid for them
 * @param withFreight whether the freight of the order goes back as well, if it hasn't yet
 * @param requestedBy user id of the person whose decision set the amount
 */
public record RefundRequest(CaseNumber caseNumber, String orderNumber, List<LineQuantity> units, boolean withFreight,
        RefundCause cause, String requestedBy) {
}
