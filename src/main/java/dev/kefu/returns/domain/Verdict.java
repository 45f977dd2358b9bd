package dev.kefu.returns.domain;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import org.springframework.lang.Nullable;

/**
 * What the policy says about goods (RET-2), kept with the version of the table that said it.
 *
 * @param why         a sentence for people
 * @param returnUntil the last whole day on which the goods may be asked back, null if never
 */
@Embeddable
public record Verdict(boolean allowed, String why, @Enumerated(EnumType.STRING) FreightPayer freightPaidBy,
        @Enumerated(EnumType.STRING) Inspection inspection, @Nullable LocalDate returnUntil, int policyVersion) {

    /** The same, but let in by a supervisor whatever the table says. */
    Verdict letIn() {
        return allowed ? this : new Verdict(true, why, freightPaidBy, inspection, returnUntil, policyVersion);
    }
}
