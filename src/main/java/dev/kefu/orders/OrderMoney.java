package dev.kefu.orders;

import dev.kefu.shared.CaseNumber;
import dev.kefu.shared.Money;
import dev.kefu.shared.RuleViolation;
import dev.kefu.shared.Violations;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.lang.Nullable;

/**
 * The money guard of one order (RET-6): what was captured, what was promised and paid back, and what units are worth.
 * Works on the order's own lists, under the lock of its row when it decides.
 */
class OrderMoney {

    private final String orderNumber;
    private final List<OrderLine> lines;
    private final List<Outflow> outflows;
    private final List<OrderIncome> incomes;
    private final Currency currency;
    private final Money freight;
    private final Map<Integer, Money> paidValues = new HashMap<>();

    /** What would go back now: the parts that were asked for, and their sum less what is held back. */
    record Quote(Money amount, Money freight, Money surcharges, Money heldBack, List<Promise.Line> lines) {
    }

    OrderMoney(String orderNumber, List<OrderLine> lines, List<Outflow> outflows, List<OrderIncome> incomes, Money discount,
            Money freight) {
        this.orderNumber = orderNumber;
        this.lines = lines;
        this.outflows = outflows;
        this.incomes = incomes;
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
        return paidValues.values().stream().reduce(freight.plus(surcharges()), Money::plus);
    }

    /** What the customer paid in cases besides the order. */
    Money surcharges() {
        return incomes.stream().map(income -> money(income.amount())).reduce(Money.zero(currency), Money::plus);
    }

    Money promised() {
        return sum(outflow -> outflow.isLive() && !outflow.isPaid(), Outflow::amount);
    }

