package dev.kefu.orders;

import dev.kefu.customers.Contact;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Builds orders for tests: one of customer C-1, paid on 1 November 2026, delivered with nothing said otherwise. */
class Drafts {

    static final Instant PAID = Instant.parse("2026-11-01T02:00:00Z");
    static final Instant DELIVERED = Instant.parse("2026-11-04T02:00:00Z");

    private final String orderNumber;
    private final List<OrderDraft.Line> lines = new ArrayList<>();
    private final List<OrderDraft.Shipment> shipments = new ArrayList<>();
    private String customerId = "C-1";
    private String name = "王芳";
    private String currency = "CNY";
    private Instant paidAt = PAID;
    private Instant deliveredAt = DELIVERED;
    private String freight = "0";
    private String discount = "0";

    private Drafts(String orderNumber) {
        this.orderNumber = orderNumber;
    }

    static Drafts order(String orderNumber) {
        return new Drafts(orderNumber);
    }

    static LineQuantity units(int line, int quantity) {
        return new LineQuantity(line, quantity);
    }

    Drafts line(int number, int quantity, String unitPrice) {
        return line(number, quantity, unitPrice, "0");
    }

    Drafts article(int number, String sku, int quantity, String unitPrice) {
        lines.add(new OrderDraft.Line(number, sku, "Goods " + number, "KITCHEN", quantity, new BigDecimal(unitPrice), null,
                BigDecimal.ZERO, 300));
        return this;
    }

    Drafts line(int number, int quantity, String unitPrice, String lineDiscount) {
        lines.add(new OrderDraft.Line(number, "SKU-" + number, "Goods " + number, "KITCHEN", quantity,
                new BigDecimal(unitPrice), null, new BigDecimal(lineDiscount), 300));
        return this;
    }

    Drafts shipment(String trackingNumber, Instant delivered, LineQuantity... carried) {
        shipments.add(new OrderDraft.Shipment("YTO", trackingNumber, PAID, delivered, List.of(carried)));
        return this;
    }

    Drafts customer(String id, String spelling) {
        customerId = id;
        name = spelling;
        return this;
    }

    Drafts currency(String code) {
        currency = code;
        return this;
    }

    Drafts paidAt(Instant at) {
        paidAt = at;
        return this;
    }

    Drafts deliveredAt(Instant at) {
        deliveredAt = at;
        return this;
    }

    Drafts freight(String amount) {
        freight = amount;
        return this;
    }

    Drafts discount(String amount) {
        discount = amount;
        return this;
    }

    OrderDraft draft() {
        return new OrderDraft(orderNumber, customerId,
                new Contact(name, "13800000001", "fang@example.com",
                        new Contact.Address("浙江省", "杭州市", "西湖区", "文三路 1 号", "310012")),
                "TMALL", currency, paidAt, deliveredAt, new BigDecimal(freight), new BigDecimal(discount), lines,
                shipments);
    }
}
