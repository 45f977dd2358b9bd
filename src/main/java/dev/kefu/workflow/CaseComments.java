package dev.kefu.workflow;

import dev.kefu.shared.CaseNumber;
import java.time.Instant;
import java.util.List;

/**
 * Where the comments go that people write in Tasklist. The engine would keep them in a table of its own, show them to
 * anybody who knows a task's id, and never lose them.
 */
public interface CaseComments {

    /** @param id the same each time it is read */
    record Comment(String id, String author, Instant at, String text) {
    }

    /**
     * As the acting person.
     *
     * @throws dev.kefu.shared.Forbidden if they may not add to the case
     */
    void add(CaseNumber caseNumber, String text);

    /** Whether the acting person may see what people wrote about the case. */
    boolean isOpenTo(CaseNumber caseNumber);

    /**
     * Oldest first.
     *
     * @throws dev.kefu.shared.Forbidden if the acting person may not see what people wrote about the case
     */
    List<Comment> of(CaseNumber caseNumber);
}
