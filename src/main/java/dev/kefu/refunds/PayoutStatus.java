package dev.kefu.refunds;

import java.util.Set;

/** Where one attempt of the payment service to pay a refund stands. */
public enum PayoutStatus {

    /** To be sent; a try may be under way, or have failed. */
    ORDERED,
    /** The service has it and will report. */
    PENDING,
    /** No try had an answer that can be understood; the service may have paid all the same. */
    UNKNOWN,
    /** No try ever came as far as the service. */
    UNREACHED,
    /** The service says that it paid, but not this amount in this currency. */
    DISPUTED,
    /** The service won't pay: final. */
    FAILED,
    PAID;

    private static final Set<PayoutStatus> OPEN = Set.of(ORDERED, PENDING, UNKNOWN);

    /** Whether the money may be on its way without anybody knowing. */
    public boolean isOpen() {
        return OPEN.contains(this);
    }
}
