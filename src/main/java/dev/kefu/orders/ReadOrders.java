package dev.kefu.orders;

import dev.kefu.shared.NotFound;
import dev.kefu.shared.SearchKey;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Reads orders without their locks. Works within the transaction of whoever asks. */
@Component
class ReadOrders {

    private static final int AT_ONCE = 200;

    private final ShopOrders orders;
    private final EntityManager entities;
    private final Clock clock;

    ReadOrders(ShopOrders orders, EntityManager entities, Clock clock) {
        this.orders = orders;
        this.entities = entities;
        this.clock = clock;
    }

    Optional<OrderView> view(String orderNumber) {
        return orders.findByOrderNumber(orderNumber).map(order -> read(order, each -> each.view(clock.instant())));
    }

    /** @throws NotFound if there is no such order */
    OrderMoney.Quote quote(String orderNumber, Function<OrderMoney, OrderMoney.Quote> question) {
        return read(known(orderNumber), order -> question.apply(order.money()));
    }

    List<LineQuantity> payable(String orderNumber, List<LineQuantity> units) {
        return read(known(orderNumber), order -> order.money().payable(units));
    }

    List<LineQuantity> unsent(String orderNumber) {
        return read(known(orderNumber), order -> order.dispatch(clock.instant()).unsent());
    }

    List<String> ordersWithUnsent(String sku) {
        var now = clock.instant();
        var maybe = orders.findMaybeUnsent(sku);
        var sure = new ArrayList<String>();
        for (int from = 0; from < maybe.size(); from += AT_ONCE) {
            var some = maybe.subList(from, Math.min(from + AT_ONCE, maybe.size()));
            var read = orders.findByOrderNumberIn(some);
            var unsent = read.stream().filter(each -> each.dispatch(now).hasUnsent(sku)).map(ShopOrder::getId).toList();
            forget(read);
            some.stream().filter(unsent::contains).forEach(sure::add);
        }
        return sure;
    }

    List<KnownShipment> shipmentsCalled(Collection<String> trackingNumbers) {
        var keys = trackingNumbers.stream().map(SearchKey::ofNumber).filter(Objects::nonNull).distinct().toList();
        var found = keys.isEmpty() ? List.<String>of() : orders.findByTrackingKeys(keys);
        if (found.isEmpty()) {
            return List.of();
        }
        var read = orders.findByOrderNumberIn(found);
        var known = read.stream().flatMap(order -> keys.stream().flatMap(order::shipmentsCalled))
                .sorted(Comparator.comparing(KnownShipment::shippedAt).reversed().thenComparing(KnownShipment::orderNumber)).toList();
        forget(read);
        return known;
    }

    private ShopOrder known(String orderNumber) {
        return orders.findByOrderNumber(orderNumber)
                .orElseThrow(() -> new NotFound("There is no order " + orderNumber + "."));
    }

    private <T> T read(ShopOrder order, Function<ShopOrder, T> question) {
        var answer = question.apply(order);
        forget(List.of(order));
        return answer;
    }

    /** What was read without the lock must not pass for the held order later in the same transaction. */
    private void forget(List<ShopOrder> read) {
        entities.flush();
        read.forEach(entities::detach);
    }
}
