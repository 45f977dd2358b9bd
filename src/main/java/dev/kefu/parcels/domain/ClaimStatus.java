package dev.kefu.parcels.domain;

/** Where the claim against the courier stands; it runs beside the customer's case (PAR-6). */
public enum ClaimStatus {
    NONE, OPEN, ACCEPTED, PARTLY, REFUSED, WITHDRAWN
}
