package dev.kefu.returns.domain;

import dev.kefu.shared.Erasure;
import dev.kefu.shared.SearchKey;
import jakarta.persistence.Embeddable;
import java.time.Instant;

/** A parcel of a return that went to the customer. */
@Embeddable
class ReturnShipment {

    private boolean replacement;
    private String courier;
    private String trackingNumber;
    private String trackingKey;
    private Instant sentAt;

    protected ReturnShipment() {
    }

    /** @param replacement whether it holds other goods than the customer's own */
    static ReturnShipment sent(boolean replacement, Parcel parcel, Instant at) {
        var shipment = new ReturnShipment();
        shipment.replacement = replacement;
        shipment.courier = parcel.courier();
        shipment.trackingNumber = parcel.trackingNumber();
        shipment.trackingKey = SearchKey.ofNumber(parcel.trackingNumber());
        shipment.sentAt = at;
        return shipment;
    }

    void erase(Erasure erasure) {
        courier = erasure.cleared(courier);
        trackingNumber = erasure.cleared(trackingNumber);
        trackingKey = SearchKey.ofNumber(trackingNumber);
    }

    boolean isReplacement() {
        return replacement;
    }

    Parcel parcel() {
        return new Parcel(courier, trackingNumber);
    }

    Instant sentAt() {
        return sentAt;
    }
}
