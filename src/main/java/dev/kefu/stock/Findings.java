package dev.kefu.stock;

import dev.kefu.shared.Violations;
import java.util.List;
import java.util.Map;
import org.springframework.lang.Nullable;

/** Whether what inspection found fits what was to be looked at (RET-4, RET-6, PAR-3). */
public final class Findings {

    private static final int LONGEST_NOTE = 1000;

    private Findings() {
    }

    /** How a case says that findings are not about its goods. */
    public interface Expectation {

        /** The rule that asks for the inspection. */
        String rule();

        String notAmong(@Nullable Integer line);

        /** The rule that no more comes back than went out. */
        String countRule();

        String tooMany(int line, long found, int expected);
    }

    /**
     * @param expected units by line
     * @throws dev.kefu.shared.RuleViolation if a finding is about other goods, or more were found than expected
     */
    public static void requireFit(List<Finding> found, Map<Integer, Integer> expected, Expectation expectation) {
        var violations = new Violations();
        for (int row = 0; row < found.size(); row++) {
            check(found.get(row), "findings[" + row + "]", expected, expectation, violations);
        }
        violations.refuseIfAny();
        expected.forEach((line, quantity) -> {
            var arrived = found.stream().filter(finding -> line.equals(finding.line()))
                    .mapToLong(finding -> (long) finding.accepted() + finding.refused()).sum();
            if (arrived > quantity) {
                violations.add("findings", expectation.countRule(), expectation.tooMany(line, arrived, quantity));
            }
        });
        violations.refuseIfAny();
    }

    private static void check(Finding finding, String field, Map<Integer, Integer> expected, Expectation expectation,
            Violations violations) {
        if (finding.line() == null || !expected.containsKey(finding.line())) {
            violations.add(field + ".line", expectation.rule(), expectation.notAmong(finding.line()));
        }
        if (finding.accepted() < 0) {
            violations.add(field + ".accepted", expectation.rule(), "Accepted units can't be fewer than 0.");
        }
        if (finding.refused() < 0) {
            violations.add(field + ".refused", expectation.rule(), "Refused units can't be fewer than 0.");
        }
        if (finding.condition() == null) {
            violations.add(field + ".condition", expectation.rule(), "Say in what condition the goods are.");
        }
        if (finding.note() != null && finding.note().length() > LONGEST_NOTE) {
            violations.add(field + ".note", "input", "The note has more than " + LONGEST_NOTE + " characters.");
        }
    }
}
