package dev.kefu.stockouts.domain;

import dev.kefu.shared.Erasure;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
    @ElementCollection
    @CollectionTable(name = "stock_out_reply", joinColumns = @JoinColumn(name = "case_number"))
    @OrderColumn(name = "position")
    private List<CustomerReply> replies = new ArrayList<>();

    /** The customer, or nobody, has said something; the last word counts, all are kept. */
    void noted(Answer answer, @Nullable String substituteSku, String by, Instant at) {
        replies.add(CustomerReply.noted(answer, substituteSku, by, at));
    }

    List<CustomerReply> replies() {
        return List.copyOf(replies);
    }

    Optional<Answer> lastAnswer() {
        return replies.isEmpty() ? Optional.empty() : Optional.of(replies.get(replies.size() - 1).answer());
    }

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
