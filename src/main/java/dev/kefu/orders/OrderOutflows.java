package dev.kefu.orders;

import dev.kefu.shared.CaseNumber;
import dev.kefu.shared.Conflict;
import dev.kefu.shared.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** The decisions to pay money of one order back. Works on the order's own list, under the lock of its row. */
class OrderOutflows {

    private final String orderNumber;
    private final List<Outflow> outflows;
    private final Currency currency;

    OrderOutflows(String orderNumber, List<Outflow> outflows, Currency currency) {
        this.orderNumber = orderNumber;
        this.outflows = outflows;
        this.currency = currency;
    }

    /** Promises what was quoted. */
    Promise promise(String decisionKey, CaseNumber caseNumber, OrderMoney.Quote quote, Instant at) {
        var outflow = Outflow.promised(orderNumber, decisionKey, caseNumber, quote, at);
        outflows.add(outflow);
        return promise(outflow);
    }

    /** The decision that was promised under this key before; empty if there is none. */
    Optional<Promise> promised(String decisionKey, CaseNumber caseNumber) {
        return find(decisionKey).map(outflow -> {
            if (!outflow.isOf(caseNumber)) {
                throw new Conflict("Refund %s belongs to case %s.".formatted(decisionKey, outflow.caseNumber()));
            }
            return promise(outflow);
        });
    }

    /** @param refundable what may still be promised, negative if more was promised than paid */
    Promise pay(String decisionKey, Money refundable, Instant at) {
        var outflow = find(decisionKey).orElseThrow();
        if (!outflow.isPaid() && refundable.isNegative()) {
            throw new Conflict("More is promised and refunded for order %s than was paid; nothing can be paid out."
                    .formatted(orderNumber));
        }
        outflow.pay(at);
        return promise(outflow);
    }

    Promise release(String decisionKey, Instant at) {
        var outflow = find(decisionKey).orElseThrow();
        outflow.release(at);
        return promise(outflow);
    }

    /** Whether money for units goes back in the case, or is about to. */
    boolean payBackUnits(CaseNumber caseNumber) {
        return outflows.stream().anyMatch(each -> each.isLive() && each.isOf(caseNumber)
                && each.lines().stream().anyMatch(line -> line.quantity() > 0));
    }

    private Optional<Outflow> find(String decisionKey) {
        return outflows.stream().filter(each -> each.decisionKey().equals(decisionKey)).findFirst();
    }

    private Promise promise(Outflow outflow) {
        return new Promise(outflow.decisionKey(), orderNumber, outflow.caseNumber(), money(outflow.amount()),
                money(outflow.freight()), money(outflow.surcharges()), money(outflow.heldBack()), outflow.lines().stream()
                        .map(part -> new Promise.Line(part.line(), part.quantity(), money(part.amount()))).toList(),
                outflow.status());
    }

    private Money money(BigDecimal amount) {
        return new Money(amount, currency);
    }
}
