package dev.kefu.returns.domain;

/** What became of the wish to let in what the policy does not (RET-2). */
enum ExceptionRequest {
    ASKED, GRANTED, REFUSED
}
