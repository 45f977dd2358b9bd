package dev.kefu.stockouts.domain;

import java.util.EnumSet;
import java.util.Set;

/** Where a stock-out stands. */
public enum StockOutStatus {
    /** A team leader looks at a junior agent's report. */
    REPORTED,
    /** What comes next is being decided. */
    OPEN,
    TO_COUNT, TO_SHIP, ASKING, WAITING, TO_APPROVE, TO_AUTHORISE, REPAYING,
    SHIPPED, PARTLY_SHIPPED, SUBSTITUTED, REFUNDED, REJECTED,
    /** Its process was stopped. */
    ABORTED;

    private static final Set<StockOutStatus> OVER = EnumSet.of(SHIPPED, PARTLY_SHIPPED, SUBSTITUTED, REFUNDED, REJECTED, ABORTED);

    boolean isOver() {
        return OVER.contains(this);
    }

    static StockOutStatus of(NextMove move) {
        return switch (move) {
            case COUNT -> TO_COUNT;
            case SHIP -> TO_SHIP;
            case ASK -> ASKING;
            case WAIT -> WAITING;
            case APPROVE_SUBSTITUTE -> TO_APPROVE;
            case AUTHORISE -> TO_AUTHORISE;
            case REPAY -> REPAYING;
            case CLOSE -> OPEN;
        };
    }
}
