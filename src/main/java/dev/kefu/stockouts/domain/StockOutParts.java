package dev.kefu.stockouts.domain;

import static dev.kefu.stockouts.domain.PartFate.OWED;
import static dev.kefu.stockouts.domain.PartFate.SHIPPED;
import static dev.kefu.stockouts.domain.PartFate.TO_SHIP;

import dev.kefu.orders.LineQuantity;
import dev.kefu.stock.SkuQuantity;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The units of a case: what goes the same way is one part, and is divided where only some of its units go another. */
@Embeddable
class StockOutParts {

    @ElementCollection
    @CollectionTable(name = "stock_out_part", joinColumns = @JoinColumn(name = "case_number"))
    @OrderColumn(name = "position")
    private List<StockOutPart> parts = new ArrayList<>();
    private boolean shipRest;
    private int dispatches;

    void add(List<StockOutPart> owed) {
        parts.addAll(owed);
    }

    /** What lies ready leaves; what else is there waits for the rest again. */
    void leave() {
        go(part -> part.is(TO_SHIP), SHIPPED);
        dispatches++;
        shipRest = false;
    }

    /** What is there goes first. */
    void wantRestFirst() {
        shipRest = true;
    }

    void wantAllAtOnce() {
        shipRest = false;
    }

    boolean isRestFirst() {
        return shipRest;
    }

    /** How many parcels have left. */
    int dispatches() {
        return dispatches;
    }

    List<StockOutPart> all() {
        return List.copyOf(parts);
    }

    Stream<StockOutPart> which(PartFate fate) {
        return parts.stream().filter(part -> part.is(fate));
    }

    Stream<StockOutPart> open() {
        return parts.stream().filter(StockOutPart::isOpen);
    }

    boolean has(PartFate fate) {
        return which(fate).findAny().isPresent();
    }

    boolean hasOpen() {
        return open().findAny().isPresent();
    }

    /** What is still owed, by article. */
    List<SkuQuantity> owed() {
        return open().map(StockOutPart::goods).toList();
    }

    List<LineQuantity> openUnits() {
        return units(open());
    }

    /** So many units of each line. */
    static List<LineQuantity> units(Stream<StockOutPart> parts) {
        return parts.collect(Collectors.groupingBy(StockOutPart::line, TreeMap::new, Collectors.summingInt(StockOutPart::quantity)))
                .entrySet().stream().map(each -> new LineQuantity(each.getKey(), each.getValue())).toList();
    }

    static int substituted(Stream<StockOutPart> parts) {
        return parts.filter(StockOutPart::isSubstituted).mapToInt(StockOutPart::quantity).sum();
    }

    void go(Predicate<StockOutPart> which, PartFate fate) {
        parts.stream().filter(which).toList().forEach(part -> part.go(fate));
        tidy();
    }

    /** Of the units that are owed, so many of each article lie ready. */
    void prepare(Map<String, Integer> reserved) {
        var left = new TreeMap<>(reserved);
        for (var part : List.copyOf(parts)) {
            var units = part.is(OWED) ? Math.min(part.quantity(), left.getOrDefault(part.sku(), 0)) : 0;
            if (units > 0) {
                left.merge(part.sku(), -units, Integer::sum);
                taken(part, units).go(TO_SHIP);
            }
        }
    }

    /** So many units of a line were sent by the shop, which knows nothing of other articles in their place. */
    void sentByShop(int line, int units, Substitution substitution) {
        var left = units;
        for (var part : List.copyOf(parts)) {
            if (left > 0 && part.line() == line && part.isOpen()) {
                var gone = Math.min(left, part.quantity());
                left -= gone;
                if (part.isSubstituted()) {
                    substitution.without(gone, substituted(open()));
                }
                var sent = taken(part, gone);
                sent.becomeItself();
                sent.go(SHIPPED);
            }
        }
        tidy();
    }

    /** So many units of a line, of those that are still themselves, are of another article from now on. */
    void substitute(int line, int units, String sku) {
        var left = units;
        for (var part : List.copyOf(parts)) {
            if (left > 0 && part.line() == line && part.is(OWED) && !part.isSubstituted()) {
                var other = taken(part, Math.min(left, part.quantity()));
                left -= other.quantity();
                other.become(sku);
            }
        }
        tidy();
    }

    /** What is open is owed as it was ordered. */
    void becomeThemselves() {
        go(StockOutPart::isOpen, OWED);
        open().forEach(StockOutPart::becomeItself);
        tidy();
    }

    /** So many units of a part as one of their own. */
    private StockOutPart taken(StockOutPart part, int units) {
        if (units == part.quantity()) {
            return part;
        }
        var other = part.split(units);
        parts.add(other);
        return other;
    }

    private void tidy() {
        var merged = new ArrayList<StockOutPart>();
        parts.forEach(each -> merged.stream().filter(each::isLike).findFirst()
                .ifPresentOrElse(like -> like.add(each), () -> merged.add(each)));
        if (merged.size() < parts.size()) {
            parts.clear();
            parts.addAll(merged);
        }
    }
}
