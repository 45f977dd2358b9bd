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
    @Version
    private Integer version;

    @Embeddable
    record Key(@Column(name = "case_number") String caseNumber, String sku) {
    }

    protected StockReservation() {
    }

    static StockReservation promised(CaseNumber caseNumber, String sku, int quantity) {
        var reservation = new StockReservation();
        reservation.key = new Key(caseNumber.value(), sku);
        reservation.quantity = quantity;
        return reservation;
    }

    void become(int units) {
        quantity = units;
    }

    String sku() {
        return key.sku();
    }

    int quantity() {
        return quantity;
    }
}
