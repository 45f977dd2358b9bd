package dev.kefu.stockouts.domain;

/** Which promise to the customer a question is about; {@code delay-consent} treats them differently. */
public enum Delay {
    /** The first day that was promised. */
    FIRST,
    /** A later one. */
    NEXT,
    /** Nobody knows a day. */
    INDEFINITE
}
