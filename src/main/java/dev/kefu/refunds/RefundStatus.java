package dev.kefu.refunds;

/** Where a refund stands. The last three are final. */
public enum RefundStatus {

    /** The money is promised in the order; who approves is not settled. */
    DECIDED,
    /** Somebody of the approver group has to say yes or no. */
    WAITING_FOR_APPROVAL,
    /** Finance may pay. */
    APPROVED,
    /** Finance said that the payment did not go through. */
    NOT_PAID,
    PAID,
    REFUSED,
    ABANDONED;

    public boolean isFinal() {
        return this == PAID || this == REFUSED || this == ABANDONED;
    }
}
