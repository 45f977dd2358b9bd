package dev.kefu.orders;

import dev.kefu.customers.Customers;
import dev.kefu.shared.Conflict;
import dev.kefu.shared.RuleViolation;
import dev.kefu.shared.Text;
import dev.kefu.shared.Wordless;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes in what the shop tells of its orders, one by one or thousands at once. The house hears of new parcels when they are
 * stored and their transaction is over, its connection given back: what follows of them neither refuses nor delays the shop's word.
 */
@Component
class OrderIntake {

    private static final Logger LOG = LoggerFactory.getLogger(OrderIntake.class);
    private static final int ATTEMPTS = 3;

    private final ShopOrders orders;
    private final NewOrders newOrders;
    private final Customers customers;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    OrderIntake(ShopOrders orders, NewOrders newOrders, Customers customers, ApplicationEventPublisher events,
            PlatformTransactionManager transactions) {
        this.orders = orders;
        this.newOrders = newOrders;
        this.customers = customers;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
    }

    StoreResult store(OrderDraft draft) {
        return store(checked(draft));
    }

    List<StoreOutcome> storeAll(List<OrderDraft> drafts) {
        Map<OrderDraft, CheckedOrder> sound = new IdentityHashMap<>();
        Map<OrderDraft, RuleViolation> wrong = new IdentityHashMap<>();
        for (var draft : drafts) {
            try {
                sound.put(draft, checked(draft));
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

    /** An import has stored so many orders. */
    void grewBy(long stored) {
        if (orders.count() <= 2 * stored) {
            newOrders.recount();
        }
    }

    /** Only of an order that seems to have too many parcels it is looked up which it had before. */
    private CheckedOrder checked(OrderDraft draft) {
        try {
            return CheckedOrder.of(draft, Set.of());
        } catch (RuleViolation refusal) {
            if (refusal.violations().stream().allMatch(each -> each.field().startsWith("shipments"))) {
                return CheckedOrder.of(draft, orders.findTrackingNumbers(Text.composed(draft.orderNumber())));
            }
            throw refusal;
        }
    }

    private StoreResult store(CheckedOrder told) {
        for (int attempt = 1; ; attempt++) {
            List<KnownShipment> fresh = new ArrayList<>();
            try {
                var result = transaction.execute(status -> storeOnce(told, fresh));
                tell(fresh);
                return result;
            } catch (DataIntegrityViolationException | ConcurrencyFailureException overtaken) {
                // Somebody stored the same new order or customer at the same moment: now it is there, and can be updated.
                if (attempt == ATTEMPTS || TransactionSynchronizationManager.isActualTransactionActive()) {
                    throw overtaken;
                }
            }
        }
    }

    private StoreResult storeOnce(CheckedOrder told, List<KnownShipment> fresh) {
        var held = orders.hold(told.orderNumber());
        if (held.isPresent() && held.get().isErased()) {
            // What was known before the customer was erased does not bring them back (CUS-4)
            return changed(held.get(), told.withoutConsignee(), fresh) ? StoreResult.UPDATED : StoreResult.UNCHANGED;
        }
        if (held.isPresent() && held.get().says(told.fingerprint())) {
            return StoreResult.UNCHANGED;
        }
        held.ifPresentOrElse(order -> change(order, told, fresh), () -> {
            orders.save(ShopOrder.received(told));
            fresh.addAll(told.known(told.draft().shipments()));
        });
        customers.register(told.customer());
        return held.isPresent() ? StoreResult.UPDATED : StoreResult.CREATED;
    }

    private boolean changed(ShopOrder order, CheckedOrder told, List<KnownShipment> fresh) {
        if (order.says(told.fingerprint())) {
            return false;
        }
        change(order, told, fresh);
        return true;
    }

    private void change(ShopOrder order, CheckedOrder told, List<KnownShipment> fresh) {
        var unknown = order.unknownShipments(told.draft());
        order.change(told);
        fresh.addAll(told.known(unknown));
    }

    /** Whoever listens answers for itself: the shop's word is stored. */
    private void tell(List<KnownShipment> shipments) {
        if (shipments.isEmpty()) {
            return;
        }
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    tellNow(shipments);
                }
            });
        } else {
            tellNow(shipments);
        }
    }

    private void tellNow(List<KnownShipment> shipments) {
        try {
            events.publishEvent(new ShipmentsTold(shipments));
        } catch (RuntimeException failure) {
            LOG.warn("Not all of the house has heard of parcels that the shop told", Wordless.of(failure));
        }
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
        } catch (DataIntegrityViolationException | ConcurrencyFailureException refusal) {
            return false;
        }
        tell(fresh.stream().flatMap(each -> each.known(each.draft().shipments()).stream()).toList());
        return true;
    }
}
