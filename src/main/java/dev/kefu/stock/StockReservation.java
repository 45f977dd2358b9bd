package dev.kefu.stock;

import dev.kefu.shared.CaseNumber;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** Units of an article that are promised to a case; what a count does not find, those miss who have the greatest place. */
@Entity
@Table(name = "stock_reservation")
class StockReservation extends UnitsOfCase {

    protected StockReservation() {
    }

    private StockReservation(CaseNumber caseNumber, String sku, int quantity, long place) {
        super(caseNumber, sku, quantity, place);
    }

    static StockReservation promised(CaseNumber caseNumber, String sku, int quantity, long place) {
        return new StockReservation(caseNumber, sku, quantity, place);
    }
}
