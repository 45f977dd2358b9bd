package dev.kefu.orders;

import dev.kefu.shared.Money;
import dev.kefu.shared.RuleViolation;
import dev.kefu.shared.Violations;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.springframework.lang.Nullable;

/**
 * The money guard of one order (RET-6): what was captured, what was promised and paid back, and what units are worth.
 * Works on the order's own lists, under the lock of its row when it decides.
 */
class OrderMoney {

    private final String orderNumber;
    private final List<OrderLine> lines;
    private final List<Outflow> outflows;
    private final Currency currency;
    private final Money freight;
    private final Map<Integer, Money> paidValues = new HashMap<>();

    /** What units, and the freight if asked for, are worth now. */
    record Quote(Money amount, Money freight, List<Promise.Line> lines) {
    }

    OrderMoney(String orderNumber, List<OrderLine> lines, List<Outflow> outflows, Money discount, Money freight) {
        this.orderNumber = orderNumber;
        this.lines = lines;
        this.outflows = outflows;
        this.currency = freight.currency();
        this.freight = freight;
        var values = lines.stream()
                .map(line -> money(line.unitPrice()).times(line.quantity()).minus(money(line.discount()))).toList();
        var paid = PaidValues.afterShare(values, discount);
        for (int i = 0; i < lines.size(); i++) {
            paidValues.put(lines.get(i).number(), paid.get(i));
        }
    }

    Money captured() {
        return paidValues.values().stream().reduce(freight, Money::plus);
    }

    Money promised() {
        return sum(outflow -> outflow.isLive() && !outflow.isPaid());
    }

    Money refunded() {
        return sum(Outflow::isPaid);
    }

    /** What may still be promised; negative only if the order became smaller than what went back. */
    Money refundable() {
        return captured().minus(promised()).minus(refunded());
    }

    Money paidValue(int line) {
        return paidValues.getOrDefault(line, Money.zero(currency));
    }

    /** Paid back for units of the line. */
    Money refundedOf(int line) {
        return ofLine(line, Outflow::isPaid);
    }

    /** Promised or paid back for units of the line. */
    Money outflowOf(int line) {
        return ofLine(line, Outflow::isLive);
    }

    /** Units of the line whose money was promised or paid back. */
    int unitsOf(int line) {
        return outflows.stream().filter(Outflow::isLive).flatMap(outflow -> outflow.lines().stream())
                .filter(part -> part.line() == line).mapToInt(OutflowLine::quantity).sum();
    }

    /** What is not promised or paid back for the line yet; nothing if it became smaller than that. */
    Money refundableOf(int line) {
        var left = paidValue(line).minus(outflowOf(line));
        return left.isNegative() ? Money.zero(currency) : left;
    }

    /** What would go back for one more unit of the line; null if the money for all of them did. */
    @Nullable
    Money nextUnit(OrderLine line) {
        var before = unitsOf(line.number());
        return before >= line.quantity() ? null : PaidValues.ofUnits(paidValue(line.number()), line.quantity(), before,
                outflowOf(line.number()), 1);
    }

    Money freightRefunded() {
        return freight(Outflow::isPaid);
    }

    /** The freight that was promised or paid back. */
    Money freightOutflow() {
        return freight(Outflow::isLive);
    }

    /**
     * What goes back for the units, after all that was promised and paid before; and the freight, if it is asked for and
     * did not go back already.
     *
     * @throws RuleViolation if a line is unknown, more units would go back than were bought, or nothing is asked for
     */
    Quote quote(List<LineQuantity> units, boolean withFreight) {
        var found = new Violations();
        var parts = new ArrayList<Promise.Line>();
        for (var asked : RequestedUnits.of(orderNumber, lines, units)) {
            var line = asked.line();
            var before = unitsOf(line.number());
            if (asked.quantity() > line.quantity() - before) {
                found.add(asked.quantityField(), RequestedUnits.RULE,
                        "The money for %d of the %d units of %s of order %s went back before, so it can't for %d more."
                                .formatted(before, line.quantity(), line, orderNumber, asked.quantity()));
            } else {
                parts.add(new Promise.Line(line.number(), asked.quantity(), PaidValues.ofUnits(paidValue(line.number()),
                        line.quantity(), before, outflowOf(line.number()), asked.quantity())));
            }
        }
        if (units.isEmpty() && !withFreight) {
            found.add("lines", RequestedUnits.RULE, "Name what the money of order %s goes back for.".formatted(orderNumber));
        }
        found.refuseIfAny();
        var freightBack = withFreight && freightOutflow().isZero() ? freight : Money.zero(currency);
        return new Quote(parts.stream().map(Promise.Line::amount).reduce(freightBack, Money::plus), freightBack, parts);
    }

    /**
     * An amount that is not for particular units.
     *
     * @throws RuleViolation if it is zero or negative, or in another currency
     */
    Quote quote(Money amount) {
        if (!amount.currency().equals(currency)) {
            throw refused("Order %s was paid in %s; %s can't go back.".formatted(orderNumber, currency, amount));
        }
        if (!amount.isPositive()) {
            throw refused("An amount of %s can't go back.".formatted(amount));
        }
        return new Quote(amount, Money.zero(currency), List.of());
    }

    /** @throws RuleViolation if the amount is more than what may still be promised */
    void requireRefundable(Money amount) {
        if (amount.isMoreThan(refundable())) {
            throw refused("Of order %s %s can go back, not %s: %s paid, %s promised, %s refunded.".formatted(orderNumber,
                    refundable(), amount, captured(), promised(), refunded()));
        }
    }

    private Money sum(Predicate<Outflow> which) {
        return outflows.stream().filter(which).map(outflow -> money(outflow.amount()))
                .reduce(Money.zero(currency), Money::plus);
    }

    private Money ofLine(int line, Predicate<Outflow> which) {
        return outflows.stream().filter(which).flatMap(outflow -> outflow.lines().stream())
                .filter(part -> part.line() == line).map(part -> money(part.amount()))
                .reduce(Money.zero(currency), Money::plus);
    }

    private Money freight(Predicate<Outflow> which) {
        return outflows.stream().filter(which).map(outflow -> money(outflow.freight()))
                .reduce(Money.zero(currency), Money::plus);
    }

    private Money money(BigDecimal amount) {
        return new Money(amount, currency);
    }

    private static RuleViolation refused(String message) {
        return new RuleViolation("amount", RequestedUnits.RULE, message);
    }
}
