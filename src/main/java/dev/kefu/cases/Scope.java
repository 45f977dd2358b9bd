package dev.kefu.cases;

import java.util.Set;
import org.springframework.data.jpa.domain.Specification;

/**
 * Which cases somebody finds and sees (CUS-4). This is the one place that says it: for a single case, for searches and for
 * the cases of an order.
 *
 * @param looksOn whether they see every other case too, masked
 * @param kinds   they work on all cases of these kinds
 * @param person  and on those that this person opened or answers for
 * @param byTask  and on these, in which they have a task
 */
public record Scope(boolean looksOn, Set<String> kinds, String person, Set<String> byTask) {

    /** The cases that they see in full. */
    Specification<CaseRecord> inFull() {
        return (row, query, builder) -> builder.or(
                row.get("kind").in(kinds),
                builder.equal(row.get("openedBy"), person),
                builder.equal(row.get("owner"), person),
                row.get("caseNumber").in(byTask));
    }

    /** The cases that they see at all. */
    Specification<CaseRecord> atAll() {
        return looksOn ? (row, query, builder) -> null : inFull();
    }
}
