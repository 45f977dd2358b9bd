package dev.kefu.parcels.domain;

/** What the courier says of a parcel that is not back (PAR-5). */
public enum ChaseAnswer {
    RETURNING, BACK, LOST, DELIVERED
}
