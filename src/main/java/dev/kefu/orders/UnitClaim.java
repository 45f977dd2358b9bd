package dev.kefu.orders;

import dev.kefu.shared.CaseNumber;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;

/** The units of one line that a case holds, or got back (RET-6). */
@Entity
@Table(name = "unit_claim")
class UnitClaim {

    @EmbeddedId
    private Key key;
    private int quantity;
    @Enumerated(EnumType.STRING)
    private Status status;

    @Embeddable
    record Key(@Column(name = "order_number") String orderNumber, String caseNumber, int line) {
    }

    enum Status {
        OPEN, RETURNED
    }

    protected UnitClaim() {
    }

    static UnitClaim claimed(String orderNumber, CaseNumber caseNumber, LineQuantity units) {
        var claim = new UnitClaim();
        claim.key = new Key(orderNumber, caseNumber.value(), units.line());
        claim.status = Status.OPEN;
        claim.become(units);
        return claim;
    }

    void become(LineQuantity units) {
        quantity = units.quantity();
    }

    void returned() {
        status = Status.RETURNED;
    }

    boolean isOf(CaseNumber caseNumber) {
        return key.caseNumber().equals(caseNumber.value());
    }

    boolean isOpen() {
        return status == Status.OPEN;
    }

    String caseNumber() {
        return key.caseNumber();
    }

    int line() {
        return key.line();
    }

    int quantity() {
        return quantity;
    }
}
