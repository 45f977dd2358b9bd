package dev.kefu.stock;

import dev.kefu.shared.CaseNumber;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/**
 * Units of an article that a case waits for. Changes only under the lock of the article's row, and, where others than the
 * case itself change it, under the lock of all that the case waits for.
 */
@Entity
@Table(name = "stock_want")
class StockWant {

    @EmbeddedId
    private Key key;
    private int quantity;
    private long place;
    @Version
    private Integer version;

    @Embeddable
    record Key(@Column(name = "case_number") String caseNumber, String sku) {
    }

    protected StockWant() {
    }

    /** @param place who has a smaller one is served before */
    static StockWant asked(CaseNumber caseNumber, String sku, int quantity, long place) {
        var want = new StockWant();
        want.key = new Key(caseNumber.value(), sku);
        want.quantity = quantity;
        want.place = place;
        return want;
    }

    void become(int units, long at) {
        quantity = units;
        place = at;
    }

    void served(int units) {
        quantity -= units;
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
