package dev.kefu.returns.domain;

import dev.kefu.orders.LineQuantity;
import dev.kefu.stock.Finding;
import dev.kefu.stock.GoodsCondition;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.springframework.lang.Nullable;

/** Units of a line that are alike and go the same way. */
@Embeddable
class ReturnPart {

    private int line;
    private int quantity;
    private boolean accepted;
    @Column(name = "goods_condition")
    @Enumerated(EnumType.STRING)
    private GoodsCondition condition;
    private boolean qualityProblem;
    @Embedded
    private Verdict verdict;
    @Enumerated(EnumType.STRING)
    private Fate fate;
    @Enumerated(EnumType.STRING)
    private Question question;
    private boolean repaired;
    private boolean agreed;

    protected ReturnPart() {
    }

    /**
     * Units that inspection accepted or refused.
     *
     * @param verdict what the policy says about them as they were found
     * @param wish    where they go if they were accepted and the policy allows it
     */
    static ReturnPart found(Finding finding, boolean accepted, Verdict verdict, Fate wish) {
        var part = new ReturnPart();
        part.line = finding.line();
        part.quantity = accepted ? finding.accepted() : finding.refused();
        part.accepted = accepted;
        part.condition = finding.condition();
        part.qualityProblem = finding.hasQualityProblem();
        part.verdict = verdict;
        part.fate = wish;
        if (!accepted) {
            part.ask(Question.REFUSED);
        } else if (!verdict.allowed()) {
            part.ask(Question.OUTSIDE_POLICY);
        }
        return part;
    }

    /** Units that nobody looked at: they stay with the customer, or go back as they came. */
    static ReturnPart unseen(int line, ReturnLine asked, boolean accepted, Fate fate) {
        var part = new ReturnPart();
        part.line = line;
        part.quantity = asked.quantity();
        part.accepted = accepted;
        part.verdict = asked.verdict();
        part.fate = fate;
        return part;
    }

    /** Whether what was found of both is the same, so that they go on together. */
    boolean isLike(ReturnPart other) {
        return line == other.line && accepted == other.accepted && condition == other.condition
                && qualityProblem == other.qualityProblem && fate == other.fate;
    }

    void add(ReturnPart like) {
        quantity += like.quantity;
    }

    /** So many of them on their own; the others stay. */
    ReturnPart split(int units) {
        var part = new ReturnPart();
        part.line = line;
        part.quantity = units;
        part.accepted = accepted;
        part.condition = condition;
        part.qualityProblem = qualityProblem;
        part.verdict = verdict;
        part.fate = fate;
        part.question = question;
        part.repaired = repaired;
        part.agreed = agreed;
        quantity -= units;
        return part;
    }

    void go(Fate next) {
        fate = next;
        question = null;
    }

    void ask(Question why) {
        fate = Fate.TO_SETTLE;
        question = why;
    }

    /** The customer is to be refunded because that was agreed, not because the rules say so. */
    void refundAsAgreed() {
        go(Fate.TO_REFUND);
        agreed = true;
    }

    /** The agreement is over, if there was one: what {@link #asFound} says counts. */
    void settleAsFound(boolean isGone) {
        go(asFound(isGone));
        agreed = false;
    }

    /**
     * Where units go about which nothing else is agreed. A refund that the rules owe is asked for again, what was missing is
     * looked for again; the rest is given up, and so is a refund for goods that nobody sent back: the customer has them.
     */
    Fate asFound(boolean isGone) {
        return question == Question.NOT_IN_STOCK ? Fate.TO_REPLACE
                : question == Question.REFUND_NOT_PAID && isOwed() && isGone ? Fate.TO_REFUND : Fate.KEPT;
    }

    void repaired() {
        go(Fate.TO_SEND_BACK);
        repaired = true;
    }

    void sentBack() {
        go(repaired ? Fate.REPAIRED : Fate.SENT_BACK);
    }

    /** Whether the shop owes the customer something for them by the rules. */
    boolean isOwed() {
        return accepted && verdict != null && verdict.allowed();
    }

    /** Whether they look as if somebody else could buy them. */
    boolean looksNew() {
        return condition == GoodsCondition.AS_NEW && !qualityProblem;
    }

    boolean isFreightOnShop() {
        return verdict != null && verdict.freightPaidBy() == FreightPayer.SHOP;
    }

    boolean is(Fate which) {
        return fate == which;
    }

    int line() {
        return line;
    }

    int quantity() {
        return quantity;
    }

    LineQuantity units() {
        return new LineQuantity(line, quantity);
    }

    boolean isAccepted() {
        return accepted;
    }

    boolean isAgreed() {
        return agreed;
    }

    boolean isRepaired() {
        return repaired;
    }

    Fate fate() {
        return fate;
    }

    @Nullable
    Question question() {
        return question;
    }

    @Nullable
    GoodsCondition condition() {
        return condition;
    }

    boolean hasQualityProblem() {
        return qualityProblem;
    }

    @Nullable
    Verdict verdict() {
        return verdict;
    }
}
