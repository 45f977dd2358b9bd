package dev.kefu.parcels.domain;

import dev.kefu.shared.CaseNumber;
import dev.kefu.shared.Erasure;
import dev.kefu.shipping.ParcelView;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.lang.Nullable;

/** How the goods go out once more, and what is known of the parcels that did (PAR-4). */
@Embeddable
class SendingAgain {

    private boolean byHand;
    private boolean goodsReserved;
    private String stockOutCase;
    private boolean awaited;
    private Instant deliveryDue;
    @ElementCollection
    @CollectionTable(name = "parcel_case_shipment", joinColumns = @JoinColumn(name = "case_number"))
    @OrderColumn(name = "position")
    private List<Reshipment> shipments = new ArrayList<>();

    protected SendingAgain() {
    }

    /** The courier's service doesn't take it. */
    void byHand() {
        byHand = true;
    }

    /** Other goods are promised to the case. */
    void goodsReserved() {
        goodsReserved = true;
    }

    void goodsReleased() {
        goodsReserved = false;
    }

    /** There are none; a stock-out brings them. */
    void goodsOwedBy(CaseNumber stockOut) {
        stockOutCase = stockOut.value();
    }

    void stockOutEnded() {
        stockOutCase = null;
    }

    /** What left holds goods from stock, or those that came home. */
    void sent(ParcelView parcel, boolean otherGoods, Instant at, @Nullable Instant due) {
        shipments.add(Reshipment.sent(parcel, otherGoods, at));
        byHand = false;
        goodsReserved = false;
        awaited = true;
        deliveryDue = due;
    }

    /** It has not arrived in the time that the courier takes, or never will. */
    void noLongerAwaited() {
        awaited = false;
        deliveryDue = null;
    }

    void erase(Erasure erasure) {
        shipments.forEach(shipment -> shipment.erase(erasure));
    }

    boolean isByHand() {
        return byHand;
    }

    boolean areGoodsReserved() {
        return goodsReserved;
    }

    Optional<CaseNumber> stockOut() {
        return Optional.ofNullable(stockOutCase).map(CaseNumber::of);
    }

    boolean isAwaited() {
        return awaited;
    }

    @Nullable
    Instant deliveryDue() {
        return deliveryDue;
    }

    boolean hasOtherGoods() {
        return shipments.stream().anyMatch(Reshipment::hasOtherGoods);
    }

    Optional<Reshipment> latest() {
        return shipments.isEmpty() ? Optional.empty() : Optional.of(shipments.get(shipments.size() - 1));
    }

    List<Reshipment> shipments() {
        return shipments;
    }
}
