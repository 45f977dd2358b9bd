package dev.kefu.stockouts.domain;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import java.util.ArrayList;
import java.util.List;

/** What the warehouse is to count for a case, and what it found (STK-3). */
@Embeddable
class Counting {

    private boolean toCount;
    private boolean counted;
    @ElementCollection
    @CollectionTable(name = "stock_out_count", joinColumns = @JoinColumn(name = "case_number"))
    @OrderColumn(name = "position")
    private List<FoundStock> counts = new ArrayList<>();

    void becomesDue() {
        toCount = true;
    }

    void becomesNeedless() {
        toCount = false;
    }

    /** @param found empty if it was counted for another case */
    void done(List<FoundStock> found) {
        toCount = false;
        counted = true;
        counts.addAll(found);
    }

    boolean isDue() {
        return toCount;
    }

    /** Whether nobody has looked yet what there really is. */
    boolean isMissing() {
        return !counted;
    }

    /** Whenever it was counted. */
    List<FoundStock> found() {
        return List.copyOf(counts);
    }
}
