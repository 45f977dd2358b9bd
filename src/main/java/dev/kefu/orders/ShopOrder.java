package dev.kefu.orders;

import dev.kefu.customers.Contact;
import dev.kefu.shared.CaseNumber;
import dev.kefu.shared.Conflict;
import dev.kefu.shared.KeyedByName;
import dev.kefu.shared.Listed;
import dev.kefu.shared.Money;
import dev.kefu.shared.SearchKey;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.hibernate.annotations.OptimisticLock;

/**
 * An order as the shop knows it, and the guard of its units and its money.
 *
 * <p>What the shop tells may change at any time, but never below what has already gone back or is on its way back.
 * Whoever changes anything here holds the order's row lock.
 */
@Entity
@Table(name = "shop_order")
class ShopOrder extends KeyedByName {

    @Id
    private String orderNumber;
    private String customerId;
    @Embedded
    private Contact consignee;
    private String channel;
    private Currency currency;
    private Instant paidAt;
    private Instant deliveredAt;
    private BigDecimal freight;
    private BigDecimal discount;
    private String fingerprint;
    private Instant erasedAt;
    private String nameKey;
    private String phoneKey;

    @OneToMany(cascade = CascadeType.ALL, orphanRemoval = true)
    @JoinColumn(name = "order_number", nullable = false, insertable = false, updatable = false)
    @OrderBy("key.line")
    private List<OrderLine> lines = new ArrayList<>();

    @OneToMany(cascade = CascadeType.ALL, orphanRemoval = true)
    @JoinColumn(name = "order_number", nullable = false, insertable = false, updatable = false)
    @OrderBy("key.trackingNumber")
    private List<Shipment> shipments = new ArrayList<>();

    // The row lock serialises the guards already; a new version for each would write the order's row again and again.
    @OptimisticLock(excluded = true)
    @OneToMany(cascade = CascadeType.ALL, orphanRemoval = true)
    @JoinColumn(name = "order_number", nullable = false, insertable = false, updatable = false)
    private List<UnitClaim> claims = new ArrayList<>();

    @OptimisticLock(excluded = true)
    @OneToMany(cascade = CascadeType.ALL)
    @JoinColumn(name = "order_number", nullable = false, insertable = false, updatable = false)
    private List<Outflow> outflows = new ArrayList<>();

    protected ShopOrder() {
    }

    static ShopOrder received(CheckedOrder told) {
        var order = new ShopOrder();
        order.orderNumber = told.orderNumber();
        order.become(told);
        return order;
    }

    @Override
    public String getId() {
        return orderNumber;
    }

    /** Who bought it is not known any more (CUS-4); what and for how much is. Again changes nothing. */
    void erase(Instant at) {
        if (!isErased()) {
            address(Contact.ERASED);
            // A fingerprint of who they were would be a way to find them again
            fingerprint = "";
            erasedAt = at;
        }
    }

    boolean isErased() {
        return erasedAt != null;
    }

    boolean says(String otherFingerprint) {
        return fingerprint.equals(otherFingerprint);
    }

    /**
     * The shop tells the order anew.
     *
     * @throws Conflict if it contradicts what was claimed, returned, promised or refunded
     */
    void change(CheckedOrder told) {
        var contradictions = contradictions(received(told));
        if (!contradictions.isEmpty()) {
            throw new Conflict(contradictions.stream().collect(Listed.sentences()));
        }
        become(told);
    }

    void claim(CaseNumber caseNumber, List<LineQuantity> units) {
        units().claim(caseNumber, units);
    }

    void settle(CaseNumber caseNumber, List<LineQuantity> returned) {
        units().settle(caseNumber, returned);
    }

    void releaseUnits(CaseNumber caseNumber) {
        units().release(caseNumber);
    }

    OrderMoney money() {
        return new OrderMoney(orderNumber, lines, outflows, money(discount), money(freight));
    }

    /** Promises what was quoted; a decision that was promised before stays as it is. */
    Promise promise(String decisionKey, CaseNumber caseNumber, OrderMoney.Quote quote, Instant at) {
        money().requireRefundable(quote.amount());
        var outflow = Outflow.promised(orderNumber, decisionKey, caseNumber, quote, at);
        outflows.add(outflow);
        return promise(outflow);
    }

    /** The decision that was promised under this key before; empty if there is none. */
    Optional<Promise> promised(String decisionKey, CaseNumber caseNumber) {
        return outflows.stream().filter(each -> each.decisionKey().equals(decisionKey)).findFirst().map(outflow -> {
            if (!outflow.isOf(caseNumber)) {
                throw new Conflict("Refund %s belongs to case %s.".formatted(decisionKey, outflow.caseNumber()));
            }
            return promise(outflow);
        });
    }

    Promise pay(String decisionKey, Instant at) {
        var outflow = outflow(decisionKey);
        if (!outflow.isPaid() && money().refundable().isNegative()) {
            throw new Conflict("More is promised and refunded for order %s than was paid; nothing can be paid out."
                    .formatted(orderNumber));
        }
        outflow.pay(at);
        return promise(outflow);
    }

    Promise release(String decisionKey, Instant at) {
        var outflow = outflow(decisionKey);
        outflow.release(at);
        return promise(outflow);
    }

