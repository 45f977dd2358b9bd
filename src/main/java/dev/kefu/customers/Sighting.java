package dev.kefu.customers;

import dev.kefu.shared.Language;
import java.time.Instant;
import org.springframework.lang.Nullable;

/**
 * An order tells who its customer is; the file believes the newest order.
 *
 * @param language null if the order does not tell it
 */
public record Sighting(String customerId, Contact contact, @Nullable Language language, Instant orderPaidAt) {
}
