package dev.kefu.cases;

import dev.kefu.shared.CaseNumber;
import dev.kefu.shared.RuleViolation;
import dev.kefu.workflow.Actors;
import dev.kefu.workflow.FourEyes;
import dev.kefu.workflow.Groups;
import java.util.Set;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A team leader looks at what a junior agent reports before the house does anything about it (ORG-1), in the task
 * {@code reviewReport} of whatever process it began. What a report that is turned down means is the process's business.
 */
@Service
@Transactional
public class ReportReview implements FourEyes {

    private final CaseRecords records;
    private final CaseFiles cases;
    private final Actors actors;

    ReportReview(CaseRecords records, CaseFiles cases, Actors actors) {
        this.records = records;
        this.cases = cases;
        this.actors = actors;
    }

    /** Whether what the acting person opens is looked at first. */
    public boolean isNeeded() {
        return actors.isIn(Groups.JUNIOR_AGENTS);
    }

    /**
     * Notes what was said about the report.
     *
     * @throws RuleViolation on {@code note} if it is turned down without one, on {@code approved} if the acting person
     *                       reported it (ORG-4)
     */
    public void record(CaseNumber caseNumber, boolean accepted, @Nullable String note) {
        if (!accepted && (note == null || note.isBlank())) {
            throw new RuleViolation("note", "ORG-1", "Say why the report is turned down.");
        }
        if (actors.current().equals(cases.openerOf(caseNumber))) {
            throw new RuleViolation("approved", "ORG-4", "Somebody else than who reported it has to review it.");
        }
        cases.record(caseNumber, accepted ? "REPORT_ACCEPTED" : "REPORT_REJECTED", note);
    }

    @Override
    public String taskId() {
        return "reviewReport";
    }

    /** Nobody reviews what they reported themselves (ORG-4). */
    @Override
    @Transactional(readOnly = true)
    public Set<String> askers(CaseNumber caseNumber) {
        return records.findById(caseNumber.value()).map(record -> Set.of(record.openedBy())).orElse(Set.of());
    }
}
