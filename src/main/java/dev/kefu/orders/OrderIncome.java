package dev.kefu.orders;

import dev.kefu.shared.CaseNumber;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;

/** Money that the customer paid for an order besides what the shop captured, in a case: a surcharge (SHP-4). */
@Entity
@Table(name = "order_income")
class OrderIncome {

    @Id
    private String incomeKey;
    @Column(name = "order_number")
    private String orderNumber;
    private String caseNumber;
    private BigDecimal amount;
    private Instant receivedAt;

    protected OrderIncome() {
    }

    static OrderIncome received(String orderNumber, String key, CaseNumber caseNumber, BigDecimal amount, Instant at) {
        var income = new OrderIncome();
        income.incomeKey = key;
        income.orderNumber = orderNumber;
        income.caseNumber = caseNumber.value();
        income.amount = amount;
        income.receivedAt = at;
        return income;
    }

    /** Whether it is the one that is told once more. */
    boolean says(CaseNumber number, BigDecimal told) {
        return isOf(number) && amount.compareTo(told) == 0;
    }

    boolean isOf(CaseNumber number) {
        return caseNumber.equals(number.value());
    }

    String key() {
        return incomeKey;
    }

    BigDecimal amount() {
        return amount;
    }
}
