package dev.kefu.returns.domain;

/** Whether goods have to come back and be looked at before anything is given for them (RET-7). */
public enum Inspection {
    REQUIRED, NONE
}
