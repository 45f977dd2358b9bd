package dev.kefu.shipping;

/** Where a parcel is, as far as its events tell; folded by when they happened, not by when they were told. */
public enum ParcelState {
    /** Known, and nothing was reported yet. */
    ANNOUNCED,
    UNDER_WAY,
    /** The consignee was not reached, or did not take it; the courier still has it. */
    FAILED_ATTEMPT,
    /** Handed to whom it was sent to: the customer or, on the way back, the shop. */
    DELIVERED,
    /** On its way to whoever sent it. */
    RETURNING,
    /** Back with whoever sent it; that is never a delivery. */
    RETURNED,
    LOST, DAMAGED
}
