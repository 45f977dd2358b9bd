package dev.kefu.orders;

import dev.kefu.shared.Conflict;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** What of one order was sent, what arrived and what is still owed, at one moment. Reads the order's own lists. */
class Dispatch {

    private final String orderNumber;
    private final List<OrderLine> lines;
    private final OrderUnits units;
    private final OrderShipments shipments;
    private final OrderMoney money;
    private final Instant now;

    Dispatch(String orderNumber, List<OrderLine> lines, OrderUnits units, OrderShipments shipments, OrderMoney money, Instant now) {
        this.orderNumber = orderNumber;
        this.lines = lines;
        this.units = units;
        this.shipments = shipments;
        this.money = money;
        this.now = now;
    }

    /** How far the units of a line are that were bought and not cancelled. */
    UnitWay way(int line) {
        return shipments.way(line, quantity(line) - units.cancelled(line), now);
    }

    /** What was bought and neither sent, nor cancelled, nor given back undelivered, nor paid back otherwise. */
    int unsent(int line) {
        return Math.max(quantity(line) - units.cancelled(line) - way(line).sent() - units.returnedUndelivered(line)
                - paidBackWithoutUnits(line), 0);
    }

    /** By line, without lines of which nothing is owed. */
    List<LineQuantity> unsent() {
        return lines.stream().sorted(Comparator.comparingInt(OrderLine::number))
                .map(line -> new LineQuantity(line.number(), unsent(line.number())))
                .filter(each -> each.quantity() > 0).toList();
    }

    boolean hasUnsent(String sku) {
        return lines.stream().anyMatch(line -> line.sku().equals(sku) && unsent(line.number()) > 0);
    }

    /**
     * Cancelled units don't lie in parcels. What customers asked back may be sent once more beside what was bought.
     *
     * @throws Conflict if a parcel that was just added carries units that were cancelled
     */
    void requireNotCancelled(KnownShipment parcel) {
        for (var line : lines) {
            var cancelled = units.cancelled(line.number());
            if (parcel.lines().stream().anyMatch(each -> each.line() == line.number()) && cancelled > 0
                    && shipments.carried(line.number()) + cancelled > line.quantity() + units.askedBack(line.number())) {
                throw new Conflict("Of %s of order %s %d were cancelled in %s; they are not sent any more.".formatted(line,
                        orderNumber, cancelled, units.cancellersOf(line.number())));
            }
        }
    }

    /** Units whose money goes back in a case that neither holds nor cancelled them, nor got them back. */
    private int paidBackWithoutUnits(int line) {
        return money.casesPayingBack(line).stream()
                .mapToInt(each -> Math.max(money.unitsOf(line, each) - units.accountedFor(each, line), 0)).sum();
    }

    private int quantity(int line) {
        return lines.stream().filter(each -> each.number() == line).mapToInt(OrderLine::quantity).sum();
    }
}
