package dev.kefu.workflow;

import dev.kefu.shared.RuleViolation;
import dev.kefu.shared.Text;

/** Why an administrator intervenes: one to a few sentences. */
record Reason(String words) {

    static final String FIELD = "reason";
    static final int SHORTEST = 5;
    static final int LONGEST = 500;

    /** @throws RuleViolation if it is too short, too long, or can't be shown */
    Reason {
        words = words.strip();
        if (words.length() < SHORTEST || words.length() > LONGEST || !Text.isPlain(words)) {
            throw new RuleViolation(FIELD, "input", "reason must be plain text of " + SHORTEST + " to " + LONGEST
                    + " characters.");
        }
    }
}
