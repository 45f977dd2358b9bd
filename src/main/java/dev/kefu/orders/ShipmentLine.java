package dev.kefu.orders;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** The units of one line that a parcel carries. */
@Entity
@Table(name = "shipment_line")
class ShipmentLine {

    @EmbeddedId
    private Key key;
    private int quantity;

    @Embeddable
    record Key(@Column(name = "order_number") String orderNumber,
            @Column(name = "tracking_number") String trackingNumber, int line) {
    }

    protected ShipmentLine() {
    }

    static ShipmentLine carried(Shipment.Key shipment, LineQuantity units) {
        var line = new ShipmentLine();
        line.key = new Key(shipment.orderNumber(), shipment.trackingNumber(), units.line());
        line.become(units);
        return line;
    }

    void become(LineQuantity units) {
        quantity = units.quantity();
    }

    int line() {
        return key.line();
    }

    int quantity() {
        return quantity;
    }
}
