package dev.kefu.shipping;

import dev.kefu.shared.Text;
import dev.kefu.shared.Violations;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.lang.Nullable;

/**
 * What a courier reports of a parcel, once or more often, in whichever order.
 *
 * @param eventId    the courier's own id of the report; the same twice counts once
 * @param courier    code or name
 * @param occurredAt when it happened, not when it was told
 * @param place      in the courier's words
 */
public record ParcelReport(String eventId, String courier, String trackingNumber, ParcelEventStatus status, Instant occurredAt,
        @Nullable String place) {

    private static final int LONGEST_ID = 100;
    private static final int LONGEST_PLACE = 300;
    /** Nobody sent anything before. */
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    /**
     * Of what was told.
     *
     * @throws dev.kefu.shared.RuleViolation naming every field that is missing or unfit
     */
    public static ParcelReport checked(@Nullable String eventId, @Nullable String courier, @Nullable String trackingNumber,
            @Nullable String status, @Nullable Instant occurredAt, @Nullable String place) {
        var found = new Violations();
        Waybill.requireShort("eventId", eventId, LONGEST_ID, found);
        Waybill.requireCourier(courier, found);
        Waybill.requireNumber(trackingNumber, found);
        var known = Arrays.stream(ParcelEventStatus.values())
                .filter(each -> status != null && each.name().equals(status.strip().toUpperCase(Locale.ROOT))).findFirst();
        if (known.isEmpty()) {
            found.add("status", "input", "status must be one of %s.".formatted(
                    Arrays.stream(ParcelEventStatus.values()).map(Enum::name).collect(Collectors.joining(", "))));
        }
        if (occurredAt == null) {
            found.add("occurredAt", "input", "occurredAt is needed.");
        } else if (occurredAt.isBefore(EARLIEST) || occurredAt.isAfter(LATEST)) {
            found.add("occurredAt", "input", "occurredAt is no time of this business.");
        }
        found.refuseIfAny();
        return new ParcelReport(Text.composed(eventId), Text.composed(courier), Text.composed(trackingNumber), known.orElseThrow(),
                occurredAt.truncatedTo(ChronoUnit.MILLIS), shown(place));
    }

    /** News is not refused for the words that come with it. */
    @Nullable
    private static String shown(@Nullable String place) {
        var visible = place == null ? "" : Text.visiblePart(Text.composed(place));
        return Text.isBlank(visible) ? null : Text.shortened(visible, LONGEST_PLACE);
    }
}
