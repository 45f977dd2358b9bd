package dev.kefu.stock;

import dev.kefu.shared.CaseNumber;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;

/** So many units of an article for a case, at its place in the queue. Changes only under the lock of the article's row. */
@MappedSuperclass
abstract class UnitsOfCase {

    @EmbeddedId
    private Key key;
    private int quantity;
    private long place;
    @Version
    private Integer version;

    @Embeddable
    record Key(@Column(name = "case_number") String caseNumber, String sku) {
    }

    protected UnitsOfCase() {
    }

    /** @param place counts up on the article: who asked first has the smaller one */
    UnitsOfCase(CaseNumber caseNumber, String sku, int quantity, long place) {
        this.key = new Key(caseNumber.value(), sku);
        this.quantity = quantity;
        this.place = place;
    }

    void become(int units) {
        quantity = units;
    }

    void become(int units, long at) {
        quantity = units;
        place = at;
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
