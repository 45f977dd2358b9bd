package dev.kefu.stockouts.domain;

import java.util.Set;

/** The warehouse has counted these articles for one case; nobody counts them again for another that is open (STK-3). */
public record StockCounted(Set<String> skus) {
}
