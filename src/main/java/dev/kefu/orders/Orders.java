package dev.kefu.orders;

import dev.kefu.shared.CaseNumber;
import dev.kefu.shared.Conflict;
import dev.kefu.shared.Money;
import dev.kefu.shared.NotFound;
import dev.kefu.shared.RuleViolation;
import dev.kefu.shared.Text;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door to the orders: what the shop knows of them, and the guard of units and money (RET-6).
 *
 * <p>All that claims, promises or pays locks the order's row first, so that of several at once each sees what the one
 * before did. Everything may be told twice: what is done already is not done again.
 */
@Service
@Transactional
public class Orders {

    private final ShopOrders orders;
    private final OrderIntake intake;
    private final ReadOrders reading;
    private final Clock clock;

    Orders(ShopOrders orders, OrderIntake intake, ReadOrders reading, Clock clock) {
        this.orders = orders;
        this.intake = intake;
        this.reading = reading;
        this.clock = clock;
    }

    /**
     * Creates or updates an order as the shop knows it; one that says the same as before changes nothing. The customer's
     * file follows.
     *
     * @throws RuleViolation if the order itself is wrong, with all that is wrong
     * @throws Conflict      if an update goes below what was claimed, returned, promised or refunded
     */
    @Transactional(propagation = Propagation.SUPPORTS)
    public StoreResult store(OrderDraft draft) {
        return intake.store(draft);
    }

    /**
     * As {@link #store(OrderDraft)} for many orders, each of them whole or not at all; made for thousands. One that is
     * refused keeps no other from being stored.
     *
     * @return what became of each, in the given order
     */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public List<StoreOutcome> storeAll(List<OrderDraft> drafts) {
        return intake.storeAll(drafts);
    }

    /**
     * An import has stored so many orders. If they are most of all, the database looks at its tables anew: PostgreSQL does
     * so by itself only a minute later, and until then scans, for each order, tables that were empty when it last looked.
     */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public void grewBy(long stored) {
        intake.grewBy(stored);
    }

    /** Spaces around the number, as people paste it, don't matter. */
    @Transactional(readOnly = true)
    public Optional<OrderView> find(String orderNumber) {
        return reading.view(Text.composed(orderNumber));
    }

    /** Those of the orders that are known, of however many; numbers as they are kept, without spaces around them. */
    @Transactional(readOnly = true)
    public Set<String> known(Collection<String> orderNumbers) {
        return orderNumbers.isEmpty() ? Set.of()
                : orders.findKnown(orderNumbers).stream().map(ShopOrders.Known::getOrderNumber).collect(Collectors.toSet());
    }

    /** Whether the article was ever sold, in whatever currency. */
    @Transactional(readOnly = true)
    public boolean isKnown(String sku) {
        return !orders.findSales(sku, Limit.of(1)).isEmpty();
    }

    /** What the shop called the article when it was last sold. */
    @Transactional(readOnly = true)
    public Optional<String> latestNameOf(String sku) {
        return orders.findNames(sku, Limit.of(1)).stream().findFirst();
    }

    /** What one unit cost, before discounts, when the article was last sold in this currency. */
    @Transactional(readOnly = true)
    public Optional<Money> latestPriceOf(String sku, Currency currency) {
        return orders.findUnitPrices(sku, currency, Limit.of(1)).stream().findFirst().map(price -> new Money(price, currency));
    }

    /**
     * Nobody else changes the order until the transaction ends. For those who go on to change rows of their own: as all of
     * them take the order's row first, none waits for another in a ring.
     *
     * @throws NotFound if there is no such order
     */
    public void lock(String orderNumber) {
        orders.lock(orderNumber).orElseThrow(() -> unknown(orderNumber));
    }

    /**
     * The case holds these units, and no others of the order, until it settles or releases them. A line that is named
     * twice counts as one with the sum.
     *
     * @throws NotFound      if there is no such order
     * @throws RuleViolation if a line is unknown, or fewer units are left than asked for (RET-6); the fields are
     *                       {@code lines[i].line} and {@code lines[i].quantity}
     * @throws Conflict      if the case has settled its units already
     */
    public void claimUnits(String orderNumber, CaseNumber caseNumber, List<LineQuantity> units) {
        hold(orderNumber).claim(caseNumber, units);
    }

