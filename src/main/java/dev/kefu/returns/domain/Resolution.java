package dev.kefu.returns.domain;

import java.util.Locale;

/** What the customer wants for the goods (RET-5). */
public enum Resolution {
    REFUND,
    /** Other goods of the same price, or the same once more. */
    EXCHANGE, REPAIR,
    /** What was missing is sent. */
    RESEND;

    /** "refund". */
    String inWords() {
        return name().toLowerCase(Locale.ROOT);
    }
}