    Money refunded() {
        return sum(Outflow::isPaid, Outflow::amount);
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

    /** Of these units those whose money was neither promised nor paid back. */
    List<LineQuantity> payable(List<LineQuantity> units) {
        var bought = lines.stream().collect(Collectors.toMap(OrderLine::number, OrderLine::quantity));
        return units.stream().map(each -> new LineQuantity(each.line(),
                        Math.min(each.quantity(), bought.getOrDefault(each.line(), 0) - unitsOf(each.line()))))
                .filter(each -> each.quantity() > 0).toList();
    }

    /** The cases in which money for units of the line goes back. */
    List<CaseNumber> casesPayingBack(int line) {
        return outflows.stream().filter(outflow -> outflow.isLive()
                && outflow.lines().stream().anyMatch(part -> part.line() == line)).map(Outflow::caseNumber).distinct().toList();
    }

    /** The same in one case. */
    int unitsOf(int line, CaseNumber caseNumber) {
        return outflows.stream().filter(outflow -> outflow.isLive() && outflow.isOf(caseNumber))
                .flatMap(outflow -> outflow.lines().stream()).filter(part -> part.line() == line)
                .mapToInt(OutflowLine::quantity).sum();
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
        return sum(Outflow::isPaid, Outflow::freight);
    }

    /** The freight that was promised or paid back. */
    Money freightOutflow() {
        return sum(Outflow::isLive, Outflow::freight);
    }

    Money surchargesRefunded() {
        return sum(Outflow::isPaid, Outflow::surcharges);
    }

    /** Kept of the parts that were paid back. */
    Money heldBack() {
        return sum(Outflow::isPaid, Outflow::heldBack);
    }

    /** What the customer paid in the case besides the order, and what of it did not go back yet. */
    private Money surchargesLeft(CaseNumber caseNumber) {
        var received = incomes.stream().filter(income -> income.isOf(caseNumber)).map(income -> money(income.amount()))
                .reduce(Money.zero(currency), Money::plus);
        return received.minus(sum(outflow -> outflow.isLive() && outflow.isOf(caseNumber), Outflow::surcharges));
    }

    /**
     * What goes back, after all that was promised and paid before: freight and surcharges only as far as they did not.
     *
     * @throws RuleViolation if a line is unknown, more units would go back than were bought, nothing is asked for, or an
     *                       amount is negative, in another currency, or more than the units for which it is
     */
    Quote quote(Payback asked, CaseNumber caseNumber) {
        return quote(asked, asked.withSurcharges() ? surchargesLeft(caseNumber) : Money.zero(currency));
    }

    /** The same where no case asks, and so for no surcharges. */
    Quote worth(Payback asked) {
        return quote(asked, Money.zero(currency));
    }

    private Quote quote(Payback asked, Money surchargesBack) {
        if (asked.isForNothing()) {
            throw new RuleViolation("lines", RequestedUnits.RULE,
                    "Name what the money of order %s goes back for.".formatted(orderNumber));
        }
        var parts = asked.flat() == null ? worthOf(asked.units()) : partsOf(asked.units(), fit(asked.flat(), false));
        var freightBack = asked.withFreight() && freightOutflow().isZero() ? freight : Money.zero(currency);
        var goods = asked.flat() != null ? asked.flat()
                : parts.stream().map(Promise.Line::amount).reduce(Money.zero(currency), Money::plus);
        var whole = goods.plus(freightBack).plus(surchargesBack);
        var heldBack = asked.less() == null ? Money.zero(currency) : fit(asked.less(), true).atMost(whole);
        return new Quote(whole.minus(heldBack), freightBack, surchargesBack, heldBack, parts);
    }

    private List<Promise.Line> worthOf(List<LineQuantity> units) {
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
        found.refuseIfAny();
        return parts;
    }

    /** A part of what these units are worth: each line bears its share, and no units count as paid back. */
    private List<Promise.Line> partsOf(List<LineQuantity> units, Money flat) {
        if (units.isEmpty()) {
            return List.of();
        }
        var worth = worthOf(units);
        var whole = worth.stream().map(Promise.Line::amount).reduce(Money.zero(currency), Money::plus);
        if (flat.isMoreThan(whole)) {
            throw refused("For these units of order %s at most %s can go back, not %s.".formatted(orderNumber, whole, flat));
        }
        var left = PaidValues.afterShare(worth.stream().map(Promise.Line::amount).toList(), flat);
        return IntStream.range(0, worth.size()).mapToObj(i -> new Promise.Line(worth.get(i).line(), 0,
                worth.get(i).amount().minus(left.get(i)))).toList();
    }

    private Money fit(Money amount, boolean mayBeNothing) {
        if (!amount.currency().equals(currency)) {
            throw refused("Order %s was paid in %s; %s can't go back.".formatted(orderNumber, currency, amount));
        }
        if (amount.isNegative() || amount.isZero() && !mayBeNothing) {
            throw refused("An amount of %s can't go back.".formatted(amount));
        }
        return amount;
    }

    /** @throws RuleViolation if all of it is held back, or the rest is more than what may still be promised */
    void requirePromisable(Quote quote) {
        if (quote.amount().isZero() && quote.heldBack().isPositive()) {
            throw refused("Nothing of order %s goes back: %s are held back.".formatted(orderNumber, quote.heldBack()));
        }
        requireRefundable(quote.amount());
    }

    /** @throws RuleViolation if the amount is more than what may still be promised */
    private void requireRefundable(Money amount) {
        if (amount.isMoreThan(refundable())) {
            throw refused("Of order %s %s can go back, not %s: %s paid, %s promised, %s refunded.".formatted(orderNumber,
                    refundable(), amount, captured(), promised(), refunded()));
        }
    }

    private Money sum(Predicate<Outflow> which, Function<Outflow, BigDecimal> part) {
        return outflows.stream().filter(which).map(outflow -> money(part.apply(outflow)))
                .reduce(Money.zero(currency), Money::plus);
    }

    private Money ofLine(int line, Predicate<Outflow> which) {
        return outflows.stream().filter(which).flatMap(outflow -> outflow.lines().stream())
                .filter(part -> part.line() == line).map(part -> money(part.amount()))
                .reduce(Money.zero(currency), Money::plus);
    }

    private Money money(BigDecimal amount) {
        return new Money(amount, currency);
    }

    private static RuleViolation refused(String message) {
        return new RuleViolation("amount", RequestedUnits.RULE, message);
    }
}
