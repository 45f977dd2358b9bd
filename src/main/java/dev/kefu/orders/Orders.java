package dev.kefu.orders;

import dev.kefu.customers.Customers;
import dev.kefu.shared.CaseNumber;
import dev.kefu.shared.Conflict;
import dev.kefu.shared.Money;
import dev.kefu.shared.NotFound;
import dev.kefu.shared.RuleViolation;
import dev.kefu.shared.Text;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Currency;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The door to the orders: what the shop knows of them, and the guard of units and money (RET-6).
 *
 * <p>All that claims, promises or pays locks the order's row first, so that of several at once each sees what the one
 * before did. Everything may be told twice: what is done already is not done again.
 */
@Service
@Transactional
public class Orders {

    private static final int ATTEMPTS = 3;

    private final ShopOrders orders;
    private final NewOrders newOrders;
    private final Customers customers;
    private final EntityManager entities;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Orders(ShopOrders orders, NewOrders newOrders, Customers customers, EntityManager entities,
            PlatformTransactionManager transactions, Clock clock) {
        this.orders = orders;
        this.newOrders = newOrders;
        this.customers = customers;
        this.entities = entities;
        this.transaction = new TransactionTemplate(transactions);
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
        return store(CheckedOrder.of(draft));
    }

    /**
     * As {@link #store(OrderDraft)} for many orders, each of them whole or not at all; made for thousands. One that is
     * refused keeps no other from being stored.
     *
     * @return what became of each, in the given order
     */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public List<StoreOutcome> storeAll(List<OrderDraft> drafts) {
        Map<OrderDraft, CheckedOrder> sound = new IdentityHashMap<>();
        Map<OrderDraft, RuleViolation> wrong = new IdentityHashMap<>();
        for (var draft : drafts) {
            try {
                sound.put(draft, CheckedOrder.of(draft));
            } catch (RuleViolation refusal) {
                wrong.put(draft, refusal);
            }
        }
        var known = orders.findKnown(sound.values().stream().map(CheckedOrder::orderNumber).toList()).stream()
                .collect(Collectors.toMap(ShopOrders.Known::getOrderNumber, ShopOrders.Known::getFingerprint));
        Map<String, CheckedOrder> fresh = new LinkedHashMap<>();
        drafts.stream().map(sound::get).filter(Objects::nonNull)
                .filter(each -> !known.containsKey(each.orderNumber()))
                .forEach(each -> fresh.putIfAbsent(each.orderNumber(), each));
        var together = storeTogether(fresh.values());
        return drafts.stream().map(draft -> {
            var checked = sound.get(draft);
            if (checked == null) {
                return StoreOutcome.refused(draft, wrong.get(draft));
            }
            if (together && fresh.get(checked.orderNumber()) == checked) {
                return StoreOutcome.of(draft, StoreResult.CREATED);
            }
            return checked.fingerprint().equals(known.get(checked.orderNumber()))
                    ? StoreOutcome.of(draft, StoreResult.UNCHANGED) : storeAlone(draft, checked);
        }).toList();
    }

    /**
     * An import has stored so many orders. If they are most of all, the database looks at its tables anew: PostgreSQL does
     * so by itself only a minute later, and until then scans, for each order, tables that were empty when it last looked.
     */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public void grewBy(long stored) {
        if (orders.count() <= 2 * stored) {
            newOrders.recount();
        }
    }

    /** Spaces around the number, as people paste it, don't matter. */
    @Transactional(readOnly = true)
    public Optional<OrderView> find(String orderNumber) {
        return orders.findByOrderNumber(Text.composed(orderNumber)).map(order -> {
            var view = order.view(clock.instant());
            forget(order);
            return view;
        });
    }

    /** Whether the article was ever sold, in whatever currency. */
    @Transactional(readOnly = true)
    public boolean isKnown(String sku) {
        return !orders.findSales(sku, Limit.of(1)).isEmpty();
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
        var order = orders.findByOrderNumber(orderNumber).orElseThrow(() -> unknown(orderNumber));
        var amount = order.money().quote(units, withFreight).amount();
        forget(order);
        return amount;
    }

    /**
     * What would go back for the units of each line alone, as {@link #quote} says it; by line.
     *
     * @throws RuleViolation if a line is unknown, or the money for its units went back already
     */
    @Transactional(readOnly = true)
    public Map<Integer, Money> quoteEach(String orderNumber, List<LineQuantity> units) {
        var order = orders.findByOrderNumber(orderNumber).orElseThrow(() -> unknown(orderNumber));
        var amounts = order.money().quote(units, false).lines().stream()
                .collect(Collectors.toMap(Promise.Line::line, Promise.Line::amount));
        forget(order);
        return amounts;
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
        return promise(orderNumber, decisionKey, caseNumber, money -> money.quote(units, withFreight));
    }

    /** Promises an amount that is not for particular units, such as a compensation; otherwise as for units. */
    public Promise promise(String orderNumber, String decisionKey, CaseNumber caseNumber, Money amount) {
        return promise(orderNumber, decisionKey, caseNumber, money -> money.quote(amount));
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
        throw new UnsupportedOperationException();
    }

