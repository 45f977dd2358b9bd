package dev.kefu.refunds;

import java.time.Duration;

/** Whoever pays refunds for the shop; it pays one order once, however often it is sent. */
public interface PaymentService {

    /** Whether there is one; without it finance pays. */
    boolean isConnected();

    /** After how long without a report finance is asked. */
    Duration silence();

    /** Sends the order, and answers within a time that is well below the lock of a job. Never throws. */
    PaymentAnswer pay(PaymentOrder order);
}
