package dev.kefu.cases;

import dev.kefu.shared.CaseNumber;
import java.util.Map;
import org.springframework.lang.Nullable;

/** What one kind of case adds to the case file. */
public interface CaseFacts {

    /** The kind of case it speaks about. */
    String kind();

    /** Ready for JSON: text, numbers, lists and maps; money as decimal text. Never null. */
    Map<String, Object> factsOf(CaseNumber caseNumber);

    /** The number under which goods may be sent back, null if this case has none. */
    @Nullable
    default String rmaOf(CaseNumber caseNumber) {
        return null;
    }
}
