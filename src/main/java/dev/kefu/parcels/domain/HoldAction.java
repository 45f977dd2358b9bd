package dev.kefu.parcels.domain;

/** What is done if the customer has not answered when the time is up; the table {@code parcel-hold} says it. */
public enum HoldAction {
    REFUND, ABANDON, DECIDE
}
