package dev.kefu.returns.domain;

/** What has happened to a return so far. From {@link #REFUNDED} on it is over, and how it ended is its outcome. */
public enum ReturnStatus {
    REQUESTED, APPROVED, ON_THE_WAY,
    /** Withdrawn while the parcel travels. */
    WITHDRAWN_ON_THE_WAY,
    ARRIVED, INSPECTED,
    /** Approved, and the customer keeps what they have. */
    GOODS_STAY,
    /** Lost on the way to us, and it is settled what the customer gets. */
    LOST_ON_THE_WAY,
    /** Withdrawn, or turned down, when the goods were here. */
    GOING_BACK,
    REFUNDED, EXCHANGED, REPAIRED, RESENT, REJECTED, SENT_BACK, WITHDRAWN, EXPIRED, ABORTED;

    /** Whether nothing happens to it any more. */
    boolean isOver() {
        return compareTo(REFUNDED) >= 0;
    }
}
