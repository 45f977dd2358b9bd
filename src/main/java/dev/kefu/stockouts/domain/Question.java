package dev.kefu.stockouts.domain;

import dev.kefu.shared.Erasure;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.lang.Nullable;

/** What the customer is asked, from the question to the answer or the end of the time for it (STK-4). */
@Embeddable
class Question {

    private boolean questionOpen;
    private boolean mustAsk;
    private Instant silenceAt;
    private Instant askAgainAt;
    private String told;
    private boolean late;

    /** A new promise has to be answered; the time for the answer begins. */
    void put(Instant until) {
        questionOpen = true;
        silenceAt = until;
        askAgainAt = null;
    }

    /** It can't go on without the customer, whatever is in stock. */
    void insist(@Nullable String note) {
        mustAsk = true;
        questionOpen = false;
        told = note;
    }

    void tryAgain(Instant at) {
        askAgainAt = at;
    }

    void answered() {
        questionOpen = false;
        mustAsk = false;
        silenceAt = null;
        askAgainAt = null;
        told = null;
        late = false;
    }

    /** It is about goods that are there and have not left. */
    void concernsGoodsThatAreThere() {
        late = true;
    }

    boolean isLate() {
        return late;
    }

    boolean isOpen() {
        return questionOpen;
    }

    boolean isNeeded() {
        return mustAsk;
    }

    /** Whether the time for the answer is over; the engine's timers know no parts of milliseconds. */
    boolean isOver(Instant now) {
        return silenceAt != null && !now.isBefore(silenceAt.truncatedTo(ChronoUnit.MILLIS));
    }

    @Nullable
    Instant silenceAt() {
        return silenceAt;
    }

    @Nullable
    Instant askAgainAt() {
        return askAgainAt;
    }

    /** What who refused something wrote for the agent, null if nobody did. */
    @Nullable
    String told() {
        return told;
    }

    void erase(Erasure erasure) {
        told = erasure.cleared(told);
    }
}
