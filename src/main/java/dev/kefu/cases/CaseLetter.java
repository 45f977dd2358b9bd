package dev.kefu.cases;

import java.time.OffsetDateTime;
import org.springframework.lang.Nullable;

/**
 * A letter to the customer, as the case file shows it.
 *
 * @param template      what it is about, such as {@code return-approved}
 * @param language      {@code zh} or {@code en}
 * @param recipient     an e-mail address, in a case file only its first letter and its domain; null if none is known
 * @param status        {@code WAITING}, {@code NO_SERVER}, {@code SENT}, {@code FAILED} or {@code NOT_SENDABLE}
 * @param attempts      how often it was tried to send it
 * @param failure       why it is not sent, in the house's words; null if nothing went wrong
 * @param nextAttemptAt null unless it waits
 */
public record CaseLetter(String id, String template, String language, @Nullable String recipient, String subject,
        String status, int attempts, @Nullable String failure, OffsetDateTime writtenAt,
        @Nullable OffsetDateTime nextAttemptAt, @Nullable OffsetDateTime sentAt) {

    /** The same, its failure in other words. */
    public CaseLetter failing(@Nullable String why) {
        return new CaseLetter(id, template, language, recipient, subject, status, attempts, why, writtenAt, nextAttemptAt,
                sentAt);
    }

    /** The same letter, for those who may read no more of it than this. */
    public CaseLetter showing(@Nullable String recipient, String subject) {
        return new CaseLetter(id, template, language, recipient, subject, status, attempts, failure, writtenAt, nextAttemptAt,
                sentAt);
    }
}
