package dev.kefu.parcels.domain;

/** Where an answer of the customer leads at once. */
public enum Agreement {
    /** It goes out again, and the customer pays a difference before (SHP-4). */
    SURCHARGE,
    /** Nobody was reached; it is tried again. */
    TRY_AGAIN,
    SETTLED
}
