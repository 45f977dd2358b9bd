package dev.kefu.parcels.domain;

import dev.kefu.shared.Erasure;
import dev.kefu.shared.SearchKey;
import dev.kefu.shipping.ParcelView;
import jakarta.persistence.Embeddable;
import java.time.Instant;

/** A parcel that went out in place of one that could not be delivered. */
@Embeddable
class Reshipment {

    private long parcelId;
    private String courier;
    private String trackingNumber;
    private String trackingKey;
    private boolean otherGoods;
    private Instant sentAt;
    private boolean cameHome;

    protected Reshipment() {
    }

    /** @param otherGoods whether it holds goods from stock and not the ones that came home */
    static Reshipment sent(ParcelView parcel, boolean otherGoods, Instant at) {
        var shipment = new Reshipment();
        shipment.parcelId = parcel.id();
        shipment.courier = parcel.courier();
        shipment.trackingNumber = parcel.trackingNumber();
        shipment.trackingKey = SearchKey.ofNumber(parcel.trackingNumber());
        shipment.otherGoods = otherGoods;
        shipment.sentAt = at;
        return shipment;
    }

    void erase(Erasure erasure) {
        courier = erasure.cleared(courier);
        trackingNumber = erasure.cleared(trackingNumber);
        trackingKey = SearchKey.ofNumber(trackingNumber);
    }

    void comesHome() {
        cameHome = true;
    }

    boolean hasComeHome() {
        return cameHome;
    }

    /** @param key in the form of {@link SearchKey#ofNumber} */
    boolean isCalled(String key) {
        return key.equals(trackingKey);
    }

    long parcelId() {
        return parcelId;
    }

    String courier() {
        return courier;
    }

    String trackingNumber() {
        return trackingNumber;
    }

    boolean hasOtherGoods() {
        return otherGoods;
    }

    Instant sentAt() {
        return sentAt;
    }
}
