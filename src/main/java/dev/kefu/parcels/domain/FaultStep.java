package dev.kefu.parcels.domain;

/** What the table {@code parcel-fault} says comes next. */
public enum FaultStep {
    RESHIP, REFUND,
    /** The courier answers for it; the customer chooses between the goods and the money. */
    CLAIM,
    /** It failed too often: a supervisor decides. */
    DECIDE
}
