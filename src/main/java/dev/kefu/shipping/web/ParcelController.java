package dev.kefu.shipping.web;

import static dev.kefu.shared.ShopTime.local;

import dev.kefu.cases.CaseAccess;
import dev.kefu.orders.LineQuantity;
import dev.kefu.shared.CaseNumber;
import dev.kefu.shared.RuleViolation;
import dev.kefu.shared.Text;
import dev.kefu.shipping.Leg;
import dev.kefu.shipping.ParcelEventStatus;
import dev.kefu.shipping.ParcelPurpose;
import dev.kefu.shipping.ParcelState;
import dev.kefu.shipping.ParcelView;
import dev.kefu.shipping.Parcels;
import dev.kefu.workflow.Actors;
import dev.kefu.workflow.Groups;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.lang.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Parcels for the department's staff: by the number on them, or those of an order or a case. */
@RestController
@Tag(name = "Parcels", description = "Parcels on their way, and what couriers report of them")
@RequestMapping("/api/parcels")
class ParcelController {

    private final Parcels parcels;
    private final CaseAccess access;
    private final Actors actors;
    private final Clock clock;

    ParcelController(Parcels parcels, CaseAccess access, Actors actors, Clock clock) {
        this.parcels = parcels;
        this.access = access;
        this.actors = actors;
        this.clock = clock;
    }

    /**
     * A parcel with what was reported of it.
     *
     * @param place        where it was last; null too for those who need not know where the customer lives
     * @param contradicted whether its events contradict each other
     * @param events       in the order in which they happened
     */
    record ParcelAnswer(long id, String orderNumber, Leg leg, ParcelPurpose purpose, @Nullable String caseNumber, String courier,
            String trackingNumber, List<LineQuantity> lines, @Nullable OffsetDateTime sentAt, ParcelState state, int failedAttempts,
            @Nullable OffsetDateTime since, @Nullable String place, boolean contradicted, List<EventAnswer> events) {
    }

    record EventAnswer(String eventId, ParcelEventStatus status, OffsetDateTime occurredAt, @Nullable String place,
            OffsetDateTime receivedAt) {
    }

    /** By exactly one of the three; of a tracking number the newest first, else the oldest. */
    @GetMapping
    List<ParcelAnswer> find(@RequestParam(required = false) @Nullable String trackingNumber,
            @RequestParam(required = false) @Nullable String orderNumber, @RequestParam(required = false) @Nullable String caseNumber) {
        access.requireStaff();
        if (Stream.of(trackingNumber, orderNumber, caseNumber).filter(each -> each != null && !each.isBlank()).count() != 1) {
            throw new RuleViolation("trackingNumber", "input", "Parcels are looked for by trackingNumber, orderNumber or caseNumber.");
        }
        var seesPlaces = actors.isIn(Groups.ORDER_CLERKS, Groups.INTEGRATIONS) || access.knowsCustomers();
        return found(trackingNumber, orderNumber, caseNumber).stream().map(each -> answer(each, seesPlaces)).toList();
    }

    private List<ParcelView> found(@Nullable String trackingNumber, @Nullable String orderNumber, @Nullable String caseNumber) {
        if (trackingNumber != null && !trackingNumber.isBlank()) {
            return parcels.called(trackingNumber);
        }
        if (orderNumber != null && !orderNumber.isBlank()) {
            // No number has what can't be seen, and no database takes all of it
            return Text.isVisible(orderNumber.strip()) ? parcels.ofOrder(Text.composed(orderNumber)) : List.of();
        }
        return caseNumber == null ? List.of()
                : CaseNumber.typed(caseNumber).map(parcels::ofCase).orElse(List.of());
    }

    private ParcelAnswer answer(ParcelView parcel, boolean seesPlaces) {
        return new ParcelAnswer(parcel.id(), parcel.orderNumber(), parcel.leg(), parcel.purpose(),
                parcel.caseNumber() == null ? null : parcel.caseNumber().value(), parcel.courier(), parcel.trackingNumber(),
                parcel.lines(), local(parcel.sentAt(), clock), parcel.state(), parcel.failedAttempts(), local(parcel.since(), clock),
                seesPlaces ? parcel.place() : null, parcel.contradicted(), parcel.events().stream()
                        .map(each -> new EventAnswer(each.eventId(), each.status(), local(each.occurredAt(), clock),
                                seesPlaces ? each.place() : null, local(each.receivedAt(), clock))).toList());
    }
}
