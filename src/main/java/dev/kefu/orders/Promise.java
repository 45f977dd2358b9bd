package dev.kefu.orders;

import dev.kefu.shared.CaseNumber;
import dev.kefu.shared.Money;
import java.util.List;

/**
 * Money that was decided to go back to the customer.
 *
 * @param decisionKey what makes the decision one, however often it is told
 * @param amount      the lines' amounts and the freight together
 * @param freight     the part that gives the freight back
 * @param lines       empty if the amount is not for particular units
 */
public record Promise(String decisionKey, String orderNumber, CaseNumber caseNumber, Money amount, Money freight,
        List<Line> lines, Status status) {

    public enum Status {
        /** Counts against what is refundable, and waits to be paid. */
        PROMISED,
        PAID,
        /** Given up; counts no more. */
        RELEASED
    }

    public record Line(int line, int quantity, Money amount) {
    }
}
