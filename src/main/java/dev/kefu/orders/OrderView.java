package dev.kefu.orders;

import dev.kefu.customers.Contact;
import dev.kefu.shared.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.springframework.lang.Nullable;

/**
 * An order with what has come back of it.
 *
 * @param consignee       the customer as this order spells them, and where the goods went
 * @param deliveredAt     when the goods reached the customer, as far as no shipment says it; null if not told
 * @param paid            captured: the lines after all discounts, and the freight
 * @param promised        decided to go back and not paid yet
 * @param refunded        paid back
 * @param refundable      what may still be promised
 * @param freightRefunded the part of {@code refunded} that was freight
 */
public record OrderView(String orderNumber, String customerId, Contact consignee, @Nullable String channel,
        Currency currency, Instant paidAt, @Nullable Instant deliveredAt, Money freight, Money discount, Money paid,
        Money promised, Money refunded, Money refundable, Money freightRefunded, List<Line> lines,
        List<Shipment> shipments) {

    /**
     * @param paidValue         what the customer really paid for the line: after its discount and its share of the order's
     * @param returnedQuantity  units that came back and were accepted, for good
     * @param openQuantity      units that open cases hold
     * @param refunded          paid back for units of this line
     * @param refundable        not promised or paid back yet for units of this line
     * @param unitRefund        what would go back for one unit more; null if the money for all of them did
     * @param deliveredQuantity units that reached the customer
     * @param deliveredAt       when the latest of them did; null if none has
     */
    public record Line(int line, String sku, String name, @Nullable String category, int quantity, Money unitPrice,
            @Nullable Money unitCost, Money discount, @Nullable Integer weightGrams, Money paidValue,
            int returnedQuantity, int openQuantity, Money refunded, Money refundable, @Nullable Money unitRefund,
            int deliveredQuantity,
            @Nullable Instant deliveredAt) {

        /** Units that may still be asked back. */
        public int leftQuantity() {
            return Math.max(quantity - returnedQuantity - openQuantity, 0);
        }
    }

    /** @param deliveredAt null while it is under way, as far as known */
    public record Shipment(String courier, String trackingNumber, Instant shippedAt, @Nullable Instant deliveredAt,
            List<LineQuantity> lines) {
    }

    /** The line with the number that the shop gave it. */
    public Optional<Line> line(int number) {
        return lines.stream().filter(each -> each.line() == number).findFirst();
    }

    /** What the customer paid for units of a line: their even part of it, to the cent. Zero for a line that is not there. */
    public Money worthOf(LineQuantity units) {
        return line(units.line())
                .map(line -> line.paidValue().share(BigDecimal.valueOf(units.quantity()), BigDecimal.valueOf(line.quantity())))
                .orElse(Money.zero(currency));
    }
}
