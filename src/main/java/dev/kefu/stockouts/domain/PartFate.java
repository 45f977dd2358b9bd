package dev.kefu.stockouts.domain;

/** What becomes of units of a stock-out. */
public enum PartFate {
    /** Owed to the customer. */
    OWED,
    /** Reserved, and in the hands of the warehouse. */
    TO_SHIP,
    SHIPPED,
    /** They will never leave; their money is on its way back. */
    CANCELLED,
    REFUNDED;

    boolean isOpen() {
        return this == OWED || this == TO_SHIP;
    }
}
