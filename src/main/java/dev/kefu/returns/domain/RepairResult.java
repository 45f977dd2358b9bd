package dev.kefu.returns.domain;

/** What became of goods that a technician had to repair (RET-5). */
public enum RepairResult {
    REPAIRED,
    /** A repair makes no sense; the customer gets another one. */
    REPLACE,
    NOT_REPAIRABLE
}
