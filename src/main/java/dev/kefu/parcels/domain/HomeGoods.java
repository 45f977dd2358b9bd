package dev.kefu.parcels.domain;

import dev.kefu.stock.Finding;
import dev.kefu.stock.FoundUnits;
import dev.kefu.stock.GoodsCondition;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.lang.Nullable;

/** Goods that came home: what they are found to be, and whether they were put away. */
@Embeddable
class HomeGoods {

    private boolean here;
    /** How many of the case's parcels are here and not put away. */
    private int parcelsHere;
    private boolean inspected;
    private boolean stored;
    private String inspectedBy;
    /** The case that inspects what came home after this one had ended. */
    private String homeCase;
    /** The case that had ended when these goods came home. */
    private String earlierCase;
    @Enumerated(EnumType.STRING)
    private ParcelOutcome earlierOutcome;
    @ElementCollection
    @CollectionTable(name = "parcel_case_finding", joinColumns = @JoinColumn(name = "case_number"))
    @OrderColumn(name = "position")
    private List<FoundUnits> findings = new ArrayList<>();

    protected HomeGoods() {
    }

    /** What was found before was not all. */
    void come() {
        here = true;
        parcelsHere++;
        beginInspectionAnew();
    }

    /** The goods of one parcel do; those of another that came home besides stay. */
    void goOutAgain() {
        parcelsHere = Math.max(0, parcelsHere - 1);
        here = parcelsHere > 0;
        beginInspectionAnew();
    }

    private void beginInspectionAnew() {
        inspected = false;
        findings.clear();
    }

    void inspected(List<Finding> found, String by) {
        inspected = true;
        inspectedBy = by;
        findings.clear();
        found.forEach(each -> findings.add(FoundUnits.of(each)));
    }

    void stored() {
        stored = true;
    }

    void cameAfter(String caseNumber, ParcelOutcome outcome) {
        earlierCase = caseNumber;
        earlierOutcome = outcome;
        here = true;
        parcelsHere = 1;
    }

    void takenUpBy(String caseNumber) {
        homeCase = caseNumber;
    }

    /** Whether inspection found something damaged, or less than was sent. */
    boolean isAnythingWrong(Map<Integer, Integer> sent) {
        var found = findings.stream().map(FoundUnits::finding).toList();
        return inspected && (found.stream().anyMatch(each -> each.condition() == GoodsCondition.DAMAGED
                        || each.condition() == GoodsCondition.WRONG_GOODS)
                || sent.entrySet().stream().anyMatch(each -> found.stream().filter(one -> each.getKey().equals(one.line()))
                        .mapToInt(one -> one.accepted() + one.refused()).sum() < each.getValue()));
    }

    void erase() {
        findings.forEach(FoundUnits::erase);
    }

    /** How many parcels' goods are to be inspected together; one also before they are here. */
    int parcels() {
        return Math.max(1, parcelsHere);
    }

    /** In the house, and not put away. */
    boolean areHere() {
        return here && !stored;
    }

    boolean areInspected() {
        return inspected;
    }

    boolean areStored() {
        return stored;
    }

    @Nullable
    String inspectedBy() {
        return inspectedBy;
    }

    @Nullable
    String homeCase() {
        return homeCase;
    }

    @Nullable
    String earlierCase() {
        return earlierCase;
    }

    @Nullable
    ParcelOutcome earlierOutcome() {
        return earlierOutcome;
    }

    List<Finding> findings() {
        return findings.stream().map(FoundUnits::finding).toList();
    }
}
