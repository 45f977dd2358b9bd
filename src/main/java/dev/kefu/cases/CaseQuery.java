package dev.kefu.cases;

import dev.kefu.shared.RuleViolation;
import dev.kefu.shared.Text;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.springframework.lang.Nullable;

/**
 * What a search of cases asks for; all of it must hold, and null or false is no condition. An empty text is none either.
 *
 * @param owner       the user id of whoever answers for them
 * @param openedFrom  opened on this day or later, in the shop's zone
 * @param openedUntil opened on this day or earlier
 * @param olderThan   opened more than so many days ago
 * @param overdue     a task of theirs should have been done by now
 */
public record CaseQuery(@Nullable String kind, @Nullable CaseStatus status, @Nullable String orderNumber,
        @Nullable String customerId, @Nullable String owner, @Nullable LocalDate openedFrom, @Nullable LocalDate openedUntil,
        @Nullable Integer olderThan, boolean overdue) {

    private static final int LONGEST = 64;
    private static final int MOST_DAYS = 36_500;
    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 9999;
    private static final Pattern KIND = Pattern.compile("[a-zA-Z0-9_-]+");

    /** @throws RuleViolation if a condition is one that no case can meet; names it */
    public CaseQuery {
        kind = given("kind", kind);
        orderNumber = given("orderNumber", orderNumber);
        customerId = given("customerId", customerId);
        owner = given("owner", owner);
        if (kind != null && !KIND.matcher(kind).matches()) {
            throw new RuleViolation("kind", "input", "There is no kind of case of that name.");
        }
        requireYear("openedFrom", openedFrom);
        requireYear("openedUntil", openedUntil);
        if (openedFrom != null && openedUntil != null && openedFrom.isAfter(openedUntil)) {
            throw new RuleViolation("openedUntil", "input", "The last day is before the first.");
        }
        if (olderThan != null && (olderThan < 0 || olderThan > MOST_DAYS)) {
            throw new RuleViolation("olderThan", "input", "The age is a number of days from 0 to " + MOST_DAYS + ".");
        }
    }

    @Nullable
    private static String given(String field, @Nullable String condition) {
        if (condition == null || condition.isBlank()) {
            return null;
        }
        if (!Text.isPlain(condition) || condition.strip().length() > LONGEST) {
            throw new RuleViolation(field, "input", "There is nothing of that name.");
        }
        return condition.strip();
    }

    /** What is beyond them, databases don't agree upon. */
    private static void requireYear(String field, @Nullable LocalDate day) {
        if (day != null && (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR)) {
            throw new RuleViolation(field, "input", "The day is not in one of the years " + FIRST_YEAR + " to " + LAST_YEAR + ".");
        }
    }
}
