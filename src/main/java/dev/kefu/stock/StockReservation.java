package dev.kefu.stock;

import dev.kefu.shared.CaseNumber;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** Units of an article that are promised to a case. Changes only under the lock of the article's row. */
@Entity
@Table(name = "stock_reservation")
class StockReservation {

    @EmbeddedId
    private Key key;
    private int quantity;
    private long place;
    @Version
    private Integer version;

    @Embeddable
    record Key(@Column(name = "case_number") String caseNumber, String sku) {
    }

    protected StockReservation() {
    }

    /** @param place when the case asked; what a count does not find, those miss who asked last */
    static StockReservation promised(CaseNumber caseNumber, String sku, int quantity, long place) {
        var reservation = new StockReservation();
        reservation.key = new Key(caseNumber.value(), sku);
        reservation.quantity = quantity;
        reservation.place = place;
        return reservation;
    }

    void become(int units) {
        quantity = units;
    }

    CaseNumber caseNumber() {
        return CaseNumber.of(key.caseNumber());
    }

    String sku() {
        return key.sku();
    }

    int quantity() {
        return quantity;
    }

    long place() {
        return place;
    }
}
