package dev.kefu.stockouts.domain;

import static dev.kefu.stockouts.domain.PartFate.CANCELLED;
import static dev.kefu.stockouts.domain.PartFate.OWED;
import static dev.kefu.stockouts.domain.PartFate.REFUNDED;
import static dev.kefu.stockouts.domain.PartFate.SHIPPED;
import static dev.kefu.stockouts.domain.PartFate.TO_SHIP;

import dev.kefu.shared.CaseNumber;
import dev.kefu.shared.Conflict;
import dev.kefu.shared.Erasure;
import dev.kefu.shared.KeyedByName;
import dev.kefu.shared.Money;
import dev.kefu.stockouts.StockOutOutcome;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.PostLoad;
import jakarta.persistence.Table;
import java.util.List;
import java.util.Map;
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
    private StockOutStatus status;
    private boolean accepted;
    private String askedGroup;
    @Embedded
    private Origin origin = new Origin();
    @Embedded
    private StockOutParts parts = new StockOutParts();
    @Embedded
    private Counting counting = new Counting();
    @Embedded
    private Repayment repayment = new Repayment();
    @Embedded
    private Promised promised = new Promised();
    @Embedded
    private Question question = new Question();
    @Embedded
    private Substitution substitution = new Substitution();

    protected StockOutCase() {
    }

    /** Hibernate makes nothing of parts of which every column is empty. */
    @PostLoad
    void beWhole() {
        if (substitution == null) {
            substitution = new Substitution();
        }
    }

    static StockOutCase reported(CaseNumber caseNumber, String orderNumber, Origin origin, List<StockOutPart> owed) {
        var goods = new StockOutCase();
        goods.caseNumber = caseNumber.value();
        goods.orderNumber = orderNumber;
        goods.status = StockOutStatus.REPORTED;
        goods.origin = origin;
        if (origin.cause() == StockOutCause.OUT_OF_STOCK) {
            goods.counting.becomesDue();
        }
        goods.parts.add(owed);
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
        parts.go(part -> part.is(TO_SHIP), OWED);
    }

    /** All of it is there, by what came or by a count in another case. */
    void arrived() {
        decideAnew();
        counting.becomesNeedless();
    }

    /** What lay ready has left the house. */
    void dispatched() {
        if (!parts.has(TO_SHIP)) {
            throw new Conflict("Nothing of case " + caseNumber + " lies ready to be sent.");
        }
        substitution.left(StockOutParts.substituted(parts.which(TO_SHIP)), StockOutParts.substituted(parts.open()));
        parts.leave();
    }

    /** So many units of a line are not owed any more: the shop sent them itself. */
    void sentByShop(int line, int units) {
        parts.sentByShop(line, units, substitution);
    }

    /** The customer keeps the order. */
    void keep() {
        repayment.forget();
        question.answered();
    }

    /** The customer wants what they ordered, and nothing else in its place. */
    void wantItself() {
        parts.becomeThemselves();
        parts.wantAllAtOnce();
        substitution.forget();
    }

    /** Who asked for it may not decide it (ORG-4). */
    void wantRefund(String by) {
        repayment.want(by);
        parts.wantAllAtOnce();
        question.answered();
    }

    /** The customer takes another article for so many units of this one. */
    void substitute(Map<Integer, Integer> unitsByLine, String sku, Money less, boolean isDearer, String by) {
        substitution.ask(sku, less, isDearer, by);
        unitsByLine.forEach((line, units) -> parts.substitute(line, units, sku));
    }

    /** Who decides on what is wanted, whoever belongs to the group then. */
    void askGroup(String group) {
        askedGroup = group;
    }

    /** The money for what has not left goes back; it will never leave. Nothing if only the difference goes back. */
    void authorised() {
        parts.go(StockOutPart::isOpen, CANCELLED);
        if (substitution.isDifference(DifferenceState.OWED) && !parts.has(CANCELLED)) {
            substitution.difference(DifferenceState.ORDERED);
        }
        repayment.authorised();
        question.answered();
    }

    /** It is paid again after it failed; what was authorised stays so. */
    void repayAgain() {
        repayment.again();
        question.answered();
    }

    /** A manager or a supervisor said no; the customer has to hear it. */
    void refused(@Nullable String note) {
        repayment.refused();
        if (substitution.isToApprove()) {
            wantItself();
        }
        question.insist(note);
    }

    void repaid() {
        repayment.ended();
        if (substitution.isDifference(DifferenceState.ORDERED)) {
            substitution.difference(DifferenceState.PAID);
        }
        parts.go(part -> part.is(CANCELLED), REFUNDED);
    }

    void notRepaid(@Nullable String note) {
        repayment.ended();
        question.insist(note);
    }

    /** @throws Conflict if something is left to do */
    StockOutOutcome close() {
        if (!isServed()) {
            throw new Conflict("Case " + caseNumber + " can't be closed: there is something left to do.");
        }
        var outcome = outcome();
        status = StockOutStatus.valueOf(outcome.name());
        return outcome;
    }

    private StockOutOutcome outcome() {
        if (parts.has(REFUNDED)) {
            return parts.has(SHIPPED) ? StockOutOutcome.PARTLY_SHIPPED : StockOutOutcome.REFUNDED;
        }
        return parts.which(SHIPPED).anyMatch(StockOutPart::isSubstituted) ? StockOutOutcome.SUBSTITUTED : StockOutOutcome.SHIPPED;
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
        return !parts.hasOpen() && !parts.has(CANCELLED) && !substitution.isOwed();
    }

    CaseNumber number() {
        return CaseNumber.of(caseNumber);
    }

    String orderNumber() {
        return orderNumber;
    }

    StockOutStatus status() {
        return status;
    }

    Origin origin() {
        return origin;
    }

    /** Whose members decide on what is wanted; null if nothing was ever to be decided. */
    @Nullable
    String askedGroup() {
        return askedGroup;
    }

    StockOutParts parts() {
        return parts;
    }

    Counting counting() {
        return counting;
    }

    Repayment repayment() {
        return repayment;
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
