package dev.kefu.orders;

import dev.kefu.shared.Violations;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Units that somebody asks for, line by line; a line that is named twice is one request for the sum.
 *
 * @param index where the request names the line first, to say where a mistake is
 */
record RequestedUnits(OrderLine line, int quantity, int index) {

    static final String RULE = "RET-6";

    /** @throws dev.kefu.shared.RuleViolation if a line is unknown or a quantity is below 1 */
    static List<RequestedUnits> of(String orderNumber, List<OrderLine> lines, List<LineQuantity> asked) {
        var found = new Violations();
        var known = lines.stream().collect(Collectors.toMap(OrderLine::number, Function.identity()));
        Map<Integer, RequestedUnits> merged = new LinkedHashMap<>();
        for (int i = 0; i < asked.size(); i++) {
            var units = asked.get(i);
            if (!known.containsKey(units.line())) {
                found.add("lines[%d].line".formatted(i), RULE,
                        "Order %s has no line %d.".formatted(orderNumber, units.line()));
            } else if (units.quantity() < 1) {
                found.add("lines[%d].quantity".formatted(i), RULE,
                        "A quantity of %d of line %d: it must be 1 or more.".formatted(units.quantity(), units.line()));
            } else {
                merged.merge(units.line(), new RequestedUnits(known.get(units.line()), units.quantity(), i),
                        RequestedUnits::and);
            }
        }
        found.refuseIfAny();
        return new ArrayList<>(merged.values());
    }

    LineQuantity units() {
        return new LineQuantity(line.number(), quantity);
    }

    String quantityField() {
        return "lines[%d].quantity".formatted(index);
    }

    /** A sum beyond what an int holds is more than any order has; the largest int says that too. */
    private RequestedUnits and(RequestedUnits again) {
        var sum = Math.min(Integer.MAX_VALUE, (long) quantity + again.quantity);
        return new RequestedUnits(line, (int) sum, index);
    }
}
