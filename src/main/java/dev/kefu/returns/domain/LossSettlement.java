package dev.kefu.returns.domain;

/** What the customer gets for goods that a courier says it won't bring to us, or not whole. */
public enum LossSettlement {
    /** What they asked for, as if the goods had come. */
    AS_ASKED,
    /** Their money, whatever they asked for. */
    REFUND,
    /** Nothing yet: the parcel is looked for, or comes all the same. */
    WAIT,
    /** Nothing: the loss is theirs. */
    NOTHING
}
