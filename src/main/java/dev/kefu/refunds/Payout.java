package dev.kefu.refunds;

import static dev.kefu.refunds.PayoutStatus.DISPUTED;
import static dev.kefu.refunds.PayoutStatus.FAILED;
import static dev.kefu.refunds.PayoutStatus.ORDERED;
import static dev.kefu.refunds.PayoutStatus.PAID;
import static dev.kefu.refunds.PayoutStatus.PENDING;
import static dev.kefu.refunds.PayoutStatus.UNKNOWN;
import static dev.kefu.refunds.PayoutStatus.UNREACHED;

import dev.kefu.shared.Erasure;
import dev.kefu.shared.KeyedByName;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.lang.Nullable;

/**
 * One attempt of the payment service to pay a refund. Its id is the key of all its tries; a further attempt, with a key of
 * its own, is made only after this one failed for good.
 */
@Entity
@Table(name = "payout")
class Payout extends KeyedByName {

    @Id
    private String refundId;
    private String decisionKey;
    private int attempt;
    @Enumerated(EnumType.STRING)
    private PayoutStatus status;
    private Instant orderedAt;
    private Instant sentAt;
    private int tries;
    private Instant endedAt;
    private String reference;
    private String reason;
    private String claim;
    private boolean confirmed;
    private boolean erased;

    protected Payout() {
    }

    static Payout ordered(Refund refund, int attempt, Instant at) {
        var payout = new Payout();
        payout.refundId = refund.key().replace('/', '-') + "-" + attempt;
        payout.decisionKey = refund.key();
        payout.attempt = attempt;
        payout.status = ORDERED;
        payout.orderedAt = at;
        return payout;
    }

    /** The same order is sent once more, under the same id. */
    void orderAgain() {
        require(status, ORDERED, PENDING, UNKNOWN, UNREACHED, DISPUTED);
        status = ORDERED;
    }

    /**
     * From now on it may have reached the service, whatever becomes of this process.
     *
     * @return the number of this try if none before it can have reached the service, else 0
     */
    int send(Instant at) {
        tries++;
        if (sentAt != null) {
            return 0;
        }
        sentAt = at;
        return tries;
    }

    /** That try did not come as far as the service, so none did, unless another one began since, as on another node. */
    void takeBack(int number) {
        if (tries == number) {
            sentAt = null;
        }
    }

    /**
     * A try came to nothing and is made again.
     *
     * @return whether that is news
     */
    boolean heard(String what) {
        if (status != ORDERED || what.equals(reason)) {
            return false;
        }
        reason = what;
        return true;
    }

    void pending() {
        status = PENDING;
        reason = null;
    }

    /** No more tries; what is certain is only whether any of them can have reached the service. */
    void unclear(String why) {
        status = sentAt == null ? UNREACHED : UNKNOWN;
        reason = why;
    }

    void disputed(String said) {
        status = DISPUTED;
        reason = said;
        claim = said;
    }

    void failed(@Nullable String why, Instant at) {
        status = FAILED;
        reason = why;
        endedAt = at;
    }

    void paid(@Nullable String by, Instant at) {
        status = PAID;
        reference = by;
        reason = null;
        endedAt = at;
    }

    /** Finance says that the service paid it, which has said nothing itself. */
    void confirmed(String by, Instant at) {
        paid(by, at);
        confirmed = true;
    }

    /** Whether finance ended it with another reference than the service now names: these may be two payments. */
    boolean isConfirmedOtherwise(@Nullable String by) {
        return confirmed && by != null && !by.strip().equalsIgnoreCase(reference.strip());
    }

    /** Whether the money may be on its way without anybody knowing; not so for what was never sent. */
    boolean mayBeOnItsWay() {
        return status == DISPUTED || status.isOpen() && sentAt != null;
    }

    String refundId() {
        return refundId;
    }

    String decisionKey() {
        return decisionKey;
    }

    int attempt() {
        return attempt;
    }

    PayoutStatus status() {
        return status;
    }

    /** What finance reads about it, null if there is nothing to decide. */
    @Nullable
    String note() {
        var note = currentNote();
        return note == null || claim == null || status == DISPUTED ? note
                : note + " Before that, the service had said: " + claim;
    }

    @Nullable
    private String currentNote() {
        return switch (status) {
            case PENDING -> "The payment service has the order " + refundId + " and has not said yet that it is paid.";
            case UNKNOWN -> "Nobody knows whether the payment service paid the order " + refundId + ". " + reason
                    + " Another try asks it under the same number, so nothing is paid twice.";
            case UNREACHED -> "The order " + refundId + " never came as far as the payment service. " + reason;
            case DISPUTED -> "The payment service says of the order " + refundId + ": " + reason
                    + " Settle it with the service before anything else is paid.";
            case FAILED -> "The payment service did not pay the order " + refundId + (reason == null ? "." : ": " + reason);
            case ORDERED -> "The order " + refundId + " is under way to the payment service.";
            case PAID -> null;
        };
    }

    /** The words of the payment service. */
    Stream<String> said() {
        return Stream.of(reference, reason, claim).filter(Objects::nonNull);
    }

    /** What was paid stays, and how; what the service said about it goes. */
    void erase(Erasure erasure) {
        reference = erasure.cleared(reference);
        reason = null;
        claim = null;
        erased = true;
    }

    /** Whether nothing more that somebody says about it is kept. */
    boolean isErased() {
        return erased;
    }

    PayoutFacts facts(ZoneId zone) {
        return new PayoutFacts(status, attempt, orderedAt.atZone(zone).toOffsetDateTime(), reason);
    }

    @Override
    public String getId() {
        return refundId;
    }
}
