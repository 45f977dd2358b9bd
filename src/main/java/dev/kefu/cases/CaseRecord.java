package dev.kefu.cases;

import dev.kefu.shared.CaseNumber;
import dev.kefu.shared.Conflict;
import dev.kefu.shared.KeyedByName;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** The row behind a case file. */
@Entity
@Table(name = "case_file")
class CaseRecord extends KeyedByName {

    @Id
    private String caseNumber;
    private String kind;
    @Enumerated(EnumType.STRING)
    private CaseStatus status;
    private String outcome;
    private String orderNumber;
    private String customerId;
    private String openedBy;
    private String owner;
    private Instant openedAt;
    private Instant closedAt;
    private String parent;

    protected CaseRecord() {
    }

    static CaseRecord opened(CaseNumber caseNumber, NewCase opening, Instant at) {
        var record = new CaseRecord();
        record.caseNumber = caseNumber.value();
        record.kind = opening.kind();
        record.status = CaseStatus.OPEN;
        record.orderNumber = opening.orderNumber();
        record.customerId = opening.customerId();
        record.openedBy = opening.openedBy();
        record.owner = opening.openedBy();
        record.openedAt = at;
        record.parent = opening.parent() == null ? null : opening.parent().value();
        return record;
    }

    /** Closing it again with the same outcome changes nothing. */
    void close(String finalOutcome, Instant at) {
        if (status == CaseStatus.CLOSED) {
            if (!outcome.equals(finalOutcome)) {
                throw new Conflict("Case " + caseNumber + " is closed as " + outcome + ".");
            }
            return;
        }
        status = CaseStatus.CLOSED;
        outcome = finalOutcome;
        closedAt = at;
    }

    void concern(String otherOrder, String itsCustomer) {
        orderNumber = otherOrder;
        customerId = itsCustomer;
    }

    /** Somebody else answers for it from now on (ORG-4). */
    void handTo(String newOwner) {
        require(status, CaseStatus.OPEN);
        owner = newOwner;
    }

    CaseNumber number() {
        return CaseNumber.of(caseNumber);
    }

    String kind() {
        return kind;
    }

    CaseStatus status() {
        return status;
    }

    String outcome() {
        return outcome;
    }

    String orderNumber() {
        return orderNumber;
    }

    String customerId() {
        return customerId;
    }

    String openedBy() {
        return openedBy;
    }

    String owner() {
        return owner;
    }

    Instant openedAt() {
        return openedAt;
    }

    Instant closedAt() {
        return closedAt;
    }

    CaseNumber parent() {
        return parent == null ? null : CaseNumber.of(parent);
    }

    @Override
    public String getId() {
        return caseNumber;
    }
}
