package dev.kefu.stockouts.domain;

/** What comes next in a stock-out. */
public enum NextMove {
    /** The warehouse says what there really is (STK-3). */
    COUNT,
    /** Goods leave the house. */
    SHIP,
    /** The customer has to say how it goes on (STK-4). */
    ASK,
    /** Until goods come, the promised day is over, or somebody says something new (STK-6). */
    WAIT,
    /** A supervisor decides about a dearer article (AUT-2). */
    APPROVE_SUBSTITUTE,
    /** A manager decides whether money goes back (STK-5). */
    AUTHORISE,
    /** Money goes back. */
    REPAY,
    CLOSE
}
