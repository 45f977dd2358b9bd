package dev.kefu.stockouts.domain;

import static dev.kefu.stockouts.domain.PartFate.CANCELLED;
import static dev.kefu.stockouts.domain.PartFate.OWED;
import static dev.kefu.stockouts.domain.PartFate.REFUNDED;
import static dev.kefu.stockouts.domain.PartFate.SHIPPED;
import static dev.kefu.stockouts.domain.PartFate.TO_SHIP;

import dev.kefu.orders.LineQuantity;
import dev.kefu.shared.CaseNumber;
import dev.kefu.shared.Conflict;
import dev.kefu.shared.Erasure;
import dev.kefu.shared.KeyedByName;
import dev.kefu.shared.Money;
import dev.kefu.shipping.ParcelPurpose;
import dev.kefu.stock.SkuQuantity;
import dev.kefu.stockouts.StockOutOutcome;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.PostLoad;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.lang.Nullable;

/**
 * Goods of an order that can't leave when they should (STK).
 *
 * <p>The case knows which units it owes, what the customer was promised and said, and what may happen next; the process
 * knows who does it and when.
 */
@Entity
@Table(name = "stock_out_case")
class StockOutCase extends KeyedByName {

    @Id
    private String caseNumber;
    private String orderNumber;
    @Enumerated(EnumType.STRING)
    private StockOutCause cause;
    @Enumerated(EnumType.STRING)
    private StockOutStatus status;
    private String parent;
    @Enumerated(EnumType.STRING)
    private ParcelPurpose purpose;
    private LocalDate leftAt;
    private Instant reportedAt;
    private boolean accepted;
    private boolean toCount;
    private boolean counted;
    private boolean shipRest;
    private boolean refundWanted;
    private String refundAskedBy;
    private boolean repaymentDue;
    private int dispatches;
    @Embedded
    private Promised promised = new Promised();
    @Embedded
    private Question question = new Question();
    @Embedded
    private Substitution substitution = new Substitution();
    @ElementCollection
    @CollectionTable(name = "stock_out_part", joinColumns = @JoinColumn(name = "case_number"))
    @OrderColumn(name = "position")
    private List<StockOutPart> parts = new ArrayList<>();
    @ElementCollection
    @CollectionTable(name = "stock_out_reply", joinColumns = @JoinColumn(name = "case_number"))
    @OrderColumn(name = "position")
    private List<CustomerReply> replies = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "stock_out_count", joinColumns = @JoinColumn(name = "case_number"))
    @OrderColumn(name = "position")
    private List<FoundStock> counts = new ArrayList<>();

    protected StockOutCase() {
    }

    /** Hibernate makes nothing of parts of which every column is empty. */
    @PostLoad
    void beWhole() {
        if (substitution == null) {
            substitution = new Substitution();
        }
    }

    /**
     * @param parent the case that owes the goods, null if the order does
     * @param left   the day on which the order should have left (SHP-1)
     */
    static StockOutCase reported(CaseNumber caseNumber, String orderNumber, StockOutCause cause, @Nullable CaseNumber parent,
            ParcelPurpose purpose, LocalDate left, List<StockOutPart> owed, Instant at) {
        var goods = new StockOutCase();
        goods.caseNumber = caseNumber.value();
        goods.orderNumber = orderNumber;
        goods.cause = cause;
        goods.status = StockOutStatus.REPORTED;
        goods.parent = parent == null ? null : parent.value();
        goods.purpose = purpose;
        goods.leftAt = left;
        goods.toCount = cause == StockOutCause.OUT_OF_STOCK;
        goods.parts.addAll(owed);
        goods.reportedAt = at;
        return goods;
    }

    /** @return false if it was accepted before */
    boolean accept() {
        if (accepted) {
            return false;
        }
        require(status, StockOutStatus.REPORTED);
        accepted = true;
        status = StockOutStatus.OPEN;
        return true;
    }

    void reject() {
        if (status != StockOutStatus.REJECTED) {
            require(status, StockOutStatus.REPORTED);
            status = StockOutStatus.REJECTED;
        }
    }

    /** What comes next is known; the process waits for it. */
    void wait(NextMove move) {
        status = StockOutStatus.of(move);
    }

    /** Something has happened: what comes next has to be decided anew, and nothing lies ready meanwhile. */
    void decideAnew() {
        requireOpen();
        status = StockOutStatus.OPEN;
        divided().go(part -> part.is(TO_SHIP), OWED);
    }

    /** All of it is there, by what came or by a count in another case. */
    void arrived() {
        decideAnew();
        toCount = false;
    }

    void mustBeCounted() {
        toCount = true;
    }

    void counted(List<FoundStock> found) {
        toCount = false;
        counted = true;
        counts.addAll(found);
    }

    /** Whether nobody has looked yet what there really is (STK-3). */
    boolean isNeverCounted() {
        return !counted;
    }

    boolean isToCount() {
        return toCount;
    }

    /**
     * Of the units that are owed, those that are reserved lie ready.
     *
     * @param reserved units by article
     */
    void prepare(Map<String, Integer> reserved) {
        divided().prepare(reserved);
    }

    /** What lay ready has left the house. */
    void dispatched() {
        if (which(TO_SHIP).findAny().isEmpty()) {
            throw new Conflict("Nothing of case " + caseNumber + " lies ready to be sent.");
        }
        substitution.left(StockOutParts.substituted(which(TO_SHIP)), StockOutParts.substituted(divided().open()));
        dispatches++;
        shipRest = false;
        divided().go(part -> part.is(TO_SHIP), SHIPPED);
    }

    /** So many units of a line are not owed any more: the shop sent them itself. */
    void sentByShop(int line, int units) {
        divided().sentByShop(line, units, substitution);
    }

    void reply(Answer answer, @Nullable String substituteSku, String by, Instant at) {
        replies.add(CustomerReply.noted(answer, substituteSku, by, at));
    }

    /** The customer keeps the order. */
    void keep() {
        refundWanted = false;
        refundAskedBy = null;
        question.answered();
    }

    /** The customer wants what they ordered, and nothing else in its place. */
    void wantItself() {
        divided().becomeThemselves();
        substitution.forget();
        shipRest = false;
    }

    void wantRestFirst() {
        shipRest = true;
    }

    /** Who asked for it may not decide it (ORG-4). */
    void wantRefund(String by) {
        refundWanted = true;
        refundAskedBy = by;
        shipRest = false;
        question.answered();
    }

    /** The customer takes another article for so many units of this one. */
    void substitute(Map<Integer, Integer> unitsByLine, String sku, Money less, boolean isDearer, String by) {
        substitution.ask(sku, less, isDearer, by);
        unitsByLine.forEach((line, units) -> divided().substitute(line, units, sku));
    }

    /** The money for what has not left goes back; it will never leave. Nothing if only the difference goes back. */
    void authorised() {
        divided().go(StockOutPart::isOpen, CANCELLED);
        if (substitution.isDifference(DifferenceState.OWED) && which(CANCELLED).findAny().isEmpty()) {
            substitution.difference(DifferenceState.ORDERED);
        }
        refundWanted = false;
        repaymentDue = true;
        question.answered();
    }

    /** It is paid again after it failed; what was authorised stays so. */
    void repayAgain() {
        repaymentDue = true;
        question.answered();
    }

    /** A manager or a supervisor said no; the customer has to hear it. */
    void refused(@Nullable String note) {
        refundWanted = false;
        if (substitution.isToApprove()) {
            wantItself();
        }
        question.insist(note);
    }

    void repaid() {
        repaymentDue = false;
        if (substitution.isDifference(DifferenceState.ORDERED)) {
            substitution.difference(DifferenceState.PAID);
        }
        divided().go(part -> part.is(CANCELLED), REFUNDED);
    }

    void notRepaid(@Nullable String note) {
        repaymentDue = false;
        question.insist(note);
    }

    /** @throws Conflict if something is left to do */
    StockOutOutcome close() {
        if (!isServed()) {
            throw new Conflict("Case " + caseNumber + " can't be closed: there is something left to do.");
        }
        var shipped = which(SHIPPED).findAny().isPresent();
        var refunded = which(REFUNDED).findAny().isPresent();
        var outcome = shipped && refunded ? StockOutOutcome.PARTLY_SHIPPED : refunded ? StockOutOutcome.REFUNDED
                : which(SHIPPED).anyMatch(StockOutPart::isSubstituted) ? StockOutOutcome.SUBSTITUTED : StockOutOutcome.SHIPPED;
        status = StockOutStatus.valueOf(outcome.name());
        return outcome;
    }

    void abort() {
        if (!status.isOver()) {
            status = StockOutStatus.ABORTED;
        }
    }

    void erase(Erasure erasure) {
        question.erase(erasure);
    }

    /** Nothing is owed any more, neither goods nor money. */
    boolean isServed() {
        return parts.stream().noneMatch(part -> part.isOpen() || part.is(CANCELLED)) && !isDifferenceOwed();
    }

    /** What cheaper articles that have left cost less; null if they did not. */
    @Nullable
    Money differenceDue() {
        return substitution.due();
    }

    boolean isDifferenceOwed() {
        return substitution.due() != null && !substitution.isDifference(DifferenceState.PAID);
    }

    boolean hasOpen() {
        return parts.stream().anyMatch(StockOutPart::isOpen);
    }

    private StockOutParts divided() {
        return new StockOutParts(parts);
    }

    /** What it still owes, by article. */
    List<SkuQuantity> owed() {
        return parts.stream().filter(StockOutPart::isOpen).map(StockOutPart::goods).toList();
    }

    /** So many units of each line. */
    static List<LineQuantity> units(Stream<StockOutPart> parts) {
        return parts.collect(Collectors.groupingBy(StockOutPart::line, TreeMap::new, Collectors.summingInt(StockOutPart::quantity)))
                .entrySet().stream().map(each -> new LineQuantity(each.getKey(), each.getValue())).toList();
    }

    List<LineQuantity> openUnits() {
        return units(parts.stream().filter(StockOutPart::isOpen));
    }

    Stream<StockOutPart> which(PartFate fate) {
        return parts.stream().filter(part -> part.is(fate));
    }

    List<StockOutPart> parts() {
        return List.copyOf(parts);
    }

    List<CustomerReply> replies() {
        return List.copyOf(replies);
    }

    /** What was found, whenever it was counted. */
    List<FoundStock> counts() {
        return List.copyOf(counts);
    }

    CaseNumber number() {
        return CaseNumber.of(caseNumber);
    }

    String orderNumber() {
        return orderNumber;
    }

    StockOutCause cause() {
        return cause;
    }

    StockOutStatus status() {
        return status;
    }

    /** The case that owes the goods, null if the order itself does. */
    @Nullable
    CaseNumber parent() {
        return parent == null ? null : CaseNumber.of(parent);
    }

    boolean isLinked() {
        return parent != null;
    }

    ParcelPurpose purpose() {
        return purpose;
    }

    LocalDate leftAt() {
        return leftAt;
    }

    Instant reportedAt() {
        return reportedAt;
    }

    boolean isRestFirst() {
        return shipRest;
    }

    boolean isRefundWanted() {
        return refundWanted;
    }

    @Nullable
    String refundAskedBy() {
        return refundAskedBy;
    }

    boolean isRepaymentDue() {
        return repaymentDue;
    }

    /** How many parcels have left. */
    int dispatches() {
        return dispatches;
    }

    Promised promised() {
        return promised;
    }

    Question question() {
        return question;
    }

    Substitution substitution() {
        return substitution;
    }

    @Override
    public String getId() {
        return caseNumber;
    }

    private void requireOpen() {
        if (status.isOver() || status == StockOutStatus.REPORTED) {
            throw new Conflict("Case " + caseNumber + " is " + status + "; nothing more happens in it now.");
        }
    }
}