    /**
     * The same for units that the customer has: of those that arrived, none that another case asks back (RET-2). Such as did
     * not arrive may be held by a case about the parcel or the stock meanwhile.
     */
    public void claimDelivered(String orderNumber, CaseNumber caseNumber, List<LineQuantity> units) {
        hold(orderNumber).claimDelivered(caseNumber, units, clock.instant());
    }

    /** The same for units that have not left the house ({@link #unsent}), of which none is held by another case (STK-2). */
    public void claimUnsent(String orderNumber, CaseNumber caseNumber, List<LineQuantity> units) {
        hold(orderNumber).claimUnsent(caseNumber, units, clock.instant());
    }

    /**
     * The case is over: of the units that it holds, these came back and were accepted and count for good, the others are
     * free again.
     *
     * @throws RuleViolation if more came back than the case holds
     * @throws Conflict      if the case has settled otherwise before
     */
    public void settleUnits(String orderNumber, CaseNumber caseNumber, List<LineQuantity> returned) {
        hold(orderNumber).settle(caseNumber, returned);
    }

    /**
     * The case holds no units of the order any more.
     *
     * @throws Conflict if the case has settled its units already
     */
    public void releaseUnits(String orderNumber, CaseNumber caseNumber) {
        hold(orderNumber).releaseUnits(caseNumber);
    }

    /**
     * What would go back for these units now, and for the freight if it is asked for and did not go back before.
     * Promises nothing.
     *
     * @throws RuleViolation if a line is unknown, or the money for the units went back already
     */
    @Transactional(readOnly = true)
    public Money quote(String orderNumber, List<LineQuantity> units, boolean withFreight) {
        return reading.quote(orderNumber, money -> money.worth(Payback.of(units, withFreight))).amount();
    }

    /** Of these units those whose money was neither promised nor paid back, without lines of which none are left. */
    @Transactional(readOnly = true)
    public List<LineQuantity> payable(String orderNumber, List<LineQuantity> units) {
        return reading.payable(orderNumber, units);
    }

    /** The same for all that a case may ask; nothing, if all of it would be held back. */
    @Transactional(readOnly = true)
    public Money quote(String orderNumber, CaseNumber caseNumber, Payback asked) {
        return reading.quote(orderNumber, money -> money.quote(asked, caseNumber)).amount();
    }

    /**
     * What would go back for the units of each line alone, as {@link #quote} says it; by line.
     *
     * @throws RuleViolation if a line is unknown, or the money for its units went back already
     */
    @Transactional(readOnly = true)
    public Map<Integer, Money> quoteEach(String orderNumber, List<LineQuantity> units) {
        return reading.quote(orderNumber, money -> money.worth(Payback.of(units, false))).lines().stream()
                .collect(Collectors.toMap(Promise.Line::line, Promise.Line::amount));
    }

    /**
     * Promises what these units are worth, and the freight if it is asked for and did not go back before.
     *
     * @param decisionKey what makes the decision one: the same key again gives the same promise, unchanged
     * @throws RuleViolation if a line is unknown, the money for the units went back already, or the amount is more than
     *                       what is refundable
     * @throws Conflict      if the key belongs to another order or case
     */
    public Promise promise(String orderNumber, String decisionKey, CaseNumber caseNumber, List<LineQuantity> units,
            boolean withFreight) {
        return promise(orderNumber, decisionKey, caseNumber, Payback.of(units, withFreight));
    }

    /** Promises an amount that is not for particular units, such as a compensation; otherwise as for units. */
    public Promise promise(String orderNumber, String decisionKey, CaseNumber caseNumber, Money amount) {
        return promise(orderNumber, decisionKey, caseNumber, Payback.flat(amount));
    }

    /**
     * Promises all that is asked for, as far as it did not go back before; otherwise as for units.
     *
     * @throws RuleViolation if all of it would be held back
     */
    public Promise promise(String orderNumber, String decisionKey, CaseNumber caseNumber, Payback asked) {
        var order = hold(orderNumber);
        orders.findByDecision(decisionKey).filter(other -> !other.equals(orderNumber)).ifPresent(other -> {
            throw new Conflict("Refund %s belongs to order %s.".formatted(decisionKey, other));
        });
        return order.promised(decisionKey, caseNumber).orElseGet(() ->
                order.promise(decisionKey, caseNumber, order.money().quote(asked, caseNumber), clock.instant()));
    }

