package dev.kefu.stockouts.domain;

import dev.kefu.shared.Violations;
import dev.kefu.stock.SkuQuantity;
import dev.kefu.stock.Stock;
import java.util.HashSet;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Holds a count against what was to be counted: every article of the case, once, and no other (STK-3). */
final class CountCheck {

    private static final String RULE = "STK-3";

    private CountCheck() {
    }

    /** @throws dev.kefu.shared.RuleViolation if an article is missing, is none of the case or is named twice */
    static void requireFit(StockOutCase goods, List<CountedStock> counted) {
        var asked = goods.parts().owed().stream().map(SkuQuantity::sku).collect(Collectors.toCollection(TreeSet::new));
        var violations = new Violations();
        var seen = new HashSet<String>();
        for (int row = 0; row < counted.size(); row++) {
            var each = counted.get(row);
            if (each.sku() == null || !asked.contains(each.sku())) {
                violations.add("counted[" + row + "].sku", RULE, "Row " + (row + 1) + " needs one of the articles to count: "
                        + String.join(", ", asked) + ".");
            } else if (!seen.add(each.sku())) {
                violations.add("counted[" + row + "].sku", RULE, "Article " + each.sku() + " is named twice.");
            }
            if (each.onHand() == null || each.onHand() < 0) {
                violations.add("counted[" + row + "].onHand", RULE, "Row " + (row + 1) + " needs the units that lie there, 0 or more.");
            } else if (each.onHand() > Stock.MOST_UNITS) {
                violations.add("counted[" + row + "].onHand", RULE, "Row " + (row + 1) + " has more than " + Stock.MOST_UNITS
                        + " units; that is the most that is counted here.");
            }
        }
        asked.removeAll(seen);
        asked.stream().filter(each -> violations.isEmpty()).findFirst().ifPresent(each ->
                violations.add("counted", RULE, "Article " + each + " is still to be counted."));
        violations.refuseIfAny();
    }
}
