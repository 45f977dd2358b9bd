package dev.kefu.cases;

import dev.kefu.shared.CaseNumber;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.lang.Nullable;

/**
 * A case as it stands.
 *
 * @param owner    who answers for it from the start to the end, whatever its step (ORG-4)
 * @param parent   the case that this one follows from
 * @param related  cases that follow from this one
 * @param timeline oldest first
 */
public record CaseFile(CaseNumber caseNumber, String kind, CaseStatus status, @Nullable String outcome,
        @Nullable String orderNumber, @Nullable String customerId, String openedBy, String owner,
        OffsetDateTime openedAt, @Nullable OffsetDateTime closedAt, @Nullable CaseNumber parent,
        List<CaseNumber> related, List<TimelineEntry> timeline) {
}