    /** @param now what is said to be delivered later is still on its way */
    OrderView view(Instant now) {
        var money = money();
        var units = units();
        var lineViews = lines.stream().sorted(Comparator.comparingInt(OrderLine::number))
                .map(line -> view(line, money, units, now)).toList();
        var shipmentViews = shipments.stream().sorted(Comparator.comparing(Shipment::trackingNumber))
                .map(each -> new OrderView.Shipment(each.courier(), each.trackingNumber(), each.shippedAt(),
                        each.deliveredAt(), each.carried()))
                .toList();
        return new OrderView(orderNumber, customerId, consignee, channel, currency, paidAt, deliveredAt, money(freight),
                money(discount), money.captured(), money.promised(), money.refunded(), money.refundable(),
                money.freightRefunded(), lineViews, shipmentViews);
    }

    private OrderView.Line view(OrderLine line, OrderMoney money, OrderUnits units, Instant now) {
        var delivery = delivery(line, now);
        return new OrderView.Line(line.number(), line.sku(), line.name(), line.category(), line.quantity(),
                money(line.unitPrice()), line.unitCost() == null ? null : money(line.unitCost()), money(line.discount()),
                line.weightGrams(), money.paidValue(line.number()), units.returned(line.number()),
                units.open(line.number()), money.refundedOf(line.number()),
                money.refundableOf(line.number()), money.nextUnit(line), delivery.quantity(), delivery.latest());
    }

    private record Delivery(int quantity, Instant latest) {
    }

    /** Each shipment speaks for what it carries; the order's own time for what no shipment speaks for. */
    private Delivery delivery(OrderLine line, Instant now) {
        var carried = 0;
        var delivered = 0;
        Instant latest = null;
        for (var shipment : shipments) {
            var units = shipment.carried().stream().filter(each -> each.line() == line.number())
                    .mapToInt(LineQuantity::quantity).sum();
            var at = shipment.deliveredAt() != null ? shipment.deliveredAt() : deliveredAt;
            carried += units;
            if (units > 0 && at != null && !at.isAfter(now)) {
                delivered += units;
                latest = later(latest, at);
            }
        }
        if (carried < line.quantity() && deliveredAt != null && !deliveredAt.isAfter(now)) {
            return new Delivery(delivered + line.quantity() - carried, later(latest, deliveredAt));
        }
        return new Delivery(delivered, latest);
    }

    private static Instant later(Instant one, Instant other) {
        return one == null || other.isAfter(one) ? other : one;
    }

    private List<String> contradictions(ShopOrder then) {
        var found = new ArrayList<String>();
        var money = money();
        var units = units();
        var moved = money.promised().plus(money.refunded());
        if (!then.currency.equals(currency)) {
            if (moved.isPositive()) {
                found.add("Order %s can't change its currency: %s went back or was promised."
                        .formatted(orderNumber, moved));
            }
        } else {
            var paidThen = then.money();
            if (moved.isMoreThan(paidThen.captured())) {
                found.add("Order %s can't come to %s: %s went back or was promised."
                        .formatted(orderNumber, paidThen.captured(), moved));
            }
            if (money.freightOutflow().isMoreThan(money(then.freight))) {
                found.add("The freight of order %s can't be %s: %s of it went back or was promised."
                        .formatted(orderNumber, money(then.freight), money.freightOutflow()));
            }
            for (var line : lines) {
                var back = money.outflowOf(line.number());
                if (back.isMoreThan(paidThen.paidValue(line.number()))) {
                    found.add("In order %s %s can't come to %s: %s went back or was promised.".formatted(
                            orderNumber, line, paidThen.paidValue(line.number()), back));
                }
            }
        }
        for (var line : lines) {
            var quantityThen = then.lines.stream().filter(each -> each.number() == line.number())
                    .mapToInt(OrderLine::quantity).sum();
            var taken = Math.max(units.open(line.number()) + units.returned(line.number()),
                    money.unitsOf(line.number()));
            if (quantityThen < taken) {
                found.add("In order %s %s can't have a quantity of %d: %d are claimed, returned or refunded.".formatted(
                        orderNumber, line, quantityThen, taken));
            }
        }
        return found;
    }

    private void become(CheckedOrder told) {
        var draft = told.draft();
        customerId = draft.customerId();
        address(draft.consignee());
        channel = draft.channel();
        currency = Currency.getInstance(Objects.requireNonNull(draft.currency()));
        paidAt = draft.paidAt();
        deliveredAt = draft.deliveredAt();
        freight = draft.freight();
        discount = draft.discount();
        fingerprint = told.fingerprint();
        Rows.align(lines, OrderLine::number, draft.lines(), OrderDraft.Line::line,
                line -> OrderLine.bought(orderNumber, line), OrderLine::become);
        Rows.align(shipments, Shipment::trackingNumber, draft.shipments(), OrderDraft.Shipment::trackingNumber,
                shipment -> Shipment.sent(orderNumber, shipment), Shipment::become);
    }

    /** By what the order is found goes with the customer. */
    private void address(Contact customer) {
        consignee = customer;
        nameKey = SearchKey.ofName(customer.name());
        phoneKey = SearchKey.ofPhone(customer.phone());
    }

    private Outflow outflow(String decisionKey) {
        return outflows.stream().filter(each -> each.decisionKey().equals(decisionKey)).findFirst().orElseThrow();
    }

    private Promise promise(Outflow outflow) {
        return new Promise(outflow.decisionKey(), orderNumber, outflow.caseNumber(), money(outflow.amount()),
                money(outflow.freight()), outflow.lines().stream()
                        .map(part -> new Promise.Line(part.line(), part.quantity(), money(part.amount()))).toList(),
                outflow.status());
    }

    private OrderUnits units() {
        return new OrderUnits(orderNumber, lines, claims);
    }

    private Money money(BigDecimal amount) {
        return new Money(amount, currency);
    }
}
