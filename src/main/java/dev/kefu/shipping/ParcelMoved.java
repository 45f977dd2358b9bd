package dev.kefu.shipping;

/**
 * A parcel's events lead to another state than before, or to another failed attempt. Published in the transaction in which
 * the event is stored; told once for each change, never for an event that changes nothing.
 */
public record ParcelMoved(ParcelView parcel, ParcelState before) {
}
