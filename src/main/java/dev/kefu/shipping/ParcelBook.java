package dev.kefu.shipping;

import dev.kefu.orders.CustomersOrders;
import dev.kefu.orders.KnownShipment;
import dev.kefu.orders.Orders;
import dev.kefu.orders.ShipmentFate;
import dev.kefu.shared.SearchKey;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The parcels and their events: brings them together, and tells the house where that leads to. What the shop tells of its own
 * parcels stands with its orders; they get a row here when somebody asks for them, or reports something of them.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class ParcelBook {

    private final ParcelRecords parcels;
    private final ParcelEventRecords events;
    private final Waybills waybills;
    private final Tracking tracking;
    private final Orders orders;
    private final CustomersOrders customersOrders;
    private final ApplicationEventPublisher publisher;
    private final Clock clock;

    ParcelBook(ParcelRecords parcels, ParcelEventRecords events, Waybills waybills, Tracking tracking, Orders orders,
            CustomersOrders customersOrders, ApplicationEventPublisher publisher, Clock clock) {
        this.parcels = parcels;
        this.events = events;
        this.waybills = waybills;
        this.tracking = tracking;
        this.orders = orders;
        this.customersOrders = customersOrders;
        this.publisher = publisher;
        this.clock = clock;
    }

    /** The orders of whose parcels one has this number, as far as anybody knows. */
    TreeSet<String> ordersOf(String trackingKey) {
        return Stream.concat(parcels.findOrdersOf(trackingKey).stream(),
                orders.shipmentsCalled(trackingKey).stream().map(KnownShipment::orderNumber))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Locks the number, after the orders whose parcels it names: all who lock both do it in this order. */
    void hold(Collection<String> orderNumbers, String trackingKey) {
        orderNumbers.forEach(orders::lock);
        waybills.hold(trackingKey);
    }

    /**
     * Sees what the events of the number lead to, and tells the house if that is news.
     *
     * @param locked the orders whose rows the transaction has locked
     * @return the parcels of the number, newest first
     * @throws PessimisticLockingFailureException if meanwhile a parcel of another order has the number; a new try locks that too
     */
    List<Parcel> settle(String trackingKey, Collection<String> locked) {
        var told = orders.shipmentsCalled(trackingKey);
        adopt(told);
        var all = parcels.findByKey(trackingKey);
        if (!all.stream().allMatch(each -> locked.contains(each.orderNumber()))) {
            throw new PessimisticLockingFailureException("Another order's parcel has this number now");
        }
        settle(all, told, all);
        return all;
    }

    /** The same for parcels of one order, whose row the transaction has locked; it leaves those of others as they are. */
    void settle(Parcel parcel) {
        settle(parcels.findByKey(parcel.trackingKey()), orders.shipmentsCalled(parcel.trackingKey()), List.of(parcel));
    }

    private void settle(List<Parcel> all, List<KnownShipment> told, List<Parcel> concerned) {
        if (all.isEmpty()) {
            return;
        }
        var matched = tracking.match(events.findByKeys(List.of(all.get(0).trackingKey())), all);
        matched.forEach((event, counting) -> {
            if (counting.isEmpty() && !event.isKnown()) {
                event.passedOver(clock.instant());
            }
        });
        for (var parcel : concerned) {
            var counting = counting(parcel, matched);
            if (!counting.isEmpty()) {
                forgetPlaces(parcel, counting);
                var journey = journey(parcel, counting, told);
                if (counting.stream().map(ParcelEvent::becameKnown).reduce(false, Boolean::logicalOr)) {
                    parcel.revived();
                }
                tell(parcel, journey, counting);
            }
        }
    }

    /** Where an erased customer's parcel was is not kept again (CUS-4). */
    private void forgetPlaces(Parcel parcel, List<ParcelEvent> counting) {
        if (counting.stream().anyMatch(each -> each.place() != null) && customersOrders.isErased(parcel.orderNumber())) {
            counting.forEach(each -> each.erase());
        }
    }

    private void tell(Parcel parcel, Journey journey, List<ParcelEvent> counting) {
        var before = parcel.state();
        var isNews = parcel.become(journey);
        if (parcel.leg() == Leg.TO_CUSTOMER) {
            var reported = Journey.of(counting.stream().map(ParcelEvent::step).toList());
            orders.become(parcel.orderNumber(), parcel.trackingNumber(), fate(reported.state()),
                    Objects.requireNonNullElseGet(reported.since(), clock::instant));
        }
        if (isNews) {
            publisher.publishEvent(new ParcelMoved(parcel.view(journey, counting), before));
        }
    }

    private static ShipmentFate fate(ParcelState state) {
        return switch (state) {
            case DELIVERED -> ShipmentFate.DELIVERED;
            case RETURNED -> ShipmentFate.RETURNED;
            // What is broken does not count as sent either
            case LOST, DAMAGED -> ShipmentFate.LOST;
            case ANNOUNCED, UNDER_WAY, FAILED_ATTEMPT, RETURNING -> ShipmentFate.UNDER_WAY;
        };
    }

    private static List<ParcelEvent> counting(Parcel parcel, Map<ParcelEvent, List<Parcel>> matched) {
        return matched.entrySet().stream().filter(each -> each.getValue().contains(parcel)).map(Map.Entry::getKey).toList();
    }

    /** Where it is, by its events and by what the shop says where they say nothing better. */
    private static Journey journey(Parcel parcel, List<ParcelEvent> counting, List<KnownShipment> told) {
        var reported = Journey.of(counting.stream().map(ParcelEvent::step).toList());
        return told.stream().filter(each -> isOf(parcel, each)).map(KnownShipment::deliveredAt).filter(Objects::nonNull).findFirst()
                .map(reported::orDelivered).orElse(reported);
    }

    private static boolean isOf(Parcel parcel, KnownShipment shipment) {
        return parcel.isOf(shipment.orderNumber(), Leg.TO_CUSTOMER)
                && parcel.trackingKey().equals(SearchKey.ofNumber(shipment.trackingNumber()));
    }

    /** Parcels as they stand, those that nobody handed to a courier left out. */
    List<ParcelView> views(Collection<Parcel> some) {
        return viewsOfAll(some.stream().filter(each -> !each.isCancelled()).toList());
    }

    /** The same of every one of them, in as many statements as for one. */
    List<ParcelView> viewsOfAll(Collection<Parcel> some) {
        var keys = some.stream().map(Parcel::trackingKey).collect(Collectors.toCollection(TreeSet::new));
        if (keys.isEmpty()) {
            return List.of();
        }
        var all = parcels.findByKeys(keys).stream().collect(Collectors.groupingBy(Parcel::trackingKey));
        var reported = events.findByKeys(keys).stream().collect(Collectors.groupingBy(ParcelEvent::trackingKey));
        var told = orders.shipmentsCalled(some.stream().filter(each -> each.leg() == Leg.TO_CUSTOMER).map(Parcel::trackingKey).toList());
        return some.stream().map(parcel -> {
            var counting = counting(parcel, tracking.match(reported.getOrDefault(parcel.trackingKey(), List.of()),
                    all.get(parcel.trackingKey())));
            return parcel.view(journey(parcel, counting, told), counting);
        }).toList();
    }

    ParcelView view(Parcel parcel) {
        return viewsOfAll(List.of(parcel)).get(0);
    }

    List<ParcelEvent> eventsOf(Parcel parcel) {
        return counting(parcel, tracking.match(events.findByKeys(List.of(parcel.trackingKey())), parcels.findByKey(parcel.trackingKey())));
    }

    /** Where the parcel would be if this happened too. */
    Journey with(Parcel parcel, @Nullable Journey.Step step) {
        var steps = new ArrayList<>(eventsOf(parcel).stream().map(ParcelEvent::step).toList());
        if (step != null) {
            steps.add(step);
        }
        return Journey.of(steps);
    }

    /**
     * What the shop told gets rows, in the transaction of whoever asks: a second connection is not taken for it. Of several at
     * the same moment one makes them, and the others wait for it; whoever only reads finds those that are there.
     */
    void adopt(Collection<KnownShipment> told) {
        if (TransactionSynchronizationManager.isCurrentTransactionReadOnly() || missing(told).isEmpty()) {
            return;
        }
        missing(told).stream().map(KnownShipment::orderNumber).sorted().distinct().forEach(orders::lock);
        missing(told).stream().map(each -> SearchKey.ofNumber(each.trackingNumber())).sorted().distinct().forEach(waybills::hold);
        missing(told).stream().sorted(Comparator.comparing(KnownShipment::shippedAt).thenComparing(KnownShipment::orderNumber))
                .forEach(each -> parcels.save(Parcel.told(each, clock.instant())));
    }

    private List<KnownShipment> missing(Collection<KnownShipment> told) {
        var keys = told.stream().map(each -> SearchKey.ofNumber(each.trackingNumber())).filter(Objects::nonNull)
                .collect(Collectors.toSet());
        if (keys.isEmpty()) {
            return List.of();
        }
        var known = parcels.findByKeys(keys);
        return told.stream().filter(each -> SearchKey.ofNumber(each.trackingNumber()) != null)
                .filter(each -> known.stream().noneMatch(parcel -> isOf(parcel, each))).toList();
    }
}
