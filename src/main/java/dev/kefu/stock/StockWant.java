package dev.kefu.stock;

import dev.kefu.shared.CaseNumber;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/**
 * Units of an article that a case waits for; who has a smaller place is served before. Where others than the case itself
 * change it, they also hold all that the case waits for.
 */
@Entity
@Table(name = "stock_want")
class StockWant extends UnitsOfCase {

    protected StockWant() {
    }

    private StockWant(CaseNumber caseNumber, String sku, int quantity, long place) {
        super(caseNumber, sku, quantity, place);
    }

    static StockWant asked(CaseNumber caseNumber, String sku, int quantity, long place) {
        return new StockWant(caseNumber, sku, quantity, place);
    }
}
