package dev.kefu.shipping;

/** What a courier reports of a parcel. */
public enum ParcelEventStatus {
    PICKED_UP, IN_TRANSIT, DELIVERED, FAILED_ATTEMPT, RETURNING, RETURNED_TO_SENDER, LOST, DAMAGED
}
