package dev.kefu.orders;

import java.util.ArrayList;
import java.util.List;

/**
 * Where an order, as the shop tells it anew, contradicts what has gone back, is on its way back, was cancelled or was sent by
 * the house. What contradicts already is no reason to refuse news, as long as it becomes no worse.
 */
final class Contradictions {

    private final ShopOrder now;
    private final ShopOrder then;
    private final OrderDraft told;
    private final List<String> found = new ArrayList<>();

    private Contradictions(ShopOrder now, ShopOrder then, OrderDraft told) {
        this.now = now;
        this.then = then;
        this.told = told;
    }

    /**
     * @param then the order as it would be if the shop alone knew of it
     * @return sentences for people; empty if it fits
     */
    static List<String> of(ShopOrder now, ShopOrder then, OrderDraft told) {
        var contradictions = new Contradictions(now, then, told);
        contradictions.inMoney();
        contradictions.inUnits();
        contradictions.inWhatWasSent();
        return contradictions.found;
    }

    private void inMoney() {
        var money = now.money();
        var number = now.getId();
        var moved = money.promised().plus(money.refunded());
        if (!then.currency().equals(now.currency())) {
            if (moved.isPositive()) {
                found.add("Order %s can't change its currency: %s went back or was promised.".formatted(number, moved));
            }
            if (money.surcharges().isPositive()) {
                found.add("Order %s can't change its currency: %s were paid besides.".formatted(number, money.surcharges()));
            }
            return;
        }
        var paidThen = then.money(now.incomes());
        if (moved.isMoreThan(paidThen.captured())) {
            found.add("Order %s can't come to %s: %s went back or was promised.".formatted(number, paidThen.captured(), moved));
        }
        if (money.freightOutflow().isMoreThan(then.freight())) {
            found.add("The freight of order %s can't be %s: %s of it went back or was promised."
                    .formatted(number, then.freight(), money.freightOutflow()));
        }
        for (var line : now.lines()) {
            var back = money.outflowOf(line.number());
            if (back.isMoreThan(paidThen.paidValue(line.number()))) {
                found.add("In order %s %s can't come to %s: %s went back or was promised.".formatted(
                        number, line, paidThen.paidValue(line.number()), back));
            }
        }
    }

    private void inUnits() {
        var units = now.units();
        var money = now.money();
        for (var line : now.lines()) {
            var quantityThen = then.quantity(line.number());
            var taken = Math.max(units.open(line.number()) + units.returned(line.number()) + units.cancelled(line.number()),
                    money.unitsOf(line.number()));
            if (quantityThen < taken) {
                found.add("In order %s %s can't have a quantity of %d: %d are claimed, returned, cancelled or refunded."
                        .formatted(now.getId(), line, quantityThen, taken));
            }
        }
    }

    private void inWhatWasSent() {
        var units = now.units();
        for (var line : now.lines()) {
            var cancelled = units.cancelled(line.number());
            var sentNow = now.shipments().carried(line.number());
            var sentThen = now.shipments().carriedIf(told.shipments(), line.number());
            var quantityThen = then.quantity(line.number());
            var tooMany = sentThen + cancelled - quantityThen;
            if (tooMany > Math.max(sentNow + cancelled - line.quantity(), 0)) {
                found.add(cancelled == 0
                        ? "In order %s %d units of %s were sent, counting the house's own parcels; %d were bought."
                                .formatted(now.getId(), sentThen, line, quantityThen)
                        : "In order %s %d units of %s can't have been sent: of %d that were bought, %d were cancelled in %s."
                                .formatted(now.getId(), sentThen, line, quantityThen, cancelled, units.cancellersOf(line.number())));
            }
        }
        if (now.deliveredAt() == null && told.deliveredAt() != null && told.shipments().isEmpty()
                && now.lines().stream().allMatch(line -> units.cancelled(line.number()) == line.quantity())) {
            found.add("Order %s can't have been delivered: all of it was cancelled.".formatted(now.getId()));
        }
    }
}
