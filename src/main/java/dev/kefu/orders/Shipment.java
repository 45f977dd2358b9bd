package dev.kefu.orders;

import dev.kefu.shared.SearchKey;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.hibernate.annotations.BatchSize;
import org.springframework.lang.Nullable;

/**
 * A parcel on its way to the customer. The shop tells it, or the house sends it, or both; what is in it the house knows
 * better, when it arrived the shop. What couriers report of it stands beside both.
 */
@Entity
@Table(name = "shipment")
class Shipment {

    @EmbeddedId
    private Key key;
    private String trackingKey;
    private String courier;
    private Instant shippedAt;
    /** As the shop tells it. */
    private Instant deliveredAt;
    @Enumerated(EnumType.STRING)
    private ShipmentFate fate = ShipmentFate.UNDER_WAY;
    private Instant fateAt;
    private boolean byShop;
    private boolean byHouse;
    @OneToMany(cascade = CascadeType.ALL, orphanRemoval = true)
    @JoinColumn(name = "order_number", nullable = false, insertable = false, updatable = false)
    @JoinColumn(name = "tracking_number", nullable = false, insertable = false, updatable = false)
    @OrderBy("key.line")
    @BatchSize(size = 50)
    private List<ShipmentLine> lines = new ArrayList<>();

    @Embeddable
    record Key(@Column(name = "order_number") String orderNumber,
            @Column(name = "tracking_number") String trackingNumber) {
    }

    protected Shipment() {
    }

    static Shipment called(String orderNumber, String trackingNumber) {
        var shipment = new Shipment();
        shipment.key = new Key(orderNumber, trackingNumber);
        shipment.trackingKey = SearchKey.ofNumber(trackingNumber);
        return shipment;
    }

    /** The shop says that it sent it, or says so anew. */
    void told(OrderDraft.Shipment draft) {
        byShop = true;
        deliveredAt = draft.deliveredAt();
        if (!byHouse) {
            courier = draft.courier();
            shippedAt = draft.shippedAt();
            carry(draft.lines());
        }
    }

    /** The shop says nothing of it any more. */
    void untold() {
        byShop = false;
        deliveredAt = null;
    }

    /** The house sent it. What it carries is as it was if the house does not know. */
    void sent(KnownShipment parcel) {
        byHouse = true;
        courier = parcel.courier();
        shippedAt = parcel.shippedAt();
        if (!parcel.lines().isEmpty()) {
            carry(parcel.lines());
        }
    }

    /** Couriers report what became of it. */
    void become(ShipmentFate reported, Instant at) {
        fate = reported;
        fateAt = reported == ShipmentFate.UNDER_WAY ? null : at;
    }

    private void carry(List<LineQuantity> units) {
        Rows.align(lines, ShipmentLine::line, units, LineQuantity::line, carried -> ShipmentLine.carried(key, carried),
                ShipmentLine::become);
    }

    boolean isCalled(String otherTrackingNumber) {
        return key.trackingNumber().equals(otherTrackingNumber);
    }

    /** However the number is typed. */
    boolean isCalledLike(String otherTrackingNumber) {
        return trackingKey != null && trackingKey.equals(SearchKey.ofNumber(otherTrackingNumber));
    }

    String orderNumber() {
        return key.orderNumber();
    }

    String trackingNumber() {
        return key.trackingNumber();
    }

    String courier() {
        return courier;
    }

    Instant shippedAt() {
        return shippedAt;
    }

    /** Null while it is under way, as far as known, and of a parcel that came back or was lost. */
    @Nullable
    Instant deliveredAt() {
        return part(0).deliveredAt();
    }

    ShipmentFate fate() {
        return fate;
    }

    @Nullable
    Instant fateAt() {
        return fateAt;
    }

    boolean isByHouse() {
        return byHouse;
    }

    /** Whether its units are sent; else they are back, or nowhere. */
    boolean counts() {
        return !fate.isBack();
    }

    int unitsOf(int line) {
        return lines.stream().filter(each -> each.line() == line).mapToInt(ShipmentLine::quantity).sum();
    }

    /** So many of its units. */
    UnitWay.Part part(int units) {
        return part(units, shippedAt, deliveredAt, fate, fateAt, byHouse && !byShop);
    }

    /**
     * What is known of units in a parcel. The shop's word about its delivery goes before the courier's, but for a parcel that
     * came back or was lost.
     */
    static UnitWay.Part part(int units, Instant shippedAt, @Nullable Instant deliveredAsTold, ShipmentFate fate,
            @Nullable Instant fateAt, boolean byHouseAlone) {
        if (fate.isBack()) {
            return new UnitWay.Part(units, shippedAt, null, Objects.requireNonNullElse(fateAt, shippedAt), byHouseAlone);
        }
        return new UnitWay.Part(units, shippedAt, deliveredAsTold != null || fate != ShipmentFate.DELIVERED ? deliveredAsTold : fateAt,
                null, byHouseAlone);
    }

    List<LineQuantity> carried() {
        return lines.stream().map(each -> new LineQuantity(each.line(), each.quantity())).toList();
    }

    KnownShipment known() {
        return new KnownShipment(orderNumber(), courier, trackingNumber(), shippedAt, deliveredAt(), carried(), byHouse);
    }
}
