package dev.kefu.stockouts.domain;

import static dev.kefu.stockouts.domain.PartFate.OWED;
import static dev.kefu.stockouts.domain.PartFate.SHIPPED;
import static dev.kefu.stockouts.domain.PartFate.TO_SHIP;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The parts of a case: what goes the same way is one, and is divided where only some of its units go another. */
final class StockOutParts {

    private final List<StockOutPart> parts;

    /** @param parts those of the case itself, which change with what is done here */
    StockOutParts(List<StockOutPart> parts) {
        this.parts = parts;
    }

    Stream<StockOutPart> which(PartFate fate) {
        return parts.stream().filter(part -> part.is(fate));
    }

    Stream<StockOutPart> open() {
        return parts.stream().filter(StockOutPart::isOpen);
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
