package dev.kefu.orders;

import dev.kefu.shared.SearchKey;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.annotations.BatchSize;
import org.springframework.lang.Nullable;

/** A parcel on its way to the customer. */
@Entity
@Table(name = "shipment")
class Shipment {

    @EmbeddedId
    private Key key;
    private String trackingKey;
    private String courier;
    private Instant shippedAt;
    private Instant deliveredAt;
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

    static Shipment sent(String orderNumber, OrderDraft.Shipment draft) {
        var shipment = new Shipment();
        shipment.key = new Key(orderNumber, draft.trackingNumber());
        shipment.trackingKey = SearchKey.ofNumber(draft.trackingNumber());
        shipment.become(draft);
        return shipment;
    }

    void become(OrderDraft.Shipment draft) {
        courier = draft.courier();
        shippedAt = draft.shippedAt();
        deliveredAt = draft.deliveredAt();
        Rows.align(lines, ShipmentLine::line, draft.lines(), LineQuantity::line,
                carried -> ShipmentLine.carried(key, carried), ShipmentLine::become);
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

    @Nullable
    Instant deliveredAt() {
        return deliveredAt;
    }

    List<LineQuantity> carried() {
        return lines.stream().map(each -> new LineQuantity(each.line(), each.quantity())).toList();
    }
}
