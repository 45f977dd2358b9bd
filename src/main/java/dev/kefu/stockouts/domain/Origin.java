package dev.kefu.stockouts.domain;

import dev.kefu.shared.CaseNumber;
import dev.kefu.shipping.ParcelPurpose;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.lang.Nullable;

/** Where a stock-out comes from: why goods are late, since when, and who owes them. */
@Embeddable
class Origin {

    @Enumerated(EnumType.STRING)
    private StockOutCause cause;
    private String parent;
    @Enumerated(EnumType.STRING)
    private ParcelPurpose purpose;
    private LocalDate leftAt;
    private Instant reportedAt;

    /** @param left the day on which the order should have left (SHP-1) */
    static Origin ofOrder(StockOutCause cause, LocalDate left, Instant at) {
        return of(cause, ParcelPurpose.ORDER, left, at);
    }

    /** @param parent the case that owes the goods */
    static Origin ofCase(CaseNumber parent, ParcelPurpose purpose, LocalDate left, Instant at) {
        var origin = of(StockOutCause.OUT_OF_STOCK, purpose, left, at);
        origin.parent = parent.value();
        return origin;
    }

    private static Origin of(StockOutCause cause, ParcelPurpose purpose, LocalDate left, Instant at) {
        var origin = new Origin();
        origin.cause = cause;
        origin.purpose = purpose;
        origin.leftAt = left;
        origin.reportedAt = at;
        return origin;
    }

    StockOutCause cause() {
        return cause;
    }

    /** The case that owes the goods, null if the order itself does. */
    @Nullable
    CaseNumber parent() {
        return parent == null ? null : CaseNumber.of(parent);
    }

    boolean isLinked() {
        return parent != null;
    }

    /** What for its parcels go out. */
    ParcelPurpose purpose() {
        return purpose;
    }

    LocalDate leftAt() {
        return leftAt;
    }

    Instant reportedAt() {
        return reportedAt;
    }
}
