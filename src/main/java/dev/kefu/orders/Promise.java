package dev.kefu.orders;

import dev.kefu.shared.CaseNumber;
import dev.kefu.shared.Money;
import java.util.List;

/**
 * Money that was decided to go back to the customer.
 *
 * @param decisionKey what makes the decision one, however often it is told
 * @param amount      the lines' amounts, the freight and the surcharges together, less what is held back
 * @param freight     the part that gives the freight back
 * @param surcharges  the part that gives surcharges back
 * @param heldBack    what is kept of the other parts
 * @param lines       empty if the amount is not for particular units
 */
public record Promise(String decisionKey, String orderNumber, CaseNumber caseNumber, Money amount, Money freight,
        Money surcharges, Money heldBack, List<Line> lines, Status status) {

    public enum Status {
        /** Counts against what is refundable, and waits to be paid. */
        PROMISED,
        PAID,
        /** Given up; counts no more. */
        RELEASED
    }

    /** @param quantity 0 if only a part of the money of units goes back, such as a difference */
    public record Line(int line, int quantity, Money amount) {
    }
}
