package dev.kefu.orders;

import java.time.Instant;
import java.util.List;
import org.springframework.lang.Nullable;

/**
 * A parcel of an order to its customer.
 *
 * @param shippedAt   when it left
 * @param deliveredAt null while it is under way, as far as the order knows
 * @param byHouse     whether the house told it; else the shop did
 */
public record KnownShipment(String orderNumber, String courier, String trackingNumber, Instant shippedAt,
        @Nullable Instant deliveredAt, List<LineQuantity> lines, boolean byHouse) {
}
