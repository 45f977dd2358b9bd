package dev.kefu.orders;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** A line of an order. */
@Embeddable
record LineKey(@Column(name = "order_number") String orderNumber, int line) {
}
