package dev.kefu.parcels.domain;

import jakarta.persistence.Embeddable;

/** What goes back to the customer, of which the order's books say how much (PAR-7). */
@Embeddable
class Refunding {

    private boolean refundOrdered;
    private boolean refundOfSurcharge;
    private boolean refunded;
    private boolean paidElsewhere;

    protected Refunding() {
    }

    void order(boolean ofSurchargeOnly) {
        refundOrdered = true;
        refundOfSurcharge = ofSurchargeOnly;
    }

    void ended() {
        refundOrdered = false;
    }

    void goodsArePaid() {
        refunded = true;
    }

    /** The stock-out paid the goods back, and let go of the units. */
    void goodsArePaidElsewhere() {
        refunded = true;
        paidElsewhere = true;
    }

    boolean isOrdered() {
        return refundOrdered;
    }

    boolean isOfSurcharge() {
        return refundOfSurcharge;
    }

    boolean areGoodsPaid() {
        return refunded;
    }

    boolean areGoodsPaidHere() {
        return refunded && !paidElsewhere;
    }
}
