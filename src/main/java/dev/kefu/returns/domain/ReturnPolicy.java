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
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;

/**
 * Asks the table {@code return-policy} about each line (RET-2). Days are calendar days in the shop's zone from the
 * delivery of the line's own shipment; the day of delivery is not counted, the last day is whole. The value is that of all
 * units of the return, so that nobody gains by asking line by line; the table's limits are in CNY, and an amount in another
 * currency is compared with none of them.
 */
@Component
class ReturnPolicy {

    static final String TABLE = "return-policy";

    private final Decisions decisions;
    private final Orders orders;
    private final ReturnExceptions exceptions;
    private final Clock clock;

    ReturnPolicy(Decisions decisions, Orders orders, ReturnExceptions exceptions, Clock clock) {
        this.decisions = decisions;
        this.orders = orders;
        this.exceptions = exceptions;
        this.clock = clock;
    }

    /** The verdict on each line of the request. */
    Map<Integer, Verdict> judge(ReturnCase goods, OrderView order) {
        var units = goods.asked().quantities().entrySet().stream()
                .map(each -> new LineQuantity(each.getKey(), each.getValue())).toList();
        var value = orders.quoteEach(goods.asked().orderNumber(), units).values().stream().reduce(Money::plus).orElseThrow();
        var count = exceptions.thisYear(goods.asked().customerId());
        var verdicts = new TreeMap<Integer, Verdict>();
        units.forEach(each -> verdicts.put(each.line(),
                ask(goods, goods.asked().reason(), order.line(each.line()).orElseThrow(), value, count)));
        return verdicts;
    }

    /** The verdict on a line of which inspection established another reason than claimed. */
    Verdict judgeAgain(ReturnCase goods, OrderView order, int line, Reason established) {
        var value = goods.asked().quantities().entrySet().stream()
                .map(each -> order.worthOf(new LineQuantity(each.getKey(), each.getValue())))
                .reduce(Money::plus).orElseThrow();
        return ask(goods, established, order.line(line).orElseThrow(), value, exceptions.thisYear(goods.asked().customerId()));
    }

    private Verdict ask(ReturnCase goods, Reason reason, OrderView.Line line, Money value, int exceptionsThisYear) {
        var delivered = line.deliveredAt().atZone(clock.getZone()).toLocalDate();
        var inputs = new HashMap<String, Object>();
        inputs.put("reason", reason.name());
        inputs.put("resolution", goods.asked().resolution().name());
        inputs.put("daysSinceDelivery", ChronoUnit.DAYS.between(delivered, requestedOn(goods)));
        inputs.put("category", line.category() == null ? "" : line.category());
        inputs.put("value", comparable(value));
        inputs.put("exceptionsThisYear", exceptionsThisYear);

        var ruling = decisions.ask(TABLE, inputs);
        var days = ruling.number("deadlineDays");
        return new Verdict(ruling.flag("allowed"), ruling.text("why"), ruling.choice("freightPaidBy", FreightPayer.class),
                ruling.choice("inspection", Inspection.class), days == 0 ? null : delivered.plusDays(days), ruling.version());
    }

    @Nullable
    private static Object comparable(Money value) {
        return value.currency().equals(Money.CNY) ? value.amount() : null;
    }

    private LocalDate requestedOn(ReturnCase goods) {
        return goods.requestedAt().atZone(clock.getZone()).toLocalDate();
    }
}
