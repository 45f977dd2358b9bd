package dev.kefu.cases;

import dev.kefu.shared.CaseNumber;
import dev.kefu.shared.Conflict;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.time.Instant;
import org.springframework.data.domain.Persistable;

/** The row behind a case file. */
@Entity
@Table(name = "case_file")
class CaseRecord implements Persistable<String> {

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
    @Version
    private int version;
    @Transient
    private boolean stored;

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

    /** The number is given, not generated; without this each new case would be looked for first. */
    @Override
    public boolean isNew() {
        return !stored;
    }

    @PostLoad
    @PostPersist
    void markStored() {
        stored = true;
    }
}
