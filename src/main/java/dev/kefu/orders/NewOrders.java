package dev.kefu.orders;

import dev.kefu.shared.SearchKey;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;

/**
 * Writes many new orders at once, as {@link ShopOrder} would be written one by one; an import of thousands would spend
 * most of its time in the entities otherwise.
 */
@Component
class NewOrders {

    private static final MultiRowInsert ORDERS = new MultiRowInsert("shop_order", "order_number", "customer_id",
            "customer_name", "phone", "email", "province", "city", "district", "street", "postcode", "channel", "currency",
            "paid_at", "delivered_at", "freight", "discount", "fingerprint", "version", "name_key",
            "phone_key");
    private static final MultiRowInsert LINES = new MultiRowInsert("shop_order_line", "order_number", "line", "sku",
            "name", "category", "quantity", "unit_price", "unit_cost", "discount", "weight_grams");
    private static final MultiRowInsert SHIPMENTS = new MultiRowInsert("shipment", "order_number", "tracking_number",
            "courier", "shipped_at", "delivered_at", "tracking_key");
    private static final MultiRowInsert SHIPMENT_LINES = new MultiRowInsert("shipment_line", "order_number",
            "tracking_number", "line", "quantity");

    private final JdbcOperations jdbc;

    NewOrders(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    void write(Collection<CheckedOrder> fresh) {
        List<Object[]> orders = new ArrayList<>();
        List<Object[]> lines = new ArrayList<>();
        List<Object[]> shipments = new ArrayList<>();
        List<Object[]> shipmentLines = new ArrayList<>();
        for (var each : fresh) {
            var order = each.draft();
            var number = order.orderNumber();
            var who = order.consignee();
            var where = who.address();
            orders.add(new Object[] {number, order.customerId(), who.name(), who.phone(), who.email(), where.province(),
                    where.city(), where.district(), where.street(), where.postcode(), order.channel(), order.currency(),
                    utc(order.paidAt()), utc(order.deliveredAt()), order.freight(), order.discount(), each.fingerprint(),
                    0, SearchKey.ofName(who.name()), SearchKey.ofPhone(who.phone())});
            for (var line : order.lines()) {
                lines.add(new Object[] {number, line.line(), line.sku(), line.name(), line.category(), line.quantity(),
                        line.unitPrice(), line.unitCost(), line.discount(), line.weightGrams()});
            }
            for (var shipment : order.shipments()) {
                shipments.add(new Object[] {number, shipment.trackingNumber(), shipment.courier(),
                        utc(shipment.shippedAt()), utc(shipment.deliveredAt()),
                        SearchKey.ofNumber(shipment.trackingNumber())});
                for (var carried : shipment.lines()) {
                    shipmentLines.add(new Object[] {number, shipment.trackingNumber(), carried.line(),
                            carried.quantity()});
                }
            }
        }
        ORDERS.insert(jdbc, orders);
        LINES.insert(jdbc, lines);
        SHIPMENTS.insert(jdbc, shipments);
        SHIPMENT_LINES.insert(jdbc, shipmentLines);
    }

    /** The database counts all its tables, and forgets the plans that it made when they were small. */
    void recount() {
        jdbc.execute("analyze");
    }

    @Nullable
    private static OffsetDateTime utc(@Nullable Instant time) {
        return time == null ? null : time.atOffset(ZoneOffset.UTC);
    }
}
