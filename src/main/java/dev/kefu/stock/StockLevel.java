package dev.kefu.stock;

import dev.kefu.shared.Money;
import org.springframework.lang.Nullable;

/**
 * How much there is of an article.
 *
 * @param onHand            units that lie in the warehouse, the reserved ones among them
 * @param reserved          units that are promised to open cases
 * @param replenishmentDays how long new goods take to come; null if nobody said
 * @param price             what a customer pays for one; null if the warehouse doesn't know
 */
public record StockLevel(String sku, int onHand, int reserved, @Nullable Integer replenishmentDays, @Nullable Money price) {

    /** Units that nobody was promised; none, and not fewer, where a count found less than was promised. */
    public int available() {
        return Math.max(onHand - reserved, 0);
    }
}
