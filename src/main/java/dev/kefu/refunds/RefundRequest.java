package dev.kefu.refunds;

import dev.kefu.orders.LineQuantity;
import dev.kefu.orders.Payback;
import dev.kefu.shared.CaseNumber;
import dev.kefu.shared.Money;
import java.util.List;
import org.springframework.lang.Nullable;

/**
 * What a case asks the refund of.
 *
 * @param units          the units of the order that are paid back, at what the customer really paid for them
 * @param withFreight    whether the freight of the order goes back as well, if it hasn't yet
 * @param withSurcharges whether what the customer paid in this case besides the order goes back as well
 * @param less           what is held back of it, such as freight of a parcel that was refused; null for nothing
 * @param flat           an amount that is not what units are worth, such as the difference to a cheaper substitute; null for
 *                       none. The units, if any, are those for which it is; their own money does not go back by it, but what
 *                       does later is that much less
 * @param requestedBy    user id of the person whose decision set the amount
 */
public record RefundRequest(CaseNumber caseNumber, String orderNumber, List<LineQuantity> units, boolean withFreight,
        boolean withSurcharges, @Nullable Money less, @Nullable Money flat, RefundCause cause, String requestedBy) {

    public RefundRequest(CaseNumber caseNumber, String orderNumber, List<LineQuantity> units, boolean withFreight,
            RefundCause cause, String requestedBy) {
        this(caseNumber, orderNumber, units, withFreight, false, null, null, cause, requestedBy);
    }

    Payback payback() {
        return new Payback(units, withFreight, withSurcharges, less, flat);
    }
}
