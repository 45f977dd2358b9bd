package dev.kefu.cases;

import java.time.OffsetDateTime;
import org.springframework.lang.Nullable;

/**
 * One case in a list.
 *
 * @param outcome null while the case is open
 */
public record CaseSummary(String caseNumber, String kind, CaseStatus status, @Nullable String outcome,
        @Nullable String orderNumber, @Nullable String customerId, String owner, OffsetDateTime openedAt,
        @Nullable OffsetDateTime closedAt) {
}
