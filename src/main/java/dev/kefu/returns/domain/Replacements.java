package dev.kefu.returns.domain;

import dev.kefu.orders.OrderView;
import dev.kefu.orders.Orders;
import dev.kefu.shared.CaseNumber;
import dev.kefu.shared.Listed;
import dev.kefu.shared.Money;
import dev.kefu.stock.SkuQuantity;
import dev.kefu.stock.Stock;
import dev.kefu.stock.StockLevel;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What goes out in exchange for goods, or because it was missing (RET-5): reserved first, at the same price only. */
@Component
class Replacements {

    private final Stock stock;
    private final Orders orders;

    Replacements(Stock stock, Orders orders) {
        this.stock = stock;
        this.orders = orders;
    }

    /** Why the line can't be exchanged for the article; empty if it can, as far as known here. */
    Optional<String> objection(OrderView.Line line, String wantedSku) {
        if (stock.find(wantedSku).isEmpty() && !orders.isKnown(wantedSku)) {
            return Optional.of("Neither the warehouse nor any order knows an article " + wantedSku + ".");
        }
        return priceOf(line.sku(), line.unitPrice(), wantedSku)
                .filter(price -> !price.equals(line.unitPrice()))
                .map(price -> "Goods are exchanged for others of the same price only: " + line.name() + " cost "
                        + line.unitPrice() + ", " + wantedSku + " costs " + price + ".");
    }

    /** What a reviewer should know about the goods that would go out for the line. */
    String inWords(ReturnLine asked, Money unitPrice) {
        var sku = asked.replacementSku();
        var level = stock.find(sku);
        var left = level.map(StockLevel::available).orElse(0);
        var words = Stream.<String>builder();
        words.add("Goes out for it: " + asked.quantity() + " × " + sku + ".");
        if (left >= asked.quantity()) {
            words.add("It is in stock.");
        } else {
            words.add(left == 1 ? "Only 1 is in stock." : "Only " + left + " are in stock.");
            level.map(StockLevel::replenishmentDays).ifPresent(days -> words.add("More take " + days + " days."));
        }
        if (priceOf(asked.sku(), unitPrice, sku).isEmpty()) {
            words.add("Its price is not known here; check that it is the same (" + unitPrice + ").");
        }
        return words.build().collect(Listed.sentences());
    }

    /** Promises the goods to the case, before it is known what comes back. What is not there is tried again later. */
    void reserveAsAsked(ReturnCase goods) {
        reserve(goods.number(), goods.asked().lines().values().stream()
                .map(line -> new SkuQuantity(line.replacementSku(), line.quantity())).toList());
    }

    /**
     * Promises the goods for what has come back; gives back what the case held for anything else.
     *
     * @return the units for which there are none
     */
    List<ReturnPart> reserve(ReturnCase goods) {
        var parts = goods.settling().parts();
        var wanted = parts.which(Fate.TO_REPLACE)
                .map(part -> new SkuQuantity(skuFor(goods, part), part.quantity())).toList();
        var there = reserve(goods.number(), wanted);
        return parts.which(Fate.TO_REPLACE).filter(part -> !there.contains(skuFor(goods, part))).toList();
    }

    void release(CaseNumber caseNumber) {
        stock.release(caseNumber);
    }

    /** What is promised to the case leaves the warehouse. */
    void take(CaseNumber caseNumber) {
        stock.take(caseNumber);
    }

    /** @return the articles of which the case has now as many as it wants */
    private Set<String> reserve(CaseNumber caseNumber, List<SkuQuantity> wanted) {
        Map<String, Integer> bySku = wanted.stream().collect(Collectors.toMap(SkuQuantity::sku, SkuQuantity::quantity,
                Integer::sum, TreeMap::new));
        if (stock.reserve(caseNumber, units(bySku))) {
            return bySku.keySet();
        }
        var there = new TreeMap<String, Integer>();
        for (var each : bySku.entrySet()) {
            var more = new TreeMap<>(there);
            more.put(each.getKey(), each.getValue());
            if (stock.reserve(caseNumber, units(more))) {
                there = more;
            }
        }
        stock.reserve(caseNumber, units(there));
        return new HashSet<>(there.keySet());
    }

    private static List<SkuQuantity> units(Map<String, Integer> bySku) {
        var units = new ArrayList<SkuQuantity>();
        bySku.forEach((sku, quantity) -> units.add(new SkuQuantity(sku, quantity)));
        return units;
    }

    /** The article that goes out for the units. */
    static String skuFor(ReturnCase goods, ReturnPart part) {
        return goods.asked().lines().get(part.line()).replacementSku();
    }

    private Optional<Money> priceOf(String boughtSku, Money bought, String sku) {
        return sku.equals(boughtSku) ? Optional.of(bought) : priceOf(sku, bought.currency());
    }

    /** As the warehouse knows it, or else as it was last sold. */
    private Optional<Money> priceOf(String sku, Currency currency) {
        return stock.find(sku).map(StockLevel::price).filter(price -> price.currency().equals(currency))
                .or(() -> orders.latestPriceOf(sku, currency));
    }
}
