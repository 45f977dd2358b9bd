package dev.kefu.orders;

import dev.kefu.customers.Contact;
import dev.kefu.shared.Erasure;
import dev.kefu.shared.PersonalData;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who a customer is in their orders (CUS-4). Each order keeps its own spelling, so each is a place to look. */
@Component
@Transactional
class OrdersOfCustomer implements PersonalData {

    private final ShopOrders orders;
    private final Clock clock;

    OrdersOfCustomer(ShopOrders orders, Clock clock) {
        this.orders = orders;
        this.clock = clock;
    }

    record Held(String orderNumber, Contact consignee, @Nullable String channel, String currency, Instant paidAt,
            @Nullable Instant deliveredAt, String paid, String refunded, List<Line> lines, List<Parcel> shipments) {
    }

    record Line(int line, String sku, String name, int quantity, String unitPrice) {
    }

    record Parcel(String courier, String trackingNumber, Instant shippedAt, @Nullable Instant deliveredAt) {
    }

    @Override
    public String part() {
        return "orders";
    }

    @Override
    @Transactional(readOnly = true)
    public Set<String> wordsFor(String customerId) {
        return orders.findConsigneesOf(customerId).stream().flatMap(Contact::words).collect(Collectors.toSet());
    }

    @Override
    @Transactional(readOnly = true)
    public List<Held> heldAbout(String customerId) {
        return orders.findByCustomerIdOrderByOrderNumber(customerId).stream()
                .map(order -> held(order.view(clock.instant()))).toList();
    }

    /** An order that the shop told before stays without its customer, whatever the shop tells of it later. */
    @Override
    public void erase(Erasure erasure) {
        orders.holdAllOf(erasure.customerId()).forEach(order -> order.erase(clock.instant()));
    }

    private static Held held(OrderView order) {
        return new Held(order.orderNumber(), order.consignee(), order.channel(), order.currency().getCurrencyCode(),
                order.paidAt(), order.deliveredAt(), order.paid().decimal(), order.refunded().decimal(),
                order.lines().stream().map(line -> new Line(line.line(), line.sku(), line.name(), line.quantity(),
                        line.unitPrice().decimal())).toList(),
                order.shipments().stream().map(each -> new Parcel(each.courier(), each.trackingNumber(),
                        each.shippedAt(), each.deliveredAt())).toList());
    }
}
