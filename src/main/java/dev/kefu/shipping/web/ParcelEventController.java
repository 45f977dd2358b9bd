package dev.kefu.shipping.web;

import dev.kefu.shared.Conflict;
import dev.kefu.shared.RuleViolation;
import dev.kefu.shipping.ParcelEvents;
import dev.kefu.shipping.ParcelReport;
import dev.kefu.shipping.ParcelState;
import dev.kefu.workflow.Actors;
import dev.kefu.workflow.Groups;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.OffsetDateTime;
import org.springframework.http.HttpStatus;
import org.springframework.lang.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What couriers report of parcels; order clerks and supervisors may type it where a courier only telephones. */
@RestController
@Tag(name = "Parcels", description = "Parcels on their way, and what couriers report of them")
@RequestMapping("/api/parcel-events")
class ParcelEventController {

    private static final String EVENT = """
            {"eventId": "E-1", "courier": "YTO", "trackingNumber": "YT-1001", "status": "IN_TRANSIT",
             "occurredAt": "2026-11-20T10:00:00+08:00", "place": "杭州转运中心"}
            """;

    private final ParcelEvents events;
    private final Actors actors;

    ParcelEventController(ParcelEvents events, Actors actors) {
        this.events = events;
        this.actors = actors;
    }

    record Event(@Nullable String eventId, @Nullable String courier, @Nullable String trackingNumber, @Nullable String status,
            @Nullable OffsetDateTime occurredAt, @Nullable String place) {

        /** @throws RuleViolation naming every field that is missing or unfit */
        ParcelReport report() {
            return ParcelReport.checked(eventId, courier, trackingNumber, status, occurredAt == null ? null : occurredAt.toInstant(),
                    place);
        }
    }

    /**
     * What became of an event.
     *
     * @param known       whether anybody knows the parcel; if not, the event is kept until somebody does
     * @param counted     false if it came before
     * @param parcel      the parcel's id
     * @param orderNumber whose goods it carries
     * @param state       where the parcel is, as all of its events together tell
     */
    record Taken(String eventId, boolean known, boolean counted, @Nullable Long parcel, @Nullable String orderNumber,
            @Nullable ParcelState state) {
    }

    /** @throws Conflict if another event came under the same id */
    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    Taken receive(@RequestBody @Schema(example = EVENT) Event event) {
        actors.requireAnyOf(Groups.INTEGRATIONS, Groups.ORDER_CLERKS, Groups.SUPERVISORS);
        var report = event.report();
        var taken = events.receive(report);
        var parcel = taken.parcel();
        return parcel == null ? new Taken(report.eventId(), false, taken.counted(), null, null, null)
                : new Taken(report.eventId(), true, taken.counted(), parcel.id(), parcel.orderNumber(), parcel.state());
    }
}
