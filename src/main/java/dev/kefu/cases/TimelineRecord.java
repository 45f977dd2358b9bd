package dev.kefu.cases;

import dev.kefu.shared.CaseNumber;
import dev.kefu.shared.Erasure;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import org.springframework.lang.Nullable;

/**
 * One line of a timeline. Written once, never changed but for one thing: when a customer is erased, what people wrote goes
 * and what the house noted stays.
 */
@Entity
@Table(name = "timeline_entry")
class TimelineRecord {

    static final int LONGEST_TEXT = 4000;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "timeline")
    @SequenceGenerator(name = "timeline", sequenceName = "timeline_sequence", allocationSize = 50)
    private Long id;
    private String caseNumber;
    private Instant happenedAt;
    private String actor;
    private String what;
    private String text;
    private boolean said;

    protected TimelineRecord() {
    }

    /** @param said whether the text is a person's words, and not the house's own */
    static TimelineRecord of(CaseNumber caseNumber, Instant at, String actor, String what, @Nullable String text,
            boolean said) {
        var entry = new TimelineRecord();
        entry.caseNumber = caseNumber.value();
        entry.happenedAt = at;
        entry.actor = actor;
        entry.what = what;
        entry.text = text;
        entry.said = said;
        return entry;
    }

    /** @return whether there was anything to remove */
    boolean erase(Erasure erasure) {
        var left = said ? null : erasure.cleared(text);
        var changes = !Objects.equals(left, text);
        text = left;
        return changes;
    }

    Instant happenedAt() {
        return happenedAt;
    }

    String actor() {
        return actor;
    }

    String what() {
        return what;
    }

    /** Whether a person wrote the text. */
    boolean isSaid() {
        return said;
    }

    @Nullable
    String text() {
        return text;
    }
}
