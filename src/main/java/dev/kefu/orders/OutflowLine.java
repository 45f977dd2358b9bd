package dev.kefu.orders;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.math.BigDecimal;

/** The part of an outflow that is for units of one line; of no units if only a part of their money goes back. */
@Entity
@Table(name = "outflow_line")
class OutflowLine {

    @EmbeddedId
    private Key key;
    private int quantity;
    private BigDecimal amount;

    @Embeddable
    record Key(@Column(name = "decision_key") String decisionKey, int line) {
    }

    protected OutflowLine() {
    }

    static OutflowLine of(String decisionKey, Promise.Line part) {
        var line = new OutflowLine();
        line.key = new Key(decisionKey, part.line());
        line.quantity = part.quantity();
        line.amount = part.amount().amount();
        return line;
    }

    int line() {
        return key.line();
    }

    int quantity() {
        return quantity;
    }

    BigDecimal amount() {
        return amount;
    }
}
