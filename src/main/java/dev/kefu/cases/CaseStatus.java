package dev.kefu.cases;

/** Whether anything is still to be done. */
public enum CaseStatus {
    OPEN, CLOSED
}
