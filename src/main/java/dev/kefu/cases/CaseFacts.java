package dev.kefu.cases;

import dev.kefu.shared.CaseNumber;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.lang.Nullable;

/** What one kind of case adds to the case file. */
public interface CaseFacts {

    /** The kind of case it speaks about. */
    String kind();

    /** A record that is written as JSON: money as decimal text, instants in the shop's zone. Never null. */
    Object factsOf(CaseNumber caseNumber);

    /** The number under which goods may be sent back, null if this case has none. */
    @Nullable
    default String rmaOf(CaseNumber caseNumber) {
        return null;
    }

    /** What cases of this kind are about, for many at once: with as many statements for all of them as for one. */
    default Map<CaseNumber, CaseAbout> aboutOf(Collection<CaseNumber> caseNumbers) {
        return Map.of();
    }

    /** What the case waits for besides its tasks. */
    default List<CaseDeadline> deadlinesOf(CaseNumber caseNumber) {
        return List.of();
    }
}
