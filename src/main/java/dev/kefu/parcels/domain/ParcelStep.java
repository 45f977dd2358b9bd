package dev.kefu.parcels.domain;

/** What comes next for a parcel; the process asks for it wherever something has changed. */
public enum ParcelStep {
    /** The courier has it: follow it up until it is back (PAR-5). */
    CHASE,
    /** Agree with the customer how it goes on (PAR-4). */
    AGREE,
    /** A supervisor decides. */
    DECIDE,
    INSPECT, REFUND,
    /** The courier's service is asked to take it. */
    BOOK,
    /** An order clerk sends it. */
    RESHIP,
    /** Other goods are awaited; a stock-out of its own brings them. */
    AWAIT_GOODS,
    AWAIT_DELIVERY, CLOSE,
    /** Nothing is left to do but what runs beside. */
    DONE
}
