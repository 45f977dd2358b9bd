package dev.kefu.stockouts.bulk;

/** How far a run is. */
public enum RunStatus {
    RUNNING, FINISHED,
    /** A supervisor stopped it; the orders that were left have no case of it. */
    STOPPED
}
