package dev.kefu.cases;

import java.util.List;
import org.springframework.lang.Nullable;

/**
 * The cases around one, as somebody may see them.
 *
 * @param ofCustomer     other cases of the same customer, newest first
 * @param moreOfCustomer whether there are older ones
 * @param linked         the case that it follows from, then those that follow from it
 */
public record CaseNeighbours(List<CaseSummary> ofCustomer, boolean moreOfCustomer, List<Linked> linked) {

    /**
     * @param relation how it stands to the case
     * @param kind     null, as is the rest, if the reader may not see that case
     */
    public record Linked(String caseNumber, Relation relation, @Nullable String kind, @Nullable CaseStatus status,
            @Nullable String outcome) {
    }

    public enum Relation {
        PARENT, FOLLOWING
    }
}
