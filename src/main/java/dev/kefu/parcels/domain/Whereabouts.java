package dev.kefu.parcels.domain;

/** Where the goods are that are meant for the customer, as far as anybody knows. */
public enum Whereabouts {
    /** The courier has them, whichever way they go. */
    WITH_COURIER,
    HERE, LOST,
    /** With whom they were meant for. */
    DELIVERED
}
