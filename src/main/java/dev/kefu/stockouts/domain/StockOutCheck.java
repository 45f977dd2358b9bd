package dev.kefu.stockouts.domain;

import dev.kefu.orders.LineQuantity;
import dev.kefu.orders.OrderView;
import dev.kefu.orders.Orders;
import dev.kefu.shared.RuleViolation;
import dev.kefu.shared.Violations;
import java.util.List;
import org.springframework.stereotype.Component;

/** Holds a report against the order: what has not left, and is dealt with by no other case (STK-2). */
@Component
class StockOutCheck {

    private final Orders orders;

    StockOutCheck(Orders orders) {
        this.orders = orders;
    }

    /** @throws RuleViolation if there is no such order */
    OrderView order(String orderNumber) {
        return orders.find(orderNumber).orElseThrow(() -> new RuleViolation("orderNumber", "STK-2",
                "There is no order " + orderNumber + "."));
    }

    /**
     * The units that the report is about. Whoever claims them finds out whether another case holds them.
     *
     * @throws RuleViolation if a line is none of the order, or nothing is left to be sent
     */
    List<LineQuantity> units(StockOutRequest request, OrderView order) {
        if (!request.lines().isEmpty()) {
            requireLines(request, order);
            return request.units();
        }
        var free = orders.unsent(order.orderNumber()).stream()
                .map(each -> new LineQuantity(each.line(), each.quantity() - heldUnsent(order, each.line())))
                .filter(each -> each.quantity() > 0).toList();
        if (free.isEmpty()) {
            throw new RuleViolation("orderNumber", "STK-2", "Of order " + order.orderNumber()
                    + " nothing is left to be sent that no other case deals with.");
        }
        return free;
    }

    private static void requireLines(StockOutRequest request, OrderView order) {
        var violations = new Violations();
        for (int row = 0; row < request.lines().size(); row++) {
            var line = request.lines().get(row).line();
            if (order.line(line).isEmpty()) {
                violations.add("lines[" + row + "].line", "STK-2", "Order " + order.orderNumber() + " has no line " + line + ".");
            }
        }
        violations.refuseIfAny();
    }

    private static int heldUnsent(OrderView order, int line) {
        return order.line(line).map(each -> each.openQuantity() - each.openDelivered()).orElse(0);
    }
}
