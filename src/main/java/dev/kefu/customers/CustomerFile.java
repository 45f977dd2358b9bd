package dev.kefu.customers;

import dev.kefu.shared.Language;
import java.time.Instant;
import org.springframework.lang.Nullable;

/**
 * What the department knows of a customer.
 *
 * @param language   in which they are written to; null if nobody told
 * @param knownSince when their first known order was paid
 * @param updatedAt  when the order was paid that the contact was taken from
 * @param erasedAt   when they were erased; null if they are known
 */
public record CustomerFile(String customerId, Contact contact, @Nullable Language language, Instant knownSince,
        Instant updatedAt, @Nullable Instant erasedAt) {
}
