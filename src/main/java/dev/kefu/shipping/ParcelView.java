package dev.kefu.shipping;

import dev.kefu.orders.LineQuantity;
import dev.kefu.shared.CaseNumber;
import java.time.Instant;
import java.util.List;
import org.springframework.lang.Nullable;

/**
 * A parcel as it stands.
 *
 * @param id             ours
 * @param caseNumber     the case in which it was sent; null if in none
 * @param failedAttempts deliveries that failed, in this leg
 * @param since          when it came into this state; null while nothing was reported
 * @param contradicted   whether its events contradict each other, such as lost after delivered
 * @param events         in the order in which they happened
 */
public record ParcelView(long id, String orderNumber, Leg leg, ParcelPurpose purpose, @Nullable CaseNumber caseNumber,
        String courier, String trackingNumber, List<LineQuantity> lines, @Nullable Instant sentAt, ParcelState state,
        int failedAttempts, @Nullable Instant since, @Nullable String place, boolean contradicted, List<Event> events) {

    /** @param receivedAt when we heard of it */
    public record Event(String eventId, ParcelEventStatus status, Instant occurredAt, @Nullable String place,
            Instant receivedAt) {
    }
}
