package dev.kefu.orders;

import dev.kefu.shared.CaseNumber;
import dev.kefu.shared.Conflict;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.hibernate.annotations.BatchSize;

/** Money that leaves, or is promised to leave, on account of an order: one row per decision. */
@Entity
@Table(name = "outflow")
class Outflow {

    @Id
    private String decisionKey;
    @Column(name = "order_number")
    private String orderNumber;
    private String caseNumber;
    private BigDecimal amount;
    private BigDecimal freight;
    private BigDecimal surcharges;
    private BigDecimal heldBack;
    @Enumerated(EnumType.STRING)
    private Promise.Status status;
    private Instant promisedAt;
    private Instant endedAt;
    @OneToMany(cascade = CascadeType.ALL)
    @JoinColumn(name = "decision_key", nullable = false, insertable = false, updatable = false)
    @OrderBy("key.line")
    @BatchSize(size = 50)
    private List<OutflowLine> lines;

    protected Outflow() {
    }

    static Outflow promised(String orderNumber, String decisionKey, CaseNumber caseNumber, OrderMoney.Quote quote,
            Instant at) {
        var outflow = new Outflow();
        outflow.decisionKey = decisionKey;
        outflow.orderNumber = orderNumber;
        outflow.caseNumber = caseNumber.value();
        outflow.amount = quote.amount().amount();
        outflow.freight = quote.freight().amount();
        outflow.surcharges = quote.surcharges().amount();
        outflow.heldBack = quote.heldBack().amount();
        outflow.status = Promise.Status.PROMISED;
        outflow.promisedAt = at;
        outflow.lines = quote.lines().stream().map(line -> OutflowLine.of(decisionKey, line))
                .collect(Collectors.toList());
        return outflow;
    }

    void pay(Instant at) {
        end(Promise.Status.PAID, at);
    }

    void release(Instant at) {
        end(Promise.Status.RELEASED, at);
    }

    private void end(Promise.Status as, Instant at) {
        if (status == as) {
            return;
        }
        if (status != Promise.Status.PROMISED) {
            throw new Conflict((status == Promise.Status.PAID ? "Refund %s of order %s was paid before."
                    : "Refund %s of order %s was given up before.").formatted(decisionKey, orderNumber));
        }
        status = as;
        endedAt = at;
    }

    /** Whether it counts against what may go back. */
    boolean isLive() {
        return status != Promise.Status.RELEASED;
    }

    boolean isPaid() {
        return status == Promise.Status.PAID;
    }

    boolean isOf(CaseNumber number) {
        return caseNumber.equals(number.value());
    }

    String decisionKey() {
        return decisionKey;
    }

    CaseNumber caseNumber() {
        return CaseNumber.of(caseNumber);
    }

    BigDecimal amount() {
        return amount;
    }

    BigDecimal freight() {
        return freight;
    }

    BigDecimal surcharges() {
        return surcharges;
    }

    BigDecimal heldBack() {
        return heldBack;
    }

    Promise.Status status() {
        return status;
    }

    List<OutflowLine> lines() {
        return lines;
    }
}
