package dev.kefu.refunds;

import dev.kefu.shared.Money;

/**
 * What the payment service is asked to pay. It says nothing about the customer; the order number leads there.
 *
 * @param refundId makes it happen once: the same for every try of one attempt, another for each further attempt
 * @param attempt  counting from 1
 */
public record PaymentOrder(String refundId, String caseNumber, String orderNumber, Money amount, RefundCause cause,
        int attempt) {
}