    /**
     * The promise was kept; again changes nothing.
     *
     * @throws NotFound if nothing was promised under this key
     * @throws Conflict if it was released, or more is promised than was paid
     */
    public Promise pay(String decisionKey) {
        return holdOf(decisionKey).pay(decisionKey, clock.instant());
    }

    /**
     * The promise will not be kept, its money and its units may be promised anew; again changes nothing.
     *
     * @throws NotFound if nothing was promised under this key
     * @throws Conflict if it was paid
     */
    public Promise release(String decisionKey) {
        return holdOf(decisionKey).release(decisionKey, clock.instant());
    }

    /**
     * Units that have not left the house, or came back from a parcel that could not be delivered: neither in a parcel that
     * counts, nor cancelled, nor paid back. By line, without lines of which none are left.
     *
     * @throws NotFound if there is no such order
     */
    @Transactional(readOnly = true)
    public List<LineQuantity> unsent(String orderNumber) {
        return reading.unsent(orderNumber);
    }

    /** The numbers of the orders of which units of this article have not left the house ({@link #unsent}); first paid first. */
    @Transactional(readOnly = true)
    public List<String> ordersWithUnsent(String sku) {
        return reading.ordersWithUnsent(sku);
    }

    /** The house sent a parcel to the customer. It stays though the shop does not tell it; again changes nothing. */
    public void sent(KnownShipment shipment) {
        hold(shipment.orderNumber()).sent(shipment, clock.instant());
    }

    /**
     * What couriers report of a parcel to the customer. What the shop itself says of its delivery counts before it, but for a
     * parcel that came back or was lost.
     *
     * @param at when it was delivered, came back or was lost
     */
    public void become(String orderNumber, String trackingNumber, ShipmentFate fate, Instant at) {
        hold(orderNumber).become(trackingNumber, fate, at);
    }

    /** Those of these numbers, written as they are compared, that a parcel to a customer has. */
    @Transactional(readOnly = true)
    public List<String> knownOf(List<String> trackingKeys) {
        return trackingKeys.isEmpty() ? List.of() : orders.findKnownKeys(trackingKeys);
    }

    /** The parcels of this number to customers, in whichever way it is typed. */
    @Transactional(readOnly = true)
    public List<KnownShipment> shipmentsCalled(String trackingNumber) {
        return reading.shipmentsCalled(List.of(trackingNumber));
    }

    /** The same of several numbers at once. */
    @Transactional(readOnly = true)
    public List<KnownShipment> shipmentsCalled(Collection<String> trackingNumbers) {
        return reading.shipmentsCalled(trackingNumbers);
    }

    /**
     * The units that the case holds will never be sent: they count as neither bought nor returned from now on. Again changes
     * nothing.
     *
     * @param units of each line all that the case cancels, what it cancelled before included
     * @throws RuleViolation if the case does not hold that many, or that many left the house
     */
    public void cancelUnits(String orderNumber, CaseNumber caseNumber, List<LineQuantity> units) {
        hold(orderNumber).cancel(caseNumber, units, clock.instant());
    }

    /**
     * Units that the case cancelled are held by it again, as the customer wants them after all.
     *
     * @throws Conflict if their money went back, or is about to
     */
    public void takeBackCancellation(String orderNumber, CaseNumber caseNumber) {
        hold(orderNumber).takeBackCancellation(caseNumber);
    }

    /**
     * The customer paid something more for the order, such as a surcharge for another courier (SHP-4). It may go back like
     * the rest of what was paid.
     *
     * @param key what makes it one, however often it is told
     */
    public void receive(String orderNumber, String key, CaseNumber caseNumber, Money amount) {
        hold(orderNumber).receive(key, caseNumber, amount, clock.instant());
    }

    private ShopOrder hold(String orderNumber) {
        return orders.hold(orderNumber).orElseThrow(() -> unknown(orderNumber));
    }

    private ShopOrder holdOf(String decisionKey) {
        return orders.findByDecision(decisionKey).map(this::hold)
                .orElseThrow(() -> new NotFound("Nothing was promised under " + decisionKey + "."));
    }

    private static NotFound unknown(String orderNumber) {
        return new NotFound("There is no order " + orderNumber + ".");
    }
}
