package dev.kefu;

import dev.kefu.customers.Contact;
import dev.kefu.customers.Contact.Address;
import dev.kefu.orders.LineQuantity;
import dev.kefu.orders.OrderDraft;
import dev.kefu.orders.Orders;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.lang.Nullable;

/** Orders for tests: line 1 is three cups at 50.00, line 2 a kettle at 900.00, freight 10.00. Each has a new number. */
@TestComponent
public class TestOrders {

    private static final AtomicInteger NUMBERS = new AtomicInteger(1000);

    private final Orders orders;
    private final Clock clock;

    TestOrders(Orders orders, Clock clock) {
        this.orders = orders;
        this.clock = clock;
    }

    /** @return the number of an order that reached the customer so many calendar days ago */
    public String delivered(int daysAgo) {
        return delivered(daysAgo, "50.00");
    }

    /** @return the same with cups of another price */
    public String delivered(int daysAgo, String priceOfACup) {
        return store(ZonedDateTime.now(clock).minusDays(daysAgo).toInstant(), priceOfACup);
    }

    /** @return the number of an order that is still under way */
    public String undelivered() {
        return undelivered("50.00");
    }

    /** @return the same with cups of another price */
    public String undelivered(String priceOfACup) {
        return store(null, priceOfACup);
    }

    /** @return the same in two parcels: the kettle's number begins with a T, that of the cups with a C */
    public String undeliveredInTwo() {
        return store("50.00", List.of(new OrderDraft.Shipment("YTO", "T", paidAt(), null, List.of(new LineQuantity(2, 1))),
                new OrderDraft.Shipment("YTO", "C", paidAt(), null, List.of(new LineQuantity(1, 3)))));
    }

    /** @return the number of an order of which nothing has left the house */
    public String unsent() {
        return store("50.00", List.of());
    }

    /** The article of line 1, which no other order has. */
    public static String cupOf(String order) {
        return "CUP-" + order;
    }

    /** The article of line 2, which no other order has. */
    public static String kettleOf(String order) {
        return "KETTLE-" + order;
    }

    private String store(@Nullable Instant deliveredAt, String priceOfACup) {
        return store(priceOfACup, List.of(new OrderDraft.Shipment("YTO", "T", paidAt(), deliveredAt,
                List.of(new LineQuantity(1, 3), new LineQuantity(2, 1)))));
    }

    private Instant paidAt() {
        return ZonedDateTime.now(clock).minusDays(400).toInstant();
    }

    /** @param sent their numbers are followed by the order's */
    private String store(String priceOfACup, List<OrderDraft.Shipment> sent) {
        var number = "SO-" + NUMBERS.incrementAndGet();
        var address = new Address("浙江省", "杭州市", "西湖区", "文三路 1 号", "310012");
        orders.store(new OrderDraft(number, "C-" + number, new Contact("王芳", "13800000001", "fang@example.com", address),
                "TMALL", "CNY", paidAt(), null, new BigDecimal("10.00"), null,
                List.of(new OrderDraft.Line(1, cupOf(number), "Thermos cup", "KITCHEN", 3, new BigDecimal(priceOfACup),
                                new BigDecimal("5.00"), null, 300),
                        new OrderDraft.Line(2, kettleOf(number), "Kettle", "KITCHEN", 1, new BigDecimal("900.00"),
                                new BigDecimal("500.00"), null, 2000)),
                sent.stream().map(each -> new OrderDraft.Shipment(each.courier(), each.trackingNumber() + number, each.shippedAt(),
                        each.deliveredAt(), each.lines())).toList()));
        return number;
    }
}
