package dev.kefu.returns.domain;

import dev.kefu.orders.LineQuantity;
import dev.kefu.orders.OrderView;
import dev.kefu.orders.Orders;
import dev.kefu.shared.CaseNumber;
import dev.kefu.shared.RuleViolation;
import dev.kefu.shared.Violations;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Holds what is asked for against the order: whether it was delivered, is left, and costs the same (RET-2, RET-5, RET-6). */
@Component
class RequestCheck {

    private final Orders orders;
    private final Replacements replacements;

    RequestCheck(Orders orders, Replacements replacements) {
        this.orders = orders;
        this.replacements = replacements;
    }

    /** @throws RuleViolation if there is no such order */
    OrderView order(String orderNumber) {
        return orders.find(orderNumber).orElseThrow(() -> new RuleViolation("orderNumber", "RET-1",
                "There is no order " + orderNumber + "."));
    }

    /** @throws RuleViolation if a line is none of the order, is not delivered yet, or is to be exchanged at another price */
    CheckedRequest check(ReturnRequest request, OrderView order) {
        var violations = new Violations();
        for (int row = 0; row < request.lines().size(); row++) {
            var asked = request.lines().get(row);
            var line = order.line(asked.line());
            if (line.isEmpty()) {
                violations.add("lines[" + row + "].line", "RET-1", "Order " + order.orderNumber() + " has no line "
                        + asked.line() + ".");
            } else if (line.get().deliveredQuantity() == 0) {
                violations.add("lines[" + row + "].line", "RET-2", undelivered(order, line.get()));
            } else if (asked.wantedSku() != null) {
                var field = "lines[" + row + "].wantedSku";
                replacements.objection(line.get(), asked.wantedSku()).ifPresent(why -> violations.add(field, "RET-5", why));
            }
        }
        violations.refuseIfAny();
        return checked(request, order);
    }

    /** Holds the units. Of a line of which a part is under way, no more can come back than has arrived (RET-2). */
    void claim(OrderView order, CaseNumber caseNumber, ReturnRequest request) {
        orders.claimDelivered(order.orderNumber(), caseNumber, request.units());
    }

    private static CheckedRequest checked(ReturnRequest request, OrderView order) {
        var units = request.units().stream().collect(Collectors.groupingBy(LineQuantity::line,
                Collectors.summingInt(LineQuantity::quantity)));
        var lines = new TreeMap<Integer, ReturnLine>();
        request.lines().forEach(asked -> {
            var line = order.line(asked.line()).orElseThrow();
            lines.put(asked.line(), ReturnLine.asked(units.get(asked.line()), line.sku(), line.name(), asked.wantedSku()));
        });
        return new CheckedRequest(order.orderNumber(), order.customerId(), request.reason(), request.resolution(), lines);
    }

    private static String undelivered(OrderView order, OrderView.Line line) {
        return "Line " + line.line() + " of order " + order.orderNumber() + " has not been delivered. A parcel that does"
                + " not arrive is a case of its own (undeliverable parcel), and so are goods that were not sent"
                + " (stock-out).";
    }
}
