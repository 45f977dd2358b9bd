package dev.kefu.returns.domain;

import dev.kefu.orders.LineQuantity;
import dev.kefu.shared.RuleViolation;
import dev.kefu.shared.Violations;
import java.util.List;
import org.springframework.lang.Nullable;

/**
 * What a customer asks for.
 *
 * @param note what else they said, null if nothing
 */
public record ReturnRequest(String orderNumber, List<RequestedLine> lines, Reason reason, Resolution resolution,
        @Nullable String note) {

    /** @throws RuleViolation if a row lacks its line or a quantity of at least one */
    public ReturnRequest {
        var violations = new Violations();
        for (int row = 0; row < lines.size(); row++) {
            if (lines.get(row).line() == null) {
                violations.add("lines[" + row + "].line", "RET-6", "Row " + (row + 1) + " needs the number of an order line.");
            }
            var quantity = lines.get(row).quantity();
            if (quantity == null || quantity < 1) {
                violations.add("lines[" + row + "].quantity", "RET-6", "Row " + (row + 1) + " needs a quantity of at least 1.");
            }
        }
        violations.refuseIfAny();
        lines = List.copyOf(lines);
    }

    /** The reason and what the customer said, for the people who judge it. */
    public String inWords() {
        return note == null ? reason.inWords() + "." : reason.inWords() + ": " + note;
    }

    List<LineQuantity> units() {
        return lines.stream().map(row -> new LineQuantity(row.line(), row.quantity())).toList();
    }
}
