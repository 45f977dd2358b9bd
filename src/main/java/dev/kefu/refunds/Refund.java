package dev.kefu.refunds;

import static dev.kefu.refunds.RefundStatus.ABANDONED;
import static dev.kefu.refunds.RefundStatus.APPROVED;
import static dev.kefu.refunds.RefundStatus.DECIDED;
import static dev.kefu.refunds.RefundStatus.NOT_PAID;
import static dev.kefu.refunds.RefundStatus.PAID;
import static dev.kefu.refunds.RefundStatus.REFUSED;
import static dev.kefu.refunds.RefundStatus.WAITING_FOR_APPROVAL;

import dev.kefu.orders.Promise;
import dev.kefu.shared.CaseNumber;
import dev.kefu.shared.Conflict;
import dev.kefu.shared.Erasure;
import dev.kefu.shared.KeyedByName;
import dev.kefu.shared.Money;
import dev.kefu.shared.RuleViolation;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.Set;
import org.springframework.lang.Nullable;

/**
 * One decision to pay money back, from the asking to the payment.
 *
 * <p>It is the truth about the amount and the asker; what the process carries in its variables only shows it.
 */
@Entity
@Table(name = "refund")
class Refund extends KeyedByName {

    @Id
    private String decisionKey;
    private String caseNumber;
    private int attempt;
    private String orderNumber;
    private BigDecimal amount;
    private BigDecimal freight;
    private BigDecimal surcharges;
    private BigDecimal heldBack;
    private String currency;
    @Enumerated(EnumType.STRING)
    private RefundCause cause;
    private String requestedBy;
    private String openedBy;
    @Enumerated(EnumType.STRING)
    private RefundStatus status;
    private String approverGroup;
    private String decidedBy;
    private String decisionNote;
    private int payouts;
    private String refundId;
    private String paidBy;
    private String paymentReference;
    private Instant decidedAt;
    private Instant closedAt;

    protected Refund() {
    }

    /** The key that makes the payment of this decision happen once. */
    static String key(CaseNumber caseNumber, int attempt) {
        return caseNumber + "/" + attempt;
    }

    /** @param attempt which asking of the case this is, counting from 1 */
    static Refund decided(RefundRequest request, int attempt, Promise promise, String openedBy, Instant at) {
        var refund = new Refund();
        refund.decisionKey = key(request.caseNumber(), attempt);
        refund.caseNumber = request.caseNumber().value();
        refund.attempt = attempt;
        refund.orderNumber = request.orderNumber();
        refund.amount = promise.amount().amount();
        refund.currency = promise.amount().currency().getCurrencyCode();
        refund.freight = promise.freight().amount();
        refund.surcharges = promise.surcharges().amount();
        refund.heldBack = promise.heldBack().amount();
        refund.cause = request.cause();
        refund.requestedBy = request.requestedBy();
        refund.openedBy = openedBy;
        refund.status = DECIDED;
        refund.decidedAt = at;
        return refund;
    }

    void needsApprovalOf(String group) {
        if (status == WAITING_FOR_APPROVAL && group.equals(approverGroup)) {
            return;
        }
        require(status, DECIDED, WAITING_FOR_APPROVAL);
        approverGroup = group;
        status = WAITING_FOR_APPROVAL;
    }

    /** Within the limit of whoever asked: nobody else has to approve (AUT-3). */
    void needsNoApproval() {
        if (status == APPROVED) {
            return;
        }
        require(status, DECIDED);
        status = APPROVED;
    }

    void approve(String approver, @Nullable String note) {
        requireOtherThanAskers(approver);
        require(status, WAITING_FOR_APPROVAL);
        status = APPROVED;
        decidedBy = approver;
        decisionNote = note;
    }

    void refuse(String approver, String note, Instant at) {
        requireOtherThanAskers(approver);
        require(status, WAITING_FOR_APPROVAL);
        status = REFUSED;
        decidedBy = approver;
        decisionNote = note;
        closedAt = at;
    }

    /** Finance may pay now, or once more. */
    void authorisePayout() {
        require(status, APPROVED, NOT_PAID);
        status = APPROVED;
    }

    void paid(String payer, @Nullable String reference, Instant at) {
        if (status == PAID) {
            return;
        }
        require(status, APPROVED, NOT_PAID);
        status = PAID;
        payouts++;
        paidBy = payer;
        paymentReference = reference;
        closedAt = at;
    }

    /** The payment service is asked to pay it under this id. */
    void orderedAs(String id) {
        refundId = id;
    }

    void notPaid() {
        if (status == NOT_PAID) {
            return;
        }
        require(status, APPROVED);
        status = NOT_PAID;
        payouts++;
    }

    void abandon(String note, Instant at) {
        if (status == ABANDONED) {
            return;
        }
        require(status, NOT_PAID);
        status = ABANDONED;
        decisionNote = note;
        closedAt = at;
    }

    /**
     * The process that would pay it was stopped.
     *
     * @throws Conflict if finance or the payment service was asked to pay and nobody has said what became of it: the money
     *                  may be on its way
     */
    void abort(Instant at) {
        if (status.isFinal()) {
            return;
        }
        if (status == APPROVED) {
            throw new Conflict("Finance or the payment service may be paying the refund of case " + caseNumber + " now. Wait"
                    + " until it is known whether it is paid; what is not paid can be stopped.");
        }
        status = ABANDONED;
        closedAt = at;
    }

    /**
     * Its process begins.
     *
     * @throws Conflict if it began before: a second one would ask finance to pay the same money again
     */
    void begin() {
        if (status != DECIDED) {
            throw new Conflict("The refund of case " + caseNumber + " is " + status + "; it is not begun a second time.");
        }
    }

    /** Whoever decided the amount, and whoever opened the case: none of them approves it (ORG-4). */
    Set<String> askers() {
        return requestedBy.equals(openedBy) ? Set.of(requestedBy) : Set.of(requestedBy, openedBy);
    }

    String key() {
        return decisionKey;
    }

    CaseNumber caseNumber() {
        return CaseNumber.of(caseNumber);
    }

    String orderNumber() {
        return orderNumber;
    }

    @Nullable
    String refundId() {
        return refundId;
    }

    int attempt() {
        return attempt;
    }

    RefundStatus status() {
        return status;
    }

    Money amount() {
        return money(amount);
    }

    @Nullable
    private Money money(@Nullable BigDecimal part) {
        return part == null ? null : new Money(part, Currency.getInstance(currency));
    }

    RefundView view() {
        return new RefundView(CaseNumber.of(caseNumber), orderNumber, amount(), money(freight), money(surcharges), money(heldBack), cause, requestedBy, openedBy, status,
                approverGroup, decidedBy, decisionNote, refundId, paymentReference);
    }

    /** What was decided stays, by whom and how much; what they said about it goes. */
    void erase(Erasure erasure) {
        decisionNote = null;
        paymentReference = erasure.cleared(paymentReference);
    }

    private void requireOtherThanAskers(String approver) {
        if (askers().contains(approver)) {
            throw new RuleViolation("approved", "ORG-4",
                    approver + " asked for this refund; somebody else has to decide on it.");
        }
    }

    @Override
    public String getId() {
        return decisionKey;
    }
}
