package dev.kefu.orders.web;

import dev.kefu.customers.Contact;
import dev.kefu.orders.LineQuantity;
import dev.kefu.orders.OrderDraft;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.springframework.lang.Nullable;

/** An order as the shop sends it (contract, section 1). Amounts are strings or numbers; what is checked is checked behind. */
record OrderBody(@Nullable Customer customer, @Nullable String channel, @Nullable String currency,
        @Nullable OffsetDateTime paidAt, @Nullable OffsetDateTime deliveredAt, @Nullable BigDecimal freight,
        @Nullable BigDecimal discount, @Nullable List<Line> lines, @Nullable List<Shipment> shipments) {

    record Customer(@Nullable String id, @Nullable String name, @Nullable String phone, @Nullable String email,
            @Nullable Contact.Address address, @Nullable String language) {
    }

    record Line(@Nullable Integer line, @Nullable String sku, @Nullable String name, @Nullable String category,
            @Nullable Integer quantity, @Nullable BigDecimal unitPrice, @Nullable BigDecimal unitCost,
            @Nullable BigDecimal discount, @Nullable Integer weightGrams) {

        private static final Line MISSING = new Line(null, null, null, null, null, null, null, null, null);

        private OrderDraft.Line draft() {
            return new OrderDraft.Line(orNone(line), sku, name, category, orNone(quantity), unitPrice, unitCost, discount,
                    weightGrams);
        }
    }

    record Shipment(@Nullable String courier, @Nullable String trackingNumber, @Nullable OffsetDateTime shippedAt,
            @Nullable OffsetDateTime deliveredAt, @Nullable List<Carried> lines) {

        private static final Shipment MISSING = new Shipment(null, null, null, null, null);

        private OrderDraft.Shipment draft() {
            return new OrderDraft.Shipment(courier, trackingNumber, instant(shippedAt), instant(deliveredAt),
                    each(lines, Carried.MISSING, Carried::units));
        }
    }

    record Carried(@Nullable Integer line, @Nullable Integer quantity) {

        private static final Carried MISSING = new Carried(null, null);

        private LineQuantity units() {
            return new LineQuantity(orNone(line), orNone(quantity));
        }
    }

    OrderDraft draft(String orderNumber) {
        var who = Objects.requireNonNullElse(customer, new Customer(null, null, null, null, null, null));
        return new OrderDraft(orderNumber, who.id(),
                new Contact(Objects.requireNonNullElse(who.name(), ""), who.phone(), who.email(), who.address()),
                who.language(), channel, currency, instant(paidAt), instant(deliveredAt), freight, discount, each(lines, Line.MISSING, Line::draft),
                each(shipments, Shipment.MISSING, Shipment::draft));
    }

    /** @param missing stands for a null in the list: an entry of which everything is missing */
    private static <T, R> List<R> each(@Nullable List<T> items, T missing, Function<T, R> convert) {
        return items == null ? List.of()
                : items.stream().map(item -> convert.apply(Objects.requireNonNullElse(item, missing))).toList();
    }

    private static int orNone(@Nullable Integer number) {
        return number == null ? 0 : number;
    }

    @Nullable
    private static Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
