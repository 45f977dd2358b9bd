package dev.kefu.stockouts.domain;

import dev.kefu.cases.CaseFiles;
import dev.kefu.orders.LineQuantity;
import dev.kefu.orders.Orders;
import dev.kefu.people.Deciders;
import dev.kefu.shared.Money;
import dev.kefu.shared.RuleViolation;
import dev.kefu.shared.Text;
import dev.kefu.stock.Stock;
import dev.kefu.stock.StockLevel;
import dev.kefu.workflow.Actors;
import dev.kefu.workflow.Groups;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;

/** Another article for one that is short (STK-6): a cheaper one gives money back, a dearer one is for a supervisor (AUT-2). */
@Component
class SubstituteDesk {

    private final Stock stock;
    private final Orders orders;
    private final CaseFiles cases;
    private final Deciders deciders;
    private final Actors actors;

    SubstituteDesk(Stock stock, Orders orders, CaseFiles cases, Deciders deciders, Actors actors) {
        this.stock = stock;
        this.orders = orders;
        this.cases = cases;
        this.deciders = deciders;
        this.actors = actors;
    }

    /** @throws RuleViolation if not exactly one article is short, or the other one can't be */
    void take(StockOutCase goods, @Nullable String substituteSku) {
        if (substituteSku == null) {
            throw new RuleViolation("substituteSku", "STK-6", "Say which article the customer takes instead.");
        }
        var sku = Text.composed(substituteSku);
        goods.wantItself();
        var waiting = stock.reserveOrWait(goods.number(), goods.parts().owed()).waiting();
        if (waiting.size() != 1) {
            throw new RuleViolation("answer", "STK-6", waiting.isEmpty()
                    ? "Nothing is short, so nothing can be taken instead."
                    : "Another article can be taken for one that is short; here " + waiting.size() + " are.");
        }
        var missing = waiting.entrySet().iterator().next();
        var order = orders.find(goods.orderNumber()).orElseThrow();
        var price = priceOf(sku, missing.getKey(), order.currency());
        requireThere(sku, missing.getValue());
        var units = shortUnits(goods, missing.getKey(), missing.getValue());
        var less = Money.zero(order.currency());
        var isDearer = false;
        for (var each : units.entrySet()) {
            var line = order.line(each.getKey()).orElseThrow();
            isDearer |= price.isMoreThan(line.unitPrice());
            if (line.unitPrice().isMoreThan(price)) {
                // The customer's discounts stay: what they really paid is less by as much as the article is cheaper
                less = less.plus(order.worthOf(new LineQuantity(each.getKey(), each.getValue()))
                        .share(line.unitPrice().minus(price).amount(), line.unitPrice().amount()));
            }
        }
        goods.substitute(units, sku, less, isDearer, actors.current());
    }

    /** Supervisors are asked or, if nobody but the askers is among them, the next higher group (ORG-4). */
    void askForApproval(StockOutCase goods) {
        goods.askGroup(deciders.groupFor(Groups.SUPERVISORS, askersOf(goods), "substituteGroup"));
    }

    Set<String> askersOf(StockOutCase goods) {
        return Stream.of(goods.substitution().askedBy(), cases.openerOf(goods.number())).filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    /** @throws RuleViolation if it is refused without a note, or the acting person may not decide */
    void decide(StockOutCase goods, boolean approved, @Nullable String note) {
        if (!approved && (note == null || note.isBlank())) {
            throw new RuleViolation("note", "AUT-2", "Say why, for the agent who tells the customer.");
        }
        deciders.requireDecider(goods.askedGroup(), askersOf(goods), "approved", "AUT-2");
        cases.record(goods.number(), approved ? "SUBSTITUTE_APPROVED" : "SUBSTITUTE_REFUSED", note);
        goods.decideAnew();
        if (approved) {
            goods.substitution().agree();
        } else {
            goods.refused(note);
        }
    }

    private Money priceOf(String sku, String missing, Currency currency) {
        if (sku.equals(missing)) {
            throw new RuleViolation("substituteSku", "STK-6", "That is the article that is short.");
        }
        var level = stock.find(sku);
        if (level.isEmpty() && !orders.isKnown(sku)) {
            throw new RuleViolation("substituteSku", "STK-6", "Neither the warehouse nor any order knows an article " + sku + ".");
        }
        return level.map(StockLevel::price).filter(price -> price.currency().equals(currency))
                .or(() -> orders.latestPriceOf(sku, currency)).filter(Money::isPositive)
                .orElseThrow(() -> new RuleViolation("substituteSku", "AUT-2", "Nobody knows the price of " + sku
                        + ". Tell it to the stock first."));
    }

    /** Nobody exchanges a day that they were promised for an article of which nobody knows when it comes. */
    private void requireThere(String sku, int units) {
        var level = stock.find(sku);
        var free = level.map(StockLevel::available).orElse(0);
        if (free < units && level.map(StockLevel::replenishmentDays).isEmpty()) {
            throw new RuleViolation("substituteSku", "STK-6", "Of " + sku + " " + free + " are free and " + units
                    + " are wanted, and nobody knows when more come.");
        }
    }

    /** Of the lines that want the article the last ones go short, as the first ones are served first. */
    private static Map<Integer, Integer> shortUnits(StockOutCase goods, String sku, int units) {
        var byLine = new TreeMap<Integer, Integer>();
        var left = units;
        var parts = new ArrayList<>(goods.parts().all());
        Collections.reverse(parts);
        for (var part : parts) {
            var taken = part.isOpen() && part.sku().equals(sku) ? Math.min(left, part.quantity()) : 0;
            if (taken > 0) {
                left -= taken;
                byLine.merge(part.line(), taken, Integer::sum);
            }
        }
        return byLine;
    }
}
