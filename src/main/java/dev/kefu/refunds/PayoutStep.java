package dev.kefu.refunds;

/** What comes next with the payment of a refund; the process {@code refund} chooses its way by it. */
public enum PayoutStep {

    /** Order it from the payment service. */
    ORDER,
    /** The payment service has it and will report. */
    AWAIT,
    /** Finance says whether it is paid. */
    CONFIRM,
    /** Finance decides how to go on. */
    RESOLVE,
    /** Authorise it once more. */
    RETRY,
    PAID,
    ABANDONED
}
