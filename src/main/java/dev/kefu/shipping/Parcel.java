package dev.kefu.shipping;

import dev.kefu.orders.KnownShipment;
import dev.kefu.orders.LineQuantity;
import dev.kefu.shared.CaseNumber;
import dev.kefu.shared.Erasure;
import dev.kefu.shared.SearchKey;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderBy;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.annotations.BatchSize;
import org.springframework.lang.Nullable;

/** A parcel of an order, on one of its ways; where it is stands in its events, and here only what the house was told last. */
@Entity
@Table(name = "parcel")
class Parcel {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "parcel")
    @SequenceGenerator(name = "parcel", sequenceName = "parcel_sequence", allocationSize = 1)
    private Long id;
    @Version
    private int version;
    private String orderNumber;
    @Enumerated(EnumType.STRING)
    private Leg leg;
    @Enumerated(EnumType.STRING)
    private ParcelPurpose purpose;
    private String caseNumber;
    private String courier;
    private String trackingNumber;
    private String trackingKey;
    private Instant sentAt;
    private Instant knownSince;
    @Enumerated(EnumType.STRING)
    private ParcelState state;
    private int failedAttempts;
    private Instant cancelledAt;
    @ElementCollection(fetch = FetchType.LAZY)
    @CollectionTable(name = "parcel_line", joinColumns = @JoinColumn(name = "parcel_id"))
    @OrderBy("line")
    @BatchSize(size = 50)
    private List<Units> lines = new ArrayList<>();

    @Embeddable
    record Units(int line, int quantity) {
    }

    protected Parcel() {
    }

    /** People may have typed what tells who somebody is; a number that says nothing else is found no more. */
    void erase(Erasure erasure) {
        courier = erasure.cleared(courier);
        var number = erasure.cleared(trackingNumber);
        if (!number.equals(trackingNumber)) {
            trackingNumber = number;
            trackingKey = "ERASED" + id;
        }
    }

    static Parcel registered(NewParcel told, Instant at) {
        var parcel = new Parcel();
        parcel.orderNumber = told.orderNumber();
        parcel.leg = told.leg();
        parcel.purpose = told.purpose();
        parcel.caseNumber = told.caseNumber() == null ? null : told.caseNumber().value();
        parcel.courier = told.courier();
        parcel.trackingNumber = told.trackingNumber();
        parcel.trackingKey = SearchKey.ofNumber(told.trackingNumber());
        parcel.sentAt = told.sentAt();
        parcel.knownSince = at;
        parcel.state = ParcelState.ANNOUNCED;
        told.lines().forEach(each -> parcel.lines.add(new Units(each.line(), each.quantity())));
        return parcel;
    }

    /** The shop told it with its order. */
    static Parcel told(KnownShipment shipment, Instant at) {
        var parcel = registered(new NewParcel(shipment.orderNumber(), Leg.TO_CUSTOMER, ParcelPurpose.ORDER, null,
                shipment.courier(), shipment.trackingNumber(), shipment.lines(), shipment.shippedAt()), at);
        if (shipment.deliveredAt() != null) {
            parcel.state = ParcelState.DELIVERED;
        }
        return parcel;
    }

    /** Somebody says in which case it was sent, or what it carries, where that was not known before. */
    void sentIn(NewParcel told) {
        if (caseNumber == null && told.caseNumber() != null) {
            caseNumber = told.caseNumber().value();
            purpose = told.purpose();
        }
        if (lines.isEmpty()) {
            told.lines().forEach(each -> lines.add(new Units(each.line(), each.quantity())));
        }
        if (sentAt == null) {
            sentAt = told.sentAt();
        }
    }

    /** Whether the units may be among what it carries; nothing is put into it later. */
    boolean mayCarry(List<LineQuantity> units) {
        return lines.isEmpty() || units.stream().allMatch(unit -> lines.stream()
                .anyMatch(each -> each.line() == unit.line() && each.quantity() >= unit.quantity()));
    }

    /** @return whether that is news */
    boolean become(Journey journey) {
        var isNews = state != journey.state() || failedAttempts != journey.failedAttempts();
        state = journey.state();
        failedAttempts = journey.failedAttempts();
        return isNews;
    }

    /** Nobody handed it to the courier, as far as known. */
    void cancelled(Instant at) {
        if (cancelledAt == null) {
            cancelledAt = at;
        }
    }

    /** The courier has it after all, or somebody registers it anew. */
    void revived() {
        cancelledAt = null;
    }

    boolean isCancelled() {
        return cancelledAt != null;
    }

    boolean isOf(String otherOrder, Leg otherLeg) {
        return orderNumber.equals(otherOrder) && leg == otherLeg;
    }

    /** From when on events of its number are about this way and not an earlier one. */
    Instant begin() {
        return sentAt != null && sentAt.isBefore(knownSince) ? sentAt : knownSince;
    }

    long id() {
        return id;
    }

    String orderNumber() {
        return orderNumber;
    }

    Leg leg() {
        return leg;
    }

    String courier() {
        return courier;
    }

    String trackingNumber() {
        return trackingNumber;
    }

    String trackingKey() {
        return trackingKey;
    }

    ParcelState state() {
        return state;
    }

    @Nullable
    CaseNumber caseNumber() {
        return caseNumber == null ? null : CaseNumber.of(caseNumber);
    }

    List<LineQuantity> carried() {
        return lines.stream().map(each -> new LineQuantity(each.line(), each.quantity())).toList();
    }

    ParcelView view(Journey journey, List<ParcelEvent> events) {
        return new ParcelView(id, orderNumber, leg, purpose, caseNumber(), courier, trackingNumber, carried(), sentAt,
                journey.state(), journey.failedAttempts(), journey.since(), journey.place(), journey.contradicted(),
                events.stream().sorted((one, other) -> Journey.AS_IT_HAPPENED.compare(one.step(), other.step()))
                        .map(ParcelEvent::view).toList());
    }
}
