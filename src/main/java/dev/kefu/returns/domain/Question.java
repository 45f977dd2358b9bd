package dev.kefu.returns.domain;

/** Why something has to be agreed with the customer. */
enum Question {

    REFUSED("refused at inspection"),
    OUTSIDE_POLICY("accepted, but outside the policy as they were found"),
    WORTHLESS("accepted, but nothing was paid for them, so nothing can be refunded"),
    REFUND_NOT_PAID("the refund was not paid"),
    NOT_IN_STOCK("what should go out instead could not be had");

    private final String words;

    Question(String words) {
        this.words = words;
    }

    String inWords() {
        return words;
    }
}
