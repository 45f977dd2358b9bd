package dev.kefu.returns.domain;

import dev.kefu.orders.LineQuantity;
import dev.kefu.orders.OrderView;
import dev.kefu.orders.Orders;
import dev.kefu.shared.Money;
import dev.kefu.workflow.Decisions;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/**
 * Asks the table {@code return-policy} about each line (RET-2). Days are calendar days in the shop's zone from the
 * delivery of the line's own shipment; the day of delivery is not counted, the last day is whole.
 */
@Component
class ReturnPolicy {

    static final String TABLE = "return-policy";

    private final Decisions decisions;
    private final Orders orders;
    private final Clock clock;

    ReturnPolicy(Decisions decisions, Orders orders, Clock clock) {
        this.decisions = decisions;
        this.orders = orders;
        this.clock = clock;
    }

    Map<Integer, Verdict> judge(ReturnCase goods, OrderView order) {
        var verdicts = new TreeMap<Integer, Verdict>();
        var units = goods.quantities().entrySet().stream()
                .map(each -> new LineQuantity(each.getKey(), each.getValue())).toList();
        var worth = orders.quoteEach(goods.orderNumber(), units);
        order.lines().stream().filter(line -> worth.containsKey(line.line()))
                .forEach(line -> verdicts.put(line.line(), judge(goods, line, worth.get(line.line()))));
        return verdicts;
    }

    private Verdict judge(ReturnCase goods, OrderView.Line line, Money worth) {
        var delivered = line.deliveredAt().atZone(clock.getZone()).toLocalDate();
        var inputs = new HashMap<String, Object>();
        inputs.put("reason", goods.reason().name());
        inputs.put("resolution", goods.resolution().name());
        inputs.put("daysSinceDelivery", ChronoUnit.DAYS.between(delivered, requestedOn(goods)));
        inputs.put("category", line.category() == null ? "" : line.category());
        inputs.put("value", worth.amount());
        inputs.put("exceptionsThisYear", 0);

        var ruling = decisions.ask(TABLE, inputs);
        var days = ruling.number("deadlineDays");
        return new Verdict(ruling.flag("allowed"), ruling.text("why"), ruling.choice("freightPaidBy", FreightPayer.class),
                days == 0 ? null : delivered.plusDays(days), ruling.version());
    }

    private LocalDate requestedOn(ReturnCase goods) {
        return goods.requestedAt().atZone(clock.getZone()).toLocalDate();
    }
}
