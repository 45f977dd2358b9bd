package dev.kefu.orders;

import dev.kefu.customers.Contact;
import dev.kefu.shared.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.springframework.lang.Nullable;

/**
 * An order with what has come back of it.
 *
 * @param consignee       the customer as this order spells them, and where the goods went
 * @param deliveredAt     when the goods reached the customer, as far as no shipment says it; null if not told
 * @param surcharges      what the customer paid in cases besides the order
 * @param paid            captured: the lines after all discounts, the freight, and the surcharges
 * @param promised        decided to go back and not paid yet
 * @param refunded        paid back
 * @param refundable      what may still be promised
 * @param freightRefunded the part of {@code refunded} that was freight
 * @param surchargesRefunded likewise
 * @param heldBack        what was kept of the parts that were refunded, such as freight of a parcel that was refused
 */
public record OrderView(String orderNumber, String customerId, Contact consignee, @Nullable String channel,
        Currency currency, Instant paidAt, @Nullable Instant deliveredAt, Money freight, Money discount, Money surcharges,
        Money paid, Money promised, Money refunded, Money refundable, Money freightRefunded, Money surchargesRefunded,
        Money heldBack, List<Line> lines, List<Shipment> shipments) {

    /**
     * @param paidValue         what the customer really paid for the line: after its discount and its share of the order's
     * @param returnedQuantity  units that came back and were accepted, for good
     * @param openQuantity      units that open cases hold
     * @param openDelivered     those of them that were with the customer when the case asked for them
     * @param cancelledQuantity units that will never be sent
     * @param unsentQuantity    units that have not left the house, or came back undeliverable, and are still owed
     * @param refunded          paid back for units of this line
     * @param refundable        not promised or paid back yet for units of this line
     * @param unitRefund        what would go back for one unit more; null if the money for all of them did
     * @param deliveredQuantity units that reached the customer
     * @param deliveredAt       when the latest of them did; null if none has
     */
    public record Line(int line, String sku, String name, @Nullable String category, int quantity, Money unitPrice,
            @Nullable Money unitCost, Money discount, @Nullable Integer weightGrams, Money paidValue,
            int returnedQuantity, int openQuantity, int openDelivered, int cancelledQuantity, int unsentQuantity, Money refunded,
            Money refundable, @Nullable Money unitRefund, int deliveredQuantity, @Nullable Instant deliveredAt) {

        /** Units that may still be asked back. */
        public int leftQuantity() {
            return Math.max(quantity - returnedQuantity - openQuantity - cancelledQuantity, 0);
        }
    }

    /**
     * @param deliveredAt null while it is under way, as far as known, and of a parcel that came back or was lost
     * @param fate        what couriers report of it
     * @param fateAt      when that happened; null while it is under way
     * @param byHouse     whether the house sent it; else only the shop tells it
     */
    public record Shipment(String courier, String trackingNumber, Instant shippedAt, @Nullable Instant deliveredAt,
            ShipmentFate fate, @Nullable Instant fateAt, boolean byHouse, List<LineQuantity> lines) {
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

    /**
     * Grams of a parcel with these units, at least 1.
     *
     * @param usual of a unit whose weight the shop does not tell
     */
    public int weightOf(Collection<LineQuantity> units, int usual) {
        return Math.max(1, units.stream().mapToInt(each -> each.quantity() * line(each.line()).map(Line::weightGrams).orElse(usual)).sum());
    }
}
