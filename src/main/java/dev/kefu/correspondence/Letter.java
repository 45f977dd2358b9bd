package dev.kefu.correspondence;

import dev.kefu.shared.CaseNumber;
import dev.kefu.shared.KeyedByName;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A letter to a customer as it was written. */
@Entity
@Table(name = "letter")
class Letter extends KeyedByName {

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

    static Letter written(CaseNumber caseNumber, String template, String body, Instant at) {
        var letter = new Letter();
        letter.id = UUID.randomUUID().toString();
        letter.caseNumber = caseNumber.value();
        letter.template = template;
        letter.language = "zh";
        letter.subject = template;
        letter.body = body;
        letter.status = LetterStatus.NO_SERVER;
        letter.writtenAt = at;
        letter.queuedAt = at;
        return letter;
    }

    @Override
    public String getId() {
        return id;
    }
}
