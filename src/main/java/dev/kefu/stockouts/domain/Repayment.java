package dev.kefu.stockouts.domain;

import jakarta.persistence.Embeddable;
import org.springframework.lang.Nullable;

/** The money that the customer wants back, from the wish to the payment (STK-5). */
@Embeddable
class Repayment {

    private boolean refundWanted;
    private String refundAskedBy;
    private boolean repaymentDue;

    /** Who asked for it may not decide it (ORG-4). */
    void want(String by) {
        refundWanted = true;
        refundAskedBy = by;
    }

    /** The customer keeps the order. */
    void forget() {
        refundWanted = false;
        refundAskedBy = null;
    }

    /** Somebody said no; whoever asked did so all the same. */
    void refused() {
        refundWanted = false;
    }

    void authorised() {
        refundWanted = false;
        repaymentDue = true;
    }

    /** It is paid again after it failed; what was authorised stays so. */
    void again() {
        repaymentDue = true;
    }

    void ended() {
        repaymentDue = false;
    }

    boolean isWanted() {
        return refundWanted;
    }

    @Nullable
    String askedBy() {
        return refundAskedBy;
    }

    boolean isDue() {
        return repaymentDue;
    }
}
