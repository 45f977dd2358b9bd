package dev.kefu.stock;

import java.util.Map;

/**
 * How a case stands with the goods that it wants; by SKU, without those of which there are none.
 *
 * @param reserved units that are promised to it
 * @param waiting  units that it waits for, after all who asked before it
 */
public record StockStanding(Map<String, Integer> reserved, Map<String, Integer> waiting) {

    /** Whether it has all that it wants. */
    public boolean isComplete() {
        return waiting.isEmpty();
    }
}
