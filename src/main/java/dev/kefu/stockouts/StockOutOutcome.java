package dev.kefu.stockouts;

/** How a stock-out ended. */
public enum StockOutOutcome {
    SHIPPED, PARTLY_SHIPPED, SUBSTITUTED, REFUNDED,
    /** A team leader turned a junior agent's report down; nothing was promised. */
    REJECTED
}
