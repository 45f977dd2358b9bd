package dev.kefu.orders;

import dev.kefu.shared.Money;
import java.util.List;
import org.springframework.lang.Nullable;

/**
 * What somebody wants to pay back of an order. The amount is the sum of its parts, less what is held back, and never below
 * nothing.
 *
 * @param units          the units whose money goes back, at what the customer really paid for them; with {@code flat} those
 *                       for which the amount is, and whose own money does not go back by it
 * @param withFreight    whether the freight of the order goes back as well, if it hasn't yet
 * @param withSurcharges whether what the customer paid in the case besides the order goes back as well, if it hasn't yet
 * @param less           what is held back, such as the freight of a parcel that was refused; null for nothing
 * @param flat           an amount that is not what units are worth, such as the difference to a cheaper substitute; null for
 *                       none
 */
public record Payback(List<LineQuantity> units, boolean withFreight, boolean withSurcharges, @Nullable Money less,
        @Nullable Money flat) {

    public static Payback of(List<LineQuantity> units, boolean withFreight) {
        return new Payback(units, withFreight, false, null, null);
    }

    public static Payback flat(Money amount) {
        return new Payback(List.of(), false, false, null, amount);
    }

    boolean isForNothing() {
        return units.isEmpty() && !withFreight && !withSurcharges && flat == null;
    }
}