    /** The numbers of the orders of which units of this article have not left the house ({@link #unsent}); first paid first. */
    @Transactional(readOnly = true)
    public List<String> ordersWithUnsent(String sku) {
        throw new UnsupportedOperationException();
    }

    /** The house sent a parcel to the customer. It stays though the shop does not tell it; again changes nothing. */
    public void sent(KnownShipment shipment) {
        throw new UnsupportedOperationException();
    }

    /**
     * What couriers report of a parcel to the customer. What the shop itself says of its delivery counts before it, but for a
     * parcel that came back or was lost.
     *
     * @param at when it was delivered, came back or was lost
     */
    public void become(String orderNumber, String trackingNumber, ShipmentFate fate, Instant at) {
        throw new UnsupportedOperationException();
    }

    /** The parcels of this number to customers, in whichever way it is typed. */
    @Transactional(readOnly = true)
    public List<KnownShipment> shipmentsCalled(String trackingNumber) {
        throw new UnsupportedOperationException();
    }

    /**
     * The units that the case holds will never be sent: they count as neither bought nor returned from now on. Again changes
     * nothing.
     *
     * @throws RuleViolation if the case does not hold that many
     */
    public void cancelUnits(String orderNumber, CaseNumber caseNumber, List<LineQuantity> units) {
        throw new UnsupportedOperationException();
    }

    /**
     * The customer paid something more for the order, such as a surcharge for another courier (SHP-4). It may go back like
     * the rest of what was paid.
     *
     * @param key what makes it one, however often it is told
     */
    public void receive(String orderNumber, String key, CaseNumber caseNumber, Money amount) {
        throw new UnsupportedOperationException();
    }

    private Promise promise(String orderNumber, String decisionKey, CaseNumber caseNumber,
            Function<OrderMoney, OrderMoney.Quote> quote) {
        var order = hold(orderNumber);
        orders.findByDecision(decisionKey).filter(other -> !other.equals(orderNumber)).ifPresent(other -> {
            throw new Conflict("Refund %s belongs to order %s.".formatted(decisionKey, other));
        });
        return order.promised(decisionKey, caseNumber).orElseGet(() ->
                order.promise(decisionKey, caseNumber, quote.apply(order.money()), clock.instant()));
    }

    private ShopOrder hold(String orderNumber) {
        return orders.hold(orderNumber).orElseThrow(() -> unknown(orderNumber));
    }

    private ShopOrder holdOf(String decisionKey) {
        return orders.findByDecision(decisionKey).map(this::hold)
                .orElseThrow(() -> new NotFound("Nothing was promised under " + decisionKey + "."));
    }

    /** What was read without the lock must not pass for the held order later in the same transaction. */
    private void forget(ShopOrder order) {
        entities.flush();
        entities.detach(order);
    }

    private StoreResult store(CheckedOrder told) {
        for (int attempt = 1; ; attempt++) {
            try {
                return transaction.execute(status -> storeOnce(told));
            } catch (DataIntegrityViolationException | ConcurrencyFailureException overtaken) {
                // Somebody stored the same new order or customer at the same moment: now it is there, and can be updated.
                if (attempt == ATTEMPTS || TransactionSynchronizationManager.isActualTransactionActive()) {
                    throw overtaken;
                }
            }
        }
    }

    private StoreResult storeOnce(CheckedOrder told) {
        var held = orders.hold(told.orderNumber());
        if (held.isPresent() && held.get().isErased()) {
            // What was known before the customer was erased does not bring them back (CUS-4)
            return changed(held.get(), told.withoutConsignee()) ? StoreResult.UPDATED : StoreResult.UNCHANGED;
        }
        if (held.isPresent() && held.get().says(told.fingerprint())) {
            return StoreResult.UNCHANGED;
        }
        held.ifPresentOrElse(order -> order.change(told), () -> orders.save(ShopOrder.received(told)));
        customers.register(told.customer());
        return held.isPresent() ? StoreResult.UPDATED : StoreResult.CREATED;
    }

    private static boolean changed(ShopOrder order, CheckedOrder told) {
        if (order.says(told.fingerprint())) {
            return false;
        }
        order.change(told);
        return true;
    }

    private StoreOutcome storeAlone(OrderDraft draft, CheckedOrder told) {
        try {
            return StoreOutcome.of(draft, store(told));
        } catch (Conflict | DataIntegrityViolationException | ConcurrencyFailureException refusal) {
            return StoreOutcome.refused(draft, refusal);
        }
    }

    /** New orders in one transaction; false if the database had something against one of them, and took none. */
    private boolean storeTogether(Collection<CheckedOrder> fresh) {
        if (fresh.isEmpty()) {
            return true;
        }
        try {
            transaction.executeWithoutResult(status -> {
                newOrders.write(fresh);
                customers.registerAll(fresh.stream().map(CheckedOrder::customer).toList());
            });
            return true;
        } catch (DataIntegrityViolationException | ConcurrencyFailureException refusal) {
            return false;
        }
    }

    private static NotFound unknown(String orderNumber) {
        return new NotFound("There is no order " + orderNumber + ".");
    }
}
