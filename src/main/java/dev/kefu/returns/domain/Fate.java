package dev.kefu.returns.domain;

/** What becomes of units that came back, or that the customer keeps: first where they are to go, then where they went. */
public enum Fate {
    TO_SETTLE, TO_REPAIR, TO_REPLACE, TO_REFUND, TO_SEND_BACK,
    /** What is to go out in their place is the business of a stock-out case. */
    AWAITS_GOODS,
    /** Given up by the customer, who gets nothing for them. */
    KEPT,
    REFUNDED, REPLACED, REPAIRED, SENT_BACK;

    /** Whether something is left to do for them. */
    boolean isOpen() {
        return compareTo(KEPT) < 0;
    }
}
