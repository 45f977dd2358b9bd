package dev.kefu.returns.domain;

/** Where the goods of an approved return are; read by the gateway that follows. */
public enum Whereabouts {
    WITH_CUSTOMER,
    /** Their parcel came before the approval: it was late for an earlier return. */
    HERE,
    /** The customer keeps what they have; nothing comes back. */
    STAY
}
