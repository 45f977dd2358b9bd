package dev.kefu.parcels.domain;

/** What the courier answered to a claim (PAR-6). */
public enum ClaimResult {
    ACCEPTED, PARTLY, REFUSED
}
