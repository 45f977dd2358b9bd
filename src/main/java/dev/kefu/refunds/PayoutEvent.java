package dev.kefu.refunds;

import dev.kefu.shared.Erasure;
import dev.kefu.shared.KeyedByName;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.lang.Nullable;

/** What the payment service reported about a payout, as it came, and what it led to. */
@Entity
@Table(name = "payout_event")
class PayoutEvent extends KeyedByName {

    enum Standing {
        /** Nothing has been done about it yet. */
        KEPT,
        TAKEN,
        /** It says what was known. */
        AGREES,
        /** It says something else than what was done: people have to look at it. */
        CONTRADICTS
    }

    @Id
    private String eventId;
    private String refundId;
    private String decisionKey;
    @Enumerated(EnumType.STRING)
    private PayoutEventStatus status;
    private String reference;
    private String reason;
    private Instant receivedAt;
    @Enumerated(EnumType.STRING)
    private Standing standing;
    private String why;

    protected PayoutEvent() {
    }

    static PayoutEvent received(PayoutReport report, Payout payout, Instant at) {
        var event = new PayoutEvent();
        event.eventId = report.eventId();
        event.refundId = payout.refundId();
        event.decisionKey = payout.decisionKey();
        event.status = report.status();
        event.reference = report.reference();
        event.reason = report.reason();
        event.receivedAt = at;
        event.standing = Standing.KEPT;
        return event;
    }

    /** Whether it says the same, as far as that can be told when its words are gone. */
    boolean saysInShort(PayoutReport report) {
        return refundId.equals(report.refundId()) && status == report.status();
    }

    boolean says(PayoutReport report) {
        return saysInShort(report)
                && Objects.equals(reference, report.reference()) && Objects.equals(reason, report.reason());
    }

    void taken() {
        standing = Standing.TAKEN;
    }

    void agrees() {
        standing = Standing.AGREES;
    }

    void contradicts(String what) {
        standing = Standing.CONTRADICTS;
        why = what;
    }

    String refundId() {
        return refundId;
    }

    String decisionKey() {
        return decisionKey;
    }

    PayoutEventStatus status() {
        return status;
    }

    @Nullable
    String reference() {
        return reference;
    }

    @Nullable
    String reason() {
        return reason;
    }

    PayoutContradiction contradiction(String caseNumber) {
        return new PayoutContradiction(eventId, refundId, caseNumber, status, reference, reason, receivedAt, why);
    }

    /** The words of the payment service. */
    Stream<String> said() {
        return Stream.of(reference, reason).filter(Objects::nonNull);
    }

    void erase(Erasure erasure) {
        reference = erasure.cleared(reference);
        reason = null;
    }

    @Override
    public String getId() {
        return eventId;
    }
}
