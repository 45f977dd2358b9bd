package dev.kefu.orders;

/** So many units of an order's line, which is named by its number in the shop. */
public record LineQuantity(int line, int quantity) {
}
