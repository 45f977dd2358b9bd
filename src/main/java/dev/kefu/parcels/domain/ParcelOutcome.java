package dev.kefu.parcels.domain;

/** How a case of a parcel ended. */
public enum ParcelOutcome {
    DELIVERED, REFUNDED, ABANDONED, REJECTED
}
