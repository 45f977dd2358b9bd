package dev.kefu.cases;

import dev.kefu.shared.CaseNumber;
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
}
