package dev.kefu.orders;

import dev.kefu.customers.Contact;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.springframework.lang.Nullable;

/**
 * An order as somebody tells it, not checked yet. What is missing is null (a missing number of units or of a line is
 * 0, a missing list is empty).
 *
 * @param customerId  the shop's number of the customer
 * @param consignee   the customer as this order spells them, and where the goods go
 * @param language    in which the customer wants to be written to: {@code zh}, {@code en}, or null if the shop does not tell
 * @param currency    an ISO 4217 code; CNY if missing
 * @param deliveredAt when the goods reached the customer, as far as no shipment says it
 * @param freight     what the customer paid for transport; nothing if missing
 * @param discount    taken off the whole order, after the lines' own discounts
 */
public record OrderDraft(String orderNumber, @Nullable String customerId, @Nullable Contact consignee,
        @Nullable String language, @Nullable String channel, @Nullable String currency, @Nullable Instant paidAt, @Nullable Instant deliveredAt,
        @Nullable BigDecimal freight, @Nullable BigDecimal discount, List<Line> lines, List<Shipment> shipments) {

    /** More lines than any order has; a file that claims more would fill the memory. */
    public static final int MOST_LINES = 1_000;

    /** An order that does not tell its customer's language. */
    public OrderDraft(String orderNumber, @Nullable String customerId, @Nullable Contact consignee,
            @Nullable String channel, @Nullable String currency, @Nullable Instant paidAt, @Nullable Instant deliveredAt,
            @Nullable BigDecimal freight, @Nullable BigDecimal discount, List<Line> lines, List<Shipment> shipments) {
        this(orderNumber, customerId, consignee, null, channel, currency, paidAt, deliveredAt, freight, discount, lines,
                shipments);
    }

    /**
     * @param unitPrice before any discount
     * @param unitCost  what one unit cost the shop; null if it does not tell
     * @param discount  taken off the whole line
     */
    public record Line(int line, @Nullable String sku, @Nullable String name, @Nullable String category, int quantity,
            @Nullable BigDecimal unitPrice, @Nullable BigDecimal unitCost, @Nullable BigDecimal discount,
            @Nullable Integer weightGrams) {
    }

    /** @param deliveredAt null while it is under way */
    public record Shipment(@Nullable String courier, @Nullable String trackingNumber, @Nullable Instant shippedAt,
            @Nullable Instant deliveredAt, List<LineQuantity> lines) {
    }
}
