package dev.kefu.parcels.domain;

import dev.kefu.shared.Violations;
import java.util.List;
import java.util.Map;
import org.springframework.lang.Nullable;

/**
 * What inspection found of one line of a parcel that came home, as it is typed; several rows for one line where its units
 * differ. The same fields as for a return.
 *
 * @param line           number of the order line
 * @param accepted       units that can be sold again, if their condition is as new; nothing means none
 * @param refused        other units, nothing means none
 * @param condition      always needed
 * @param qualityProblem whether a fault of the goods is established; nothing means that nobody looked
 */
public record Finding(@Nullable Integer line, @Nullable Integer accepted, @Nullable Integer refused,
        @Nullable GoodsCondition condition, @Nullable Boolean qualityProblem, @Nullable String note) {

    private static final int LONGEST_NOTE = 1000;

    public Finding {
        accepted = accepted == null ? 0 : accepted;
        refused = refused == null ? 0 : refused;
    }

    /** @param expected units by line */
    static void requireFit(List<Finding> found, Map<Integer, Integer> expected) {
        var violations = new Violations();
        for (int row = 0; row < found.size(); row++) {
            found.get(row).check("findings[" + row + "]", expected, violations);
        }
        expected.forEach((line, quantity) -> {
            var arrived = found.stream().filter(finding -> line.equals(finding.line()))
                    .mapToLong(finding -> (long) finding.accepted() + finding.refused()).sum();
            if (arrived > quantity) {
                violations.add("findings", "PAR-3", "Line " + line + ": " + arrived + " units were found, but only "
                        + quantity + " were sent.");
            }
        });
        violations.refuseIfAny();
    }

    private void check(String field, Map<Integer, Integer> expected, Violations violations) {
        if (line == null || !expected.containsKey(line)) {
            violations.add(field + ".line", "PAR-3", "Line " + line + " was not in this parcel.");
        }
        if (accepted < 0) {
            violations.add(field + ".accepted", "PAR-3", "Accepted units can't be fewer than 0.");
        }
        if (refused < 0) {
            violations.add(field + ".refused", "PAR-3", "Refused units can't be fewer than 0.");
        }
        if (condition == null) {
            violations.add(field + ".condition", "PAR-3", "Say in what condition the goods are.");
        }
        if (note != null && note.length() > LONGEST_NOTE) {
            violations.add(field + ".note", "input", "The note has more than " + LONGEST_NOTE + " characters.");
        }
    }

    boolean isSellable() {
        return condition == GoodsCondition.AS_NEW && !Boolean.TRUE.equals(qualityProblem);
    }
}
