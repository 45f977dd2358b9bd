package dev.kefu.returns.domain;

/** Where a settlement leads; read by the gateway that follows. */
public enum NextStep {
    REFUND, SEND_BACK,
    /** Nothing is owed and nothing goes back. */
    CLOSE
}
