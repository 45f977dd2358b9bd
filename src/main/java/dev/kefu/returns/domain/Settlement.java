package dev.kefu.returns.domain;

/** What is agreed with the customer when the goods or the money are not as asked for. */
public enum Settlement {
    /** What inspection accepted is refunded, and nothing else. */
    AS_FOUND,
    /** The goods go back to the customer. */
    SEND_BACK,
    /** Everything that arrived is refunded. */
    REFUND_ANYWAY
}
