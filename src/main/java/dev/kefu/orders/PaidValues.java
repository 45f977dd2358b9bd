package dev.kefu.orders;

import dev.kefu.shared.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** What a customer really paid for lines and units, to the cent. */
final class PaidValues {

    private PaidValues() {
    }

    /**
     * Takes each line's proportional share of the order's discount off its value. The shares are rounded half up and
     * sum to the discount exactly: the last line takes the rest, as far as it is worth that much, then those before it.
     *
     * @param values   the lines' values after their own discounts, in the order of the lines
     * @param discount the order's, at most the sum of the values
     */
    static List<Money> afterShare(List<Money> values, Money discount) {
        var nothing = Money.zero(discount.currency());
        var total = values.stream().reduce(nothing, Money::plus);
        var rest = discount;
        var paid = new ArrayList<Money>(values.size());
        for (var value : values) {
            var share = discount.share(value.amount(), total.amount()).atMost(rest);
            rest = rest.minus(share);
            paid.add(value.minus(share));
        }
        for (int i = paid.size() - 1; i >= 0 && rest.isPositive(); i--) {
            var share = rest.atMost(paid.get(i));
            rest = rest.minus(share);
            paid.set(i, paid.get(i).minus(share));
        }
        return paid;
    }

    /**
     * What units of a line are worth: each its rounded part of the line, the last ones what is left, so that a line
     * returned in any parts gives back exactly what was paid for it.
     *
     * @param units    at most {@code quantity - unitsBefore}
     * @param before   what went back for the {@code unitsBefore}
     */
    static Money ofUnits(Money paid, int quantity, int unitsBefore, Money before, int units) {
        var left = paid.minus(before);
        if (unitsBefore + units == quantity) {
            return left;
        }
        var unit = paid.share(BigDecimal.ONE, BigDecimal.valueOf(quantity));
        return unit.times(units).atMost(left);
    }
}
