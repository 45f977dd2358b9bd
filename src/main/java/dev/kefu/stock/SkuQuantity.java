package dev.kefu.stock;

/** So many units of an article. */
public record SkuQuantity(String sku, int quantity) {
}
