package dev.kefu.orders;

import dev.kefu.customers.Contact;
import dev.kefu.shared.CaseNumber;
import dev.kefu.shared.Conflict;
import dev.kefu.shared.KeyedByName;
import dev.kefu.shared.Listed;
import dev.kefu.shared.Money;
import dev.kefu.shared.RuleViolation;
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
import java.util.stream.Stream;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.OptimisticLock;
import org.springframework.lang.Nullable;

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
    @BatchSize(size = 50)
    private List<OrderLine> lines = new ArrayList<>();

    @OneToMany(cascade = CascadeType.ALL, orphanRemoval = true)
    @JoinColumn(name = "order_number", nullable = false, insertable = false, updatable = false)
    @OrderBy("key.trackingNumber")
    @BatchSize(size = 50)
    private List<Shipment> shipments = new ArrayList<>();

    // The row lock serialises the guards already; a new version for each would write the order's row again and again.
    @OptimisticLock(excluded = true)
    @OneToMany(cascade = CascadeType.ALL, orphanRemoval = true)
    @JoinColumn(name = "order_number", nullable = false, insertable = false, updatable = false)
    @BatchSize(size = 50)
    private List<UnitClaim> claims = new ArrayList<>();

    @OptimisticLock(excluded = true)
    @OneToMany(cascade = CascadeType.ALL)
    @JoinColumn(name = "order_number", nullable = false, insertable = false, updatable = false)
    @BatchSize(size = 50)
    private List<Outflow> outflows = new ArrayList<>();

    @OptimisticLock(excluded = true)
    @OneToMany(cascade = CascadeType.ALL)
    @JoinColumn(name = "order_number", nullable = false, insertable = false, updatable = false)
    @BatchSize(size = 50)
    private List<OrderIncome> incomes = new ArrayList<>();

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
        var contradictions = Contradictions.of(this, received(told), told.draft());
        if (!contradictions.isEmpty()) {
            throw new Conflict(contradictions.stream().collect(Listed.sentences()));
        }
        become(told);
    }

    void claim(CaseNumber caseNumber, List<LineQuantity> asked) {
        units().claim(caseNumber, asked);
    }

    void claimDelivered(CaseNumber caseNumber, List<LineQuantity> asked, Instant now) {
        units().claimDelivered(caseNumber, asked, line -> dispatch(now).way(line).delivered());
    }

    void claimUnsent(CaseNumber caseNumber, List<LineQuantity> asked, Instant now) {
        units().claimUnsent(caseNumber, asked, dispatch(now)::unsent);
    }

    void settle(CaseNumber caseNumber, List<LineQuantity> returned) {
        units().settle(caseNumber, returned);
    }

    void releaseUnits(CaseNumber caseNumber) {
        units().release(caseNumber);
    }

    void cancel(CaseNumber caseNumber, List<LineQuantity> cancelled, Instant now) {
        units().cancel(caseNumber, cancelled, dispatch(now)::unsent);
    }

    /** @throws Conflict if money for the units went back, or is about to */
    void takeBackCancellation(CaseNumber caseNumber) {
        if (outflows().payBackUnits(caseNumber)) {
            throw new Conflict("Money for units of order %s goes back in case %s; they can't be sent any more."
                    .formatted(orderNumber, caseNumber));
        }
        units().takeBackCancellation(caseNumber);
    }

    /**
     * The house sent a parcel.
     *
     * @throws Conflict if it carries units that were cancelled
     */
    void sent(KnownShipment parcel, Instant now) {
        RequestedUnits.of(orderNumber, lines, parcel.lines());
        shipments().sent(parcel);
        dispatch(now).requireNotCancelled(parcel);
    }

    /** Couriers report of a parcel; one that the order does not know changes nothing. */
    void become(String trackingNumber, ShipmentFate fate, Instant at) {
        shipments().called(trackingNumber).ifPresent(shipment -> shipment.become(fate, at));
    }

    /** Those of the draft's parcels that the order does not know yet, whoever would send them. */
    List<OrderDraft.Shipment> unknownShipments(OrderDraft draft) {
        return shipments().unknownOf(draft.shipments());
    }

    /** Its parcels of this number, in whichever way it is typed. */
    Stream<KnownShipment> shipmentsCalled(String trackingNumber) {
        return shipments.stream().filter(each -> each.isCalledLike(trackingNumber)).map(Shipment::known);
    }

    /**
     * The customer paid something besides the order.
     *
     * @throws Conflict if this key told another income before
     */
    void receive(String key, CaseNumber caseNumber, Money amount, Instant at) {
        if (!amount.currency().equals(currency) || !amount.isPositive()) {
            throw new RuleViolation("amount", "SHP-4", "Order %s is paid in %s; an amount of %s can't be received for it."
                    .formatted(orderNumber, currency, amount));
        }
        var before = incomes.stream().filter(each -> each.key().equals(key)).findFirst();
        if (before.isEmpty()) {
            incomes.add(OrderIncome.received(orderNumber, key, caseNumber, amount.amount(), at));
        } else if (!before.get().says(caseNumber, amount.amount())) {
            throw new Conflict("Payment %s was received before with another amount or in another case.".formatted(key));
        }
    }

    OrderMoney money() {
        return money(incomes);
    }

    /** As if this had been paid besides. */
    OrderMoney money(List<OrderIncome> received) {
        return new OrderMoney(orderNumber, lines, outflows, received, money(discount), money(freight));
    }

    /** Promises what was quoted; a decision that was promised before stays as it is. */
    Promise promise(String decisionKey, CaseNumber caseNumber, OrderMoney.Quote quote, Instant at) {
        money().requirePromisable(quote);
        return outflows().promise(decisionKey, caseNumber, quote, at);
    }

    /** The decision that was promised under this key before; empty if there is none. */
    Optional<Promise> promised(String decisionKey, CaseNumber caseNumber) {
        return outflows().promised(decisionKey, caseNumber);
    }

    Promise pay(String decisionKey, Instant at) {
        return outflows().pay(decisionKey, money().refundable(), at);
    }

    Promise release(String decisionKey, Instant at) {
        return outflows().release(decisionKey, at);
    }

    /** @param now what is said to be delivered later is still on its way */
    OrderView view(Instant now) {
        var money = money();
        var units = units();
        var dispatch = dispatch(now);
        var lineViews = lines.stream().sorted(Comparator.comparingInt(OrderLine::number))
                .map(line -> view(line, money, units, dispatch)).toList();
        var shipmentViews = shipments.stream().sorted(Comparator.comparing(Shipment::trackingNumber))
                .map(each -> new OrderView.Shipment(each.courier(), each.trackingNumber(), each.shippedAt(),
                        each.deliveredAt(), each.fate(), each.fateAt(), each.isByHouse(), each.carried()))
                .toList();
        return new OrderView(orderNumber, customerId, consignee, channel, currency, paidAt, deliveredAt, money(freight),
                money(discount), money.surcharges(), money.captured(), money.promised(), money.refunded(), money.refundable(),
                money.freightRefunded(), money.surchargesRefunded(), money.heldBack(), lineViews, shipmentViews);
    }

    private OrderView.Line view(OrderLine line, OrderMoney money, OrderUnits units, Dispatch dispatch) {
        var way = dispatch.way(line.number());
        return new OrderView.Line(line.number(), line.sku(), line.name(), line.category(), line.quantity(),
                money(line.unitPrice()), line.unitCost() == null ? null : money(line.unitCost()), money(line.discount()),
                line.weightGrams(), money.paidValue(line.number()), units.returned(line.number()),
                units.open(line.number()), units.openDelivered(line.number()), units.cancelled(line.number()),
                dispatch.unsent(line.number()), money.refundedOf(line.number()), money.refundableOf(line.number()),
                money.nextUnit(line), way.delivered(), way.latest());
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
        shipments().told(draft.shipments());
    }

    /** By what the order is found goes with the customer. */
    private void address(Contact customer) {
        consignee = customer;
        nameKey = SearchKey.ofName(customer.name());
        phoneKey = SearchKey.ofPhone(customer.phone());
    }

    private OrderOutflows outflows() {
        return new OrderOutflows(orderNumber, outflows, currency);
    }

    Dispatch dispatch(Instant now) {
        return new Dispatch(orderNumber, lines, units(), shipments(), money(), now);
    }

    OrderUnits units() {
        return new OrderUnits(orderNumber, lines, claims);
    }

    OrderShipments shipments() {
        return new OrderShipments(orderNumber, shipments, deliveredAt);
    }

    List<OrderLine> lines() {
        return lines;
    }

    List<OrderIncome> incomes() {
        return incomes;
    }

    Currency currency() {
        return currency;
    }

    Money freight() {
        return money(freight);
    }

    @Nullable
    Instant deliveredAt() {
        return deliveredAt;
    }

    /** Nothing for a line that the order does not have. */
    int quantity(int line) {
        return lines.stream().filter(each -> each.number() == line).mapToInt(OrderLine::quantity).sum();
    }

    private Money money(BigDecimal amount) {
        return new Money(amount, currency);
    }
}
