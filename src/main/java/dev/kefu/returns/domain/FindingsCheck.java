package dev.kefu.returns.domain;

import dev.kefu.shared.RuleViolation;
import dev.kefu.shared.Violations;
import java.util.List;
import java.util.Map;

/** Whether findings fit the return that they are about (RET-4, RET-6). */
final class FindingsCheck {

    private static final int LONGEST_NOTE = 1000;

    private FindingsCheck() {
    }

    /**
     * @param approved units by line
     * @throws RuleViolation if a finding is about other goods, or more were found than approved
     */
    static void requireFit(List<Finding> found, Map<Integer, Integer> approved) {
        var violations = new Violations();
        for (int row = 0; row < found.size(); row++) {
            check(found.get(row), "findings[" + row + "]", approved, violations);
        }
        violations.refuseIfAny();
        approved.forEach((line, quantity) -> {
            var arrived = found.stream().filter(finding -> line.equals(finding.line()))
                    .mapToLong(finding -> (long) finding.accepted() + finding.refused()).sum();
            if (arrived > quantity) {
                violations.add("findings", "RET-6", "Line " + line + ": " + arrived + " units were found, but only "
                        + quantity + " were approved.");
            }
        });
        violations.refuseIfAny();
    }

    private static void check(Finding finding, String field, Map<Integer, Integer> approved, Violations violations) {
        if (finding.line() == null || !approved.containsKey(finding.line())) {
            violations.add(field + ".line", "RET-4", "Line " + finding.line() + " is not part of this return.");
        }
        if (finding.accepted() < 0) {
            violations.add(field + ".accepted", "RET-4", "Accepted units can't be fewer than 0.");
        }
        if (finding.refused() < 0) {
            violations.add(field + ".refused", "RET-4", "Refused units can't be fewer than 0.");
        }
        if (finding.condition() == null) {
            violations.add(field + ".condition", "RET-4", "Say in what condition the goods are.");
        }
        if (finding.note() != null && finding.note().length() > LONGEST_NOTE) {
            violations.add(field + ".note", "input", "The note has more than " + LONGEST_NOTE + " characters.");
        }
    }
}
