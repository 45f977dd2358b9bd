package dev.kefu.stock;

import dev.kefu.shared.Conflict;
import dev.kefu.shared.KeyedByName;
import dev.kefu.shared.Money;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.util.Currency;
import org.springframework.lang.Nullable;

/**
 * An article in the warehouse. Whoever changes anything here holds its row lock, and notes the change as a
 * {@link StockMovement}.
 */
@Entity
@Table(name = "stock_item")
class StockItem extends KeyedByName {

    @Id
    private String sku;
    private int onHand;
    private int reserved;
    private long lastPlace;
    private Integer replenishmentDays;
    private BigDecimal price;
    private Currency currency;

    protected StockItem() {
    }

    /** An article that the warehouse sees for the first time. */
    static StockItem firstSeen(String sku) {
        var item = new StockItem();
        item.sku = sku;
        return item;
    }

    @Override
    public String getId() {
        return sku;
    }

    /** What comes after all who have asked for the article until now. */
    long nextPlace() {
        lastPlace++;
        return lastPlace;
    }

    /** So many were found; also fewer than are promised. */
    void counted(int found) {
        onHand = found;
    }

    /** What is not said stays as it was. */
    void described(@Nullable Integer days, @Nullable Money costs) {
        if (days != null) {
            replenishmentDays = days;
        }
        if (costs != null) {
            price = costs.amount();
            currency = costs.currency();
        }
    }

    void added(int quantity) {
        onHand += quantity;
    }

    /** @param change more units, or fewer if it is negative, are promised to a case */
    void promised(int change) {
        reserved += change;
    }

    /** @throws Conflict if fewer lie there than are promised and leave now */
    void taken(int quantity) {
        if (quantity > onHand) {
            throw new Conflict("Of %s %d are to leave, but %d are on hand. Count again and correct the stock first."
                    .formatted(sku, quantity, onHand));
        }
        onHand -= quantity;
        reserved -= quantity;
    }

    int onHand() {
        return onHand;
    }

    int reserved() {
        return reserved;
    }

    /** Units that nobody was promised; below none where a count found less than is promised still. */
    int left() {
        return onHand - reserved;
    }

    StockLevel level() {
        return new StockLevel(sku, onHand, reserved, replenishmentDays,
                price == null ? null : new Money(price, currency));
    }
}
