package dev.kefu.cases;

import dev.kefu.shared.CaseNumber;
import dev.kefu.shared.RuleViolation;
import dev.kefu.shared.Text;
import org.springframework.lang.Nullable;

/** Why work goes to somebody else, in a person's own words; they stand on the timeline of each case. */
public record HandOverReason(String text) {

    /** The most characters of one. */
    public static final int LONGEST = 500;

    private static final String HAND_OVER_REASON = "HAND_OVER_REASON";

    /** @throws RuleViolation if it is too long, or can't be shown */
    public HandOverReason {
        text = text.strip();
        if (text.length() > LONGEST) {
            throw new RuleViolation("note", "input", "The note has more than " + LONGEST + " characters.");
        }
        if (!Text.isPlain(text)) {
            throw new RuleViolation("note", "input", "The note has characters that can't be shown.");
        }
    }

    /** Null if nothing was said. */
    @Nullable
    public static HandOverReason of(@Nullable String note) {
        return note == null || Text.isBlank(note) ? null : new HandOverReason(note);
    }

    void writeTo(CaseFiles cases, CaseNumber caseNumber) {
        cases.record(caseNumber, HAND_OVER_REASON, text);
    }
}
