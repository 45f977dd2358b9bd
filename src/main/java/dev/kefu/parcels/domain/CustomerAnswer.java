package dev.kefu.parcels.domain;

/** What the customer wants, if they were reached (PAR-4, PAR-7). */
public enum CustomerAnswer {
    RESHIP, REFUND, NO_ANSWER
}
