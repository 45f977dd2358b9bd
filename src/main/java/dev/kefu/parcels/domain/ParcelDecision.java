package dev.kefu.parcels.domain;

/** What a supervisor decides on a parcel that failed too often. */
public enum ParcelDecision {
    RESHIP, REFUND, ABANDON
}
