package dev.kefu.returns.domain;

/** Who arranges that the goods are collected; read by the gateways around {@code bookCollection}. */
public enum CollectionStep {
    /** The courier's service is to be asked. */
    TO_BOOK,
    /** It collects the goods. */
    BOOKED,
    /** Somebody arranges it. */
    BY_HAND
}
