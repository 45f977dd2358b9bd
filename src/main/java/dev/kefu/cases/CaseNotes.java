package dev.kefu.cases;

import dev.kefu.shared.CaseNumber;
import dev.kefu.shared.RuleViolation;
import dev.kefu.shared.Text;
import dev.kefu.workflow.CaseComments;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people note on a case, by our own interface or as a comment in Tasklist: it all stands on the timeline, seen and
 * written by those who work on the case.
 */
@Service
@Transactional
public class CaseNotes implements CaseComments {

    /** The most characters of one note. */
    public static final int LONGEST = 2000;

    private static final String NOTE = "NOTE";

    private final CaseFiles cases;
    private final CaseAccess access;

    CaseNotes(CaseFiles cases, CaseAccess access) {
        this.cases = cases;
        this.access = access;
    }

    /**
     * @throws dev.kefu.shared.NotFound  if there is no such case
     * @throws dev.kefu.shared.Forbidden if the acting person does not work on it, or is an auditor
     * @throws RuleViolation             if there is nothing to read in the note, or it is too long
     */
    @Override
    public void add(CaseNumber caseNumber, String text) {
        access.requireWorker(caseNumber);
        if (Text.isBlank(text)) {
            throw new RuleViolation("text", "input", "The note is empty.");
        }
        if (text.length() > LONGEST) {
            throw new RuleViolation("text", "input", "The note has more than " + LONGEST + " characters.");
        }
        if (!Text.isPlain(text)) {
            throw new RuleViolation("text", "input", "The note has characters that can't be shown.");
        }
        cases.record(caseNumber, NOTE, text.strip());
    }

    @Override
    public boolean isOpenTo(CaseNumber caseNumber) {
        return access.maySeeAll(caseNumber);
    }

    /** The notes of a case, oldest first. */
    @Override
    @Transactional(readOnly = true)
    public List<Comment> of(CaseNumber caseNumber) {
        access.requireFull(caseNumber);
        var timeline = cases.get(caseNumber).timeline();
        return timeline.stream()
                .filter(entry -> entry.what().equals(NOTE) && entry.text() != null)
                .map(entry -> new Comment(caseNumber.value() + "." + timeline.indexOf(entry), entry.who(),
                        entry.at().toInstant(), entry.text()))
                .toList();
    }
}
