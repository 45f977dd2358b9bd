package dev.kefu.returns.domain;

/** Where a return goes on; read by the gateways of {@code product-return}. */
public enum NextStep {
    /** Something has to be agreed with the customer first. */
    SETTLE,
    /** A technician works on the goods. */
    REPAIR,
    /** Goods go out in their place. */
    REPLACE,
    REFUND,
    /** Goods go back to the customer. */
    SEND_BACK,
    /** The customer has withdrawn, and the parcel is on its way all the same. */
    AWAIT_PARCEL,
    /** Nothing is left to do. */
    CLOSE
}
