package dev.kefu.refunds;

/** How a refund ended, for the process that called it. */
public enum RefundOutcome {
    PAID, REFUSED, ABANDONED
}
