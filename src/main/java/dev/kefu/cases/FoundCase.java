package dev.kefu.cases;

import java.time.OffsetDateTime;
import org.springframework.lang.Nullable;

/**
 * A case that a search found.
 *
 * @param outcome   null while the case is open
 * @param openTasks how many of its tasks wait for somebody
 * @param dueAt     when the first of them is to be done, null if none says
 * @param overdue   whether that is past
 */
public record FoundCase(String caseNumber, String kind, CaseStatus status, @Nullable String outcome,
        @Nullable String orderNumber, @Nullable String customerId, String owner, OffsetDateTime openedAt,
        @Nullable OffsetDateTime closedAt, int openTasks, @Nullable OffsetDateTime dueAt, boolean overdue) {
}
