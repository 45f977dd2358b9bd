package dev.kefu.returns.domain;

/** What the returns specialist makes of a request (RET-1). */
public enum ReviewDecision {
    APPROVE, REJECT,
    /** Something is missing or wrong; the customer is asked. */
    ASK,
    /** Outside the policy, but a supervisor may let it in (RET-2). */
    EXCEPTION
}
