package dev.kefu.refunds;

/** Why money goes back; an input of the table {@code refund-authority}. */
public enum RefundCause {
    RETURN, STOCK_OUT, PARCEL, COMPLAINT
}
