package dev.kefu.parcels.domain;

/** What was decided to do. */
public enum Course {
    UNDECIDED, RESHIP, REFUND, ABANDON,
    /** A team leader turned the report down; nothing was promised. */
    REJECT
}
