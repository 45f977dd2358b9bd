package dev.kefu.returns.domain;

import dev.kefu.orders.LineQuantity;
import dev.kefu.shared.RuleViolation;
import dev.kefu.shared.Text;
import dev.kefu.shared.Violations;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import org.springframework.lang.Nullable;

/**
 * What a customer asks for.
 *
 * @param note what else they said, null if nothing
 */
public record ReturnRequest(String orderNumber, List<RequestedLine> lines, Reason reason, Resolution resolution,
        @Nullable String note) {

    private static final int LONGEST_SKU = 64;

    /**
     * @throws RuleViolation if a row lacks its line or a quantity of at least one, or wants an article that can't be, or that
     *                       another row of the line does not want
     */
    public ReturnRequest {
        var violations = new Violations();
        var wanted = new HashMap<Integer, String>();
        for (int row = 0; row < lines.size(); row++) {
            var asked = lines.get(row);
            if (asked.line() == null) {
                violations.add("lines[" + row + "].line", "RET-6", "Row " + (row + 1) + " needs the number of an order line.");
            }
            if (asked.quantity() == null || asked.quantity() < 1) {
                violations.add("lines[" + row + "].quantity", "RET-6", "Row " + (row + 1) + " needs a quantity of at least 1.");
            }
            checkWanted(asked, "lines[" + row + "].wantedSku", resolution, violations);
            if (wanted.containsKey(asked.line()) && !Objects.equals(wanted.get(asked.line()), asked.wantedSku())) {
                violations.add("lines[" + row + "].wantedSku", "RET-5", "Line " + asked.line()
                        + " is named twice with different articles; units of one line are exchanged for one article.");
            }
            wanted.putIfAbsent(asked.line(), asked.wantedSku());
        }
        violations.refuseIfAny();
        lines = List.copyOf(lines);
    }

    private static void checkWanted(RequestedLine asked, String field, Resolution resolution, Violations violations) {
        var sku = asked.wantedSku();
        if (sku == null) {
            return;
        }
        if (resolution != Resolution.EXCHANGE) {
            violations.add(field, "RET-5", "Another article is only for an exchange; leave it empty.");
        } else if (sku.length() > LONGEST_SKU || !Text.isVisible(sku)) {
            violations.add(field, "input", "The article number has more than " + LONGEST_SKU
                    + " characters, or some that can't be seen.");
        }
    }

    /** The reason and what the customer said, for the people who judge it. */
    public String inWords() {
        return note == null ? reason.inWords() + "." : reason.inWords() + ": " + note;
    }

    List<LineQuantity> units() {
        return lines.stream().map(row -> new LineQuantity(row.line(), row.quantity())).toList();
    }
}
