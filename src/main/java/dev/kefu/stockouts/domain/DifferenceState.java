package dev.kefu.stockouts.domain;

/** What becomes of the money that a cheaper article costs less. */
public enum DifferenceState {
    OWED, ORDERED, PAID,
    /** The customer leaves it at that. */
    WAIVED
}
