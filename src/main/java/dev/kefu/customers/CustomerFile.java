package dev.kefu.customers;

import java.time.Instant;

/**
 * What the department knows of a customer.
 *
 * @param knownSince when their first known order was paid
 * @param updatedAt  when the order was paid that the contact was taken from
 */
public record CustomerFile(String customerId, Contact contact, Instant knownSince, Instant updatedAt) {
}
