package dev.kefu.orders;

import dev.kefu.shared.NotFound;
import dev.kefu.shared.SearchKey;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** Reads what of orders has left the house, without locks. Works within the transaction of whoever asks. */
@Component
class ParcelsOfOrders {

    private static final int AT_ONCE = 200;

    private final ShopOrders orders;
    private final EntityManager entities;
    private final Clock clock;

    ParcelsOfOrders(ShopOrders orders, EntityManager entities, Clock clock) {
        this.orders = orders;
        this.entities = entities;
        this.clock = clock;
    }

    List<LineQuantity> unsent(String orderNumber) {
        var order = orders.findByOrderNumber(orderNumber)
                .orElseThrow(() -> new NotFound("There is no order " + orderNumber + "."));
        var unsent = order.unsent(clock.instant());
        forget(List.of(order));
        return unsent;
    }

    List<String> ordersWithUnsent(String sku) {
        var now = clock.instant();
        var maybe = orders.findMaybeUnsent(sku);
        var sure = new ArrayList<String>();
        for (int from = 0; from < maybe.size(); from += AT_ONCE) {
            var some = maybe.subList(from, Math.min(from + AT_ONCE, maybe.size()));
            var read = orders.findByOrderNumberIn(some);
            var unsent = read.stream().filter(each -> each.hasUnsent(sku, now)).map(ShopOrder::getId).toList();
            forget(read);
            some.stream().filter(unsent::contains).forEach(sure::add);
        }
        return sure;
    }

    List<KnownShipment> called(String trackingNumber) {
        var key = SearchKey.ofNumber(trackingNumber);
        if (key == null) {
            return List.of();
        }
        var found = orders.findByTrackingKey(key);
        if (found.isEmpty()) {
            return List.of();
        }
        var read = orders.findByOrderNumberIn(found);
        var known = read.stream().flatMap(order -> order.shipmentsCalled(trackingNumber))
                .sorted(Comparator.comparing(KnownShipment::shippedAt).reversed().thenComparing(KnownShipment::orderNumber)).toList();
        forget(read);
        return known;
    }

    /** What was read without the lock must not pass for the held order later in the same transaction. */
    private void forget(List<ShopOrder> read) {
        entities.flush();
        read.forEach(entities::detach);
    }
}
