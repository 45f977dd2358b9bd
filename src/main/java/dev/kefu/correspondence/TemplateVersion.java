package dev.kefu.correspondence;

import dev.kefu.shared.Language;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.springframework.lang.Nullable;

/** What somebody made of a letter's text. Written once, never changed: the newest one counts. */
@Entity
@Table(name = "letter_template_version")
class TemplateVersion {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "letterTemplateVersion")
    @SequenceGenerator(name = "letterTemplateVersion", sequenceName = "letter_template_version_sequence", allocationSize = 1)
    private Long id;
    private String template;
    private String language;
    private int number;
    private String subject;
    private String body;
    private String editedBy;
    private Instant editedAt;

    protected TemplateVersion() {
    }

    /** @param text null to go back to the shipped text */
    static TemplateVersion edited(LetterKind kind, Language language, int number, @Nullable TemplateText text, String by,
            Instant at) {
        var version = new TemplateVersion();
        version.template = kind.id();
        version.language = language.code();
        version.number = number;
        version.subject = text == null ? null : text.subject();
        version.body = text == null ? null : text.body();
        version.editedBy = by;
        version.editedAt = at;
        return version;
    }

    /** Empty if it went back to the shipped text. */
    Optional<TemplateText> text() {
        return subject == null || body == null ? Optional.empty() : Optional.of(new TemplateText(subject, body));
    }

    String template() {
        return template;
    }

    String language() {
        return language;
    }

    int number() {
        return number;
    }

    String editedBy() {
        return editedBy;
    }

    Instant editedAt() {
        return editedAt;
    }
}
