package dev.kefu.stockouts.domain;

/** What a customer says about a delay (STK-5, STK-6). */
public enum Answer {
    WAIT,
    /** The money back for what has not left. */
    REFUND,
    /** Another article for what is short. */
    SUBSTITUTE,
    /** What is there first, the rest later. */
    SHIP_REST,
    /** Nothing; after three working days the table says what that means. */
    NO_ANSWER;

    /** "Wait for the goods". */
    String inWords() {
        return switch (this) {
            case WAIT -> "Wait for the goods";
            case REFUND -> "Money back for what has not left";
            case SUBSTITUTE -> "Another article instead";
            case SHIP_REST -> "What is there first, the rest later";
            case NO_ANSWER -> "No answer";
        };
    }
}
