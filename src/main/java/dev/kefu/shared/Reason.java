package dev.kefu.shared;

import java.util.Collection;
import org.springframework.lang.Nullable;

/** Why somebody did what needs a reason: up to a few sentences, in which there is something to read. */
public record Reason(String words) {

    /** The field in which callers say it. */
    public static final String FIELD = "reason";

    /** The most characters. */
    public static final int LONGEST = 500;

    /**
     * As somebody gave it.
     *
     * @param words    null if they gave none
     * @param shortest the fewest characters that count as a reason here
     * @throws RuleViolation on {@link #FIELD} if it is too short, too long, empty to the eye, or can't be shown
     */
    public static Reason given(@Nullable String words, int shortest) {
        var stripped = words == null ? "" : words.strip();
        if (stripped.length() < shortest || stripped.length() > LONGEST || Text.isBlank(stripped) || !Text.isPlain(stripped)) {
            throw new RuleViolation(FIELD, "input", "reason must say why, in plain text of " + shortest + " to " + LONGEST
                    + " characters.");
        }
        return new Reason(stripped);
    }

    /** For what outlives the customer: without these words, and without what looks like a number or an address. */
    public Reason unnamed(Collection<String> personal) {
        return new Reason(Text.shortened(Masked.text(words, personal), LONGEST));
    }
}
