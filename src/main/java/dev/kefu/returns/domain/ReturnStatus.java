package dev.kefu.returns.domain;

/** What has happened to a return so far. */
public enum ReturnStatus {
    REQUESTED, APPROVED, ON_THE_WAY, ARRIVED, INSPECTED, REFUNDED, REJECTED, SENT_BACK, ABORTED
}
