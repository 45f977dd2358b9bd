package dev.kefu.stockouts.bulk;

/** What became of one order in a run. */
public enum OpeningStatus {
    /** It is its turn later, or never, where the run was stopped. */
    TO_DO,
    OPENED,
    /** A stock-out of the order was open already. */
    SKIPPED,
    REFUSED
}
