package dev.kefu.refunds;

/** What the payment service reports about a payout. */
public enum PayoutEventStatus {
    PAID, FAILED
}
