package dev.kefu.correspondence;

import static dev.kefu.shared.ShopTime.local;

import dev.kefu.cases.CaseLetter;
import dev.kefu.mail.OutgoingMail;
import dev.kefu.shared.CaseNumber;
import dev.kefu.shared.Conflict;
import dev.kefu.shared.KeyedByName;
import dev.kefu.shared.Language;
import dev.kefu.shared.Listed;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.springframework.lang.Nullable;

/**
 * A letter to a customer as it was written; its words never change. What it tells goes when the customer is erased, that it
 * was written stays.
 */
@Entity
@Table(name = "letter")
class Letter extends KeyedByName {

    static final String ERASED = "The customer was erased.";
    private static final String INCOMPLETE = "The case did not say ";

    @Id
    private String id;
    private String caseNumber;
    private String customerId;
    private String template;
    private String language;
    private String recipient;
    private String subject;
    private String body;
    @Enumerated(EnumType.STRING)
    private LetterStatus status;
    private int attempts;
    private String failure;
    private Instant writtenAt;
    private Instant queuedAt;
    private Instant dueAt;
    private Instant sentAt;

    protected Letter() {
    }

    static Letter written(CaseNumber caseNumber, @Nullable String customerId, LetterKind kind, Language language,
            TemplateText text, Instant at) {
        var letter = new Letter();
        letter.id = UUID.randomUUID().toString();
        letter.caseNumber = caseNumber.value();
        letter.customerId = customerId;
        letter.template = kind.id();
        letter.language = language.code();
        letter.subject = text.subject();
        letter.body = text.body();
        letter.status = LetterStatus.NO_SERVER;
        letter.writtenAt = at;
        letter.queuedAt = at;
        return letter;
    }

    /** It goes to this address as soon as there is a server for it. */
    Letter to(String address) {
        recipient = address;
        return this;
    }

    /** @param why in the house's words */
    Letter notSendable(String why) {
        status = LetterStatus.NOT_SENDABLE;
        failure = why;
        dueAt = null;
        return this;
    }

    /** It lacks what it can't do without, and nobody can add that afterwards. */
    Letter incomplete(List<String> lacking) {
        return notSendable(INCOMPLETE + Listed.names(lacking) + ".");
    }

    /** It may be sent from now on. */
    Letter queued(Instant at) {
        status = LetterStatus.WAITING;
        queuedAt = at;
        dueAt = at;
        return this;
    }

    /**
     * Somebody sends it now. If they never say what became of it, it is due again at the end of the time they took.
     *
     * @return the number of the attempt, to say it with
     */
    int claim(Instant until) {
        attempts++;
        dueAt = until;
        return attempts;
    }

    /** Whoever took it did not come to it. */
    void putBack(Instant at) {
        attempts--;
        dueAt = at;
    }

    /** Whether this attempt is the latest, and nobody erased or took over the letter meanwhile. */
    boolean isOnAttempt(int attempt) {
        return status == LetterStatus.WAITING && attempts == attempt;
    }

    void sent(Instant at) {
        status = LetterStatus.SENT;
        sentAt = at;
        dueAt = null;
        failure = null;
    }

    void failed(String why, Instant tryAgainAt) {
        failure = why;
        dueAt = tryAgainAt;
    }

    void failedForGood(String why) {
        status = LetterStatus.FAILED;
        failure = why;
        dueAt = null;
    }

    /**
     * Somebody wants it sent after all, to the address that is known now.
     *
     * @throws Conflict if it was sent or still waits, lacks what it needs, or the customer was erased
     */
    void retry(String address, Instant at) {
        require(status, LetterStatus.FAILED, LetterStatus.NOT_SENDABLE, LetterStatus.NO_SERVER);
        if (body.isEmpty() || failure != null && failure.startsWith(INCOMPLETE)) {
            throw new Conflict(body.isEmpty() ? ERASED : failure);
        }
        attempts = 0;
        failure = null;
        to(address).queued(at);
    }

    /** Again changes nothing. */
    void erase() {
        recipient = null;
        subject = "";
        body = "";
        if (status == LetterStatus.WAITING || status == LetterStatus.NO_SERVER) {
            notSendable(ERASED);
        }
    }

    boolean isQueuedBefore(Instant limit) {
        return queuedAt.isBefore(limit);
    }

    CaseNumber caseNumber() {
        return CaseNumber.of(caseNumber);
    }

    @Nullable
    String customerId() {
        return customerId;
    }

    String template() {
        return template;
    }

    String language() {
        return language;
    }

    /** Why it is not sent; null if nothing went wrong. */
    @Nullable
    String failure() {
        return failure;
    }

    LetterStatus status() {
        return status;
    }

    @Nullable
    String recipient() {
        return recipient;
    }

    String body() {
        return body;
    }

    /** As it is sent. */
    OutgoingMail outgoing() {
        return new OutgoingMail(id, attempts, language, recipient, subject, body);
    }

    CaseLetter view(ZoneId zone) {
        return new CaseLetter(id, template, language, recipient, subject, status.name(), attempts, failure,
                local(writtenAt, zone), local(status == LetterStatus.WAITING ? dueAt : null, zone), local(sentAt, zone));
    }

    LetterDesk.Listed listed(ZoneId zone) {
        return new LetterDesk.Listed(id, caseNumber, template, language, status, attempts, failure, local(writtenAt, zone),
                local(status == LetterStatus.WAITING ? dueAt : null, zone), local(sentAt, zone));
    }

    @Override
    public String getId() {
        return id;
    }
}
