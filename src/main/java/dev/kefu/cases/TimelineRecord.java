package dev.kefu.cases;

import dev.kefu.shared.CaseNumber;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import org.springframework.lang.Nullable;

/** One line of a timeline. Written once, never changed. */
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

    protected TimelineRecord() {
    }

    static TimelineRecord of(CaseNumber caseNumber, Instant at, String actor, String what, @Nullable String text) {
        var entry = new TimelineRecord();
        entry.caseNumber = caseNumber.value();
        entry.happenedAt = at;
        entry.actor = actor;
        entry.what = what;
        entry.text = text;
        return entry;
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

    @Nullable
    String text() {
        return text;
    }
}
