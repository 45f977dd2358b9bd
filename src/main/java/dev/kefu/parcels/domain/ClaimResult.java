package dev.kefu.parcels.domain;

/** What came of a claim: what the courier answered, or that nobody asks for it any more (PAR-6). */
public enum ClaimResult {
    ACCEPTED, PARTLY, REFUSED,
    /** The goods have turned up. */
    WITHDRAWN
}
