package dev.kefu.returns.domain;

/** What the customer wants for the goods (RET-5). */
public enum Resolution {
    REFUND
}
