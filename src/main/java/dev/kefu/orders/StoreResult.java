package dev.kefu.orders;

/** What became of an order that the shop told us. */
public enum StoreResult {
    CREATED, UPDATED, UNCHANGED
}
