package dev.kefu.cases;

/** How much of a case somebody sees. */
public enum Sight {

    /** Everything, as those need who work on it. */
    FULL,
    /** What happened, without telling who the customer is. */
    MASKED,
    NONE
}
