package dev.kefu.orders;

import dev.kefu.shared.CaseNumber;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;

/** The units of one line that a case holds, got back (RET-6) or cancelled. */
@Entity
@Table(name = "unit_claim")
class UnitClaim {

    @EmbeddedId
    private Key key;
    private int quantity;
    private int cancelled;
    private boolean delivered;
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

    /** Of the units that it holds, so many more will never be sent. */
    void cancel(int more) {
        quantity -= more;
        cancelled += more;
    }

    /** What was cancelled is held again. */
    void takeBackCancellation() {
        quantity += cancelled;
        cancelled = 0;
    }

    /** It holds nothing any more; what was cancelled stays so. */
    void becomeEmpty() {
        quantity = 0;
    }

    void ofDelivered(boolean withTheCustomer) {
        delivered = withTheCustomer;
    }

    boolean isOfDelivered() {
        return delivered;
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

    int cancelled() {
        return cancelled;
    }
}
