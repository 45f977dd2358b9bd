package dev.kefu.shipping;

import dev.kefu.orders.LineQuantity;
import dev.kefu.shared.CaseNumber;
import java.time.Instant;
import java.util.List;
import org.springframework.lang.Nullable;

/**
 * A parcel that somebody sent.
 *
 * @param courier    code or name, as it was typed
 * @param caseNumber the case in which it was sent; null if in none
 * @param lines      the units of the order that it carries; empty if nobody knows
 * @param sentAt     null if it was only booked or announced
 */
public record NewParcel(String orderNumber, Leg leg, ParcelPurpose purpose, @Nullable CaseNumber caseNumber, String courier,
        String trackingNumber, List<LineQuantity> lines, @Nullable Instant sentAt) {
}
