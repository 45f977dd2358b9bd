package dev.kefu.parcels.domain;

import dev.kefu.cases.CaseFiles;
import dev.kefu.orders.LineQuantity;
import dev.kefu.orders.OrderView;
import dev.kefu.orders.Orders;
import dev.kefu.refunds.RefundCause;
import dev.kefu.refunds.RefundRequest;
import dev.kefu.refunds.RefundStatus;
import dev.kefu.refunds.RefundView;
import dev.kefu.refunds.Refunds;
import dev.kefu.shared.Conflict;
import dev.kefu.shared.Money;
import dev.kefu.workflow.Actors;
import java.util.List;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;

/** What goes back to the customer for goods that did not reach them (PAR-6, PAR-7). */
@Component
class MoneyDesk {

    private final Orders orders;
    private final Refunds refunds;
    private final SecondFreights freights;
    private final ParcelNews news;
    private final CaseFiles cases;

    MoneyDesk(Orders orders, Refunds refunds, SecondFreights freights, ParcelNews news, CaseFiles cases) {
        this.orders = orders;
        this.refunds = refunds;
        this.freights = freights;
        this.news = news;
        this.cases = cases;
    }

    /** Where nothing would be left of the money, nothing is paid, and the case ends without it. */
    void giveUpIfWorthless(ParcelCase parcel) {
        if (isOfGoods(parcel) && !owed(parcel).isPositive()) {
            parcel.decide(Course.ABANDON, parcel.decided().by() == null ? Actors.HOUSE : parcel.decided().by());
            cases.recordFact(parcel.number(), "NOTHING_TO_REFUND", "What is held back for freight is as much as was paid, or the money"
                    + " went back already.");
        }
    }

    private boolean isOfGoods(ParcelCase parcel) {
        return parcel.decided().course() == Course.REFUND && !parcel.refunding().areGoodsPaid() && !parcel.is(Whereabouts.DELIVERED);
    }

    /** What would go back for the goods now, surcharges included. */
    private Money owed(ParcelCase parcel) {
        var order = order(parcel);
        var zero = Money.zero(order.currency());
        var payable = payable(parcel);
        if (payable.isEmpty()) {
            return zero;
        }
        var units = orders.quote(order.orderNumber(), payable, isFreightRefunded(parcel, order, payable));
        var less = heldBack(parcel, order);
        return units.plus(parcel.freight().isSurchargeOwed() ? surcharge(parcel, order) : zero).minus(less == null ? zero : less);
    }

    /** Of the goods those whose money did not go back yet, by whichever case. */
    private List<LineQuantity> payable(ParcelCase parcel) {
        return orders.payable(parcel.orderNumber(), parcel.units());
    }

    /**
     * The freight is the whole order's: where the customer is not to blame it goes back with the last of what was ordered, unless
     * some of that was refused, for which it stays paid.
     */
    private boolean isFreightRefunded(ParcelCase parcel, OrderView order, List<LineQuantity> payable) {
        if (!parcel.failing().ruling().isAtTheShopsCost() || order.heldBack().isPositive() || payable.isEmpty()) {
            return false;
        }
        var left = order.lines().stream().map(OrderView.Line::refundable).reduce(Money.zero(order.currency()), Money::plus);
        return !left.minus(orders.quote(order.orderNumber(), payable, false)).isPositive();
    }

    /** Of a refused parcel the freight is not paid back: there as the customer paid it, or by the table if that was nothing; and back. */
    @Nullable
    Money heldBack(ParcelCase parcel, OrderView order) {
        if (parcel.cause() != ParcelCause.REFUSED || parcel.failing().ruling().isAtTheShopsCost()) {
            return null;
        }
        var fee = freights.feeOfFirst(parcel, order).orElse(Money.zero(order.currency()));
        return order.freight().isZero() ? fee.times(2) : fee;
    }

    /** Decides the amount; the order's guard has the last word. */
    RefundView decide(ParcelCase parcel) {
        var order = order(parcel);
        var by = parcel.decided().by() == null ? cases.openerOf(parcel.number()) : parcel.decided().by();
        var payable = payable(parcel);
        parcel.refunding().order(!isOfGoods(parcel));
        return refunds.decide(parcel.refunding().isOfSurcharge()
                ? new RefundRequest(parcel.number(), order.orderNumber(), List.of(), false, true, null, null, RefundCause.PARCEL, by)
                : new RefundRequest(parcel.number(), order.orderNumber(), payable, isFreightRefunded(parcel, order, payable),
                        parcel.freight().isSurchargeOwed(), heldBack(parcel, order), null, RefundCause.PARCEL, by));
    }

    /** @throws Conflict if it has not ended */
    void ended(ParcelCase parcel) {
        if (!parcel.refunding().isOrdered()) {
            return;
        }
        var refund = refunds.latestOf(parcel.number()).orElseThrow();
        if (!refund.status().isFinal()) {
            throw new Conflict("The refund of case " + parcel.number() + " is not settled yet: " + refund.status() + ".");
        }
        var isPaid = refund.status() == RefundStatus.PAID;
        var isOfSurcharge = parcel.refunding().isOfSurcharge();
        parcel.refundEnded(isPaid);
        if (!isPaid && isOfSurcharge) {
            cases.recordFact(parcel.number(), "SURCHARGE_NOT_RETURNED", refund.note());
        }
        if (isPaid && isOfSurcharge) {
            news.surchargeReturned(parcel, refund.amount());
        } else if (isPaid) {
            news.refunded(parcel, refund.amount(), heldBack(parcel, order(parcel)));
        }
    }

    /** A process may be stopped between the payment and the step that notes it. */
    void noteIfPaid(ParcelCase parcel) {
        var isPaid = refunds.latestOf(parcel.number()).filter(refund -> refund.status() == RefundStatus.PAID).isPresent();
        if (parcel.refunding().isOrdered() && isPaid) {
            parcel.refundEnded(true);
        }
    }

    private static Money surcharge(ParcelCase parcel, OrderView order) {
        return new Money(parcel.freight().surcharge(), order.currency());
    }

    private OrderView order(ParcelCase parcel) {
        return orders.find(parcel.orderNumber()).orElseThrow();
    }
}
