package dev.kefu.refunds;

/** The payment service gave no answer that can be relied on; the step is tried again with the same order. */
public class PaymentUnclear extends RuntimeException {

    PaymentUnclear(String refundId, String what) {
        super("Payout " + refundId + ": " + what);
    }
}
