package dev.kefu.shipping;

/**
 * Whoever waits for a parcel says that a courier has had it for too long; somebody has to ask after it. Published in the
 * transaction in which that is noted, each time anew while it goes on.
 */
public record ParcelOverdue(ParcelView parcel) {
}
