package dev.kefu.customers;

import java.time.Instant;

/** An order tells who its customer is; the file believes the newest order. */
public record Sighting(String customerId, Contact contact, Instant orderPaidAt) {
}
