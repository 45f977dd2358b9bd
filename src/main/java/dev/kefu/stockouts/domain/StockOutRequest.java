package dev.kefu.stockouts.domain;

import dev.kefu.orders.LineQuantity;
import dev.kefu.shared.RuleViolation;
import dev.kefu.shared.Violations;
import java.util.List;

/**
 * A report of goods that can't leave.
 *
 * @param lines empty for everything of the order that has not left
 */
public record StockOutRequest(String orderNumber, List<AskedUnits> lines, StockOutCause cause) {

    /** @throws RuleViolation if a row lacks its line or a quantity of at least one */
    public StockOutRequest {
        var violations = new Violations();
        for (int row = 0; row < lines.size(); row++) {
            if (lines.get(row).line() == null) {
                violations.add("lines[" + row + "].line", "STK-2", "Row " + (row + 1) + " needs the number of an order line.");
            }
            if (lines.get(row).quantity() == null || lines.get(row).quantity() < 1) {
                violations.add("lines[" + row + "].quantity", "STK-2", "Row " + (row + 1) + " needs a quantity of at least 1.");
            }
        }
        violations.refuseIfAny();
        lines = List.copyOf(lines);
    }

    List<LineQuantity> units() {
        return lines.stream().map(row -> new LineQuantity(row.line(), row.quantity())).toList();
    }
}
