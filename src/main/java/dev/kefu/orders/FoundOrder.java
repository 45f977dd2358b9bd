package dev.kefu.orders;

import java.time.OffsetDateTime;
import org.springframework.lang.Nullable;

/**
 * An order in a list of what was found.
 *
 * @param customerName as whoever searches may see it; empty once the customer is erased
 * @param phone        likewise; null if none is known
 * @param openUnits    units that open cases hold
 * @param goods        what was bought, in a few words
 */
public record FoundOrder(String orderNumber, String customerName, @Nullable String phone, OffsetDateTime paidAt,
        State state, int openUnits, String goods, FoundBy foundBy) {

    /** How far the goods are. */
    public enum State {
        NOT_SHIPPED, SHIPPED, PARTLY_DELIVERED, DELIVERED,
        /** None of it will be sent. */
        CANCELLED
    }
}
