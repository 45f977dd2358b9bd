package dev.kefu.shipping;

import dev.kefu.orders.KnownShipment;
import dev.kefu.orders.OrderView;
import dev.kefu.orders.Orders;
import dev.kefu.orders.ShipmentFate;
import dev.kefu.shared.CaseNumber;
import dev.kefu.shared.Conflict;
import dev.kefu.shared.NotFound;
import dev.kefu.shared.RuleViolation;
import dev.kefu.shared.SearchKey;
import dev.kefu.workflow.Retries;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door to the parcels. What the shop tells of an order's shipments counts as parcels to the customer; what the house
 * sends is registered here, and the order learns of it.
 */
@Service
@Transactional
public class Parcels {

    private final ParcelRecords records;
    private final ParcelEventRecords events;
    private final ParcelBook book;
    private final Tracking tracking;
    private final Orders orders;
    private final Retries retries;
    private final Clock clock;

    Parcels(ParcelRecords records, ParcelEventRecords events, ParcelBook book, Tracking tracking, Orders orders, Retries retries,
            Clock clock) {
        this.records = records;
        this.events = events;
        this.book = book;
        this.tracking = tracking;
        this.orders = orders;
        this.retries = retries;
        this.clock = clock;
    }

    /**
     * Somebody sent a parcel; again with the same number for the same order and leg changes nothing. Events that came before
     * it was known count from now on. A parcel to the customer counts as shipped in its order.
     *
     * @throws RuleViolation on {@code courier} or {@code trackingNumber} if they can't be, or the parcel of this number went to
     *                       the same customer with less
     * @throws NotFound      if there is no such order
     * @throws Conflict      if the number belongs to a parcel to somebody else
     */
    public ParcelView register(NewParcel told) {
        var parcel = Waybill.checked(told);
        var key = Objects.requireNonNull(SearchKey.ofNumber(parcel.trackingNumber()));
        book.hold(Set.of(parcel.orderNumber()), key);
        var shipments = orders.shipmentsCalled(key);
        var same = records.findByKey(key);
        var known = same.stream().filter(each -> each.isOf(parcel.orderNumber(), parcel.leg())).findFirst()
                .or(() -> adopted(parcel, shipments));
        if (known.isPresent() && !known.get().isCancelled()) {
            if (parcel.purpose().isOfWhatWasBought() && !known.get().mayCarry(parcel.lines())) {
                throw new RuleViolation("trackingNumber", "SHP-1", ("The parcel %s of this order has left with other goods already; type"
                        + " the number of the new one.").formatted(parcel.trackingNumber()));
            }
            known.get().sentIn(parcel);
            return book.view(known.get());
        }
        if (!isOwn(parcel, same, shipments)) {
            throw new Conflict("The number %s belongs to a parcel of another customer's order.".formatted(parcel.trackingNumber()));
        }
        var now = clock.instant();
        if (parcel.leg() == Leg.TO_CUSTOMER && parcel.purpose().isOfWhatWasBought()) {
            orders.sent(new KnownShipment(parcel.orderNumber(), parcel.courier(), parcel.trackingNumber(),
                    Objects.requireNonNullElse(parcel.sentAt(), now), null, parcel.lines(), true));
        }
        var registered = known.orElseGet(() -> records.save(Parcel.registered(parcel, now)));
        if (registered.isCancelled()) {
            revive(registered, parcel, now);
        }
        book.settle(registered);
        return book.view(registered);
    }

    private void revive(Parcel parcel, NewParcel told, Instant now) {
        parcel.revived();
        parcel.sentIn(told);
        if (parcel.leg() == Leg.TO_CUSTOMER) {
            orders.become(parcel.orderNumber(), parcel.trackingNumber(), ShipmentFate.UNDER_WAY, now);
        }
    }

    /** The shop told it before the house did. */
    private Optional<Parcel> adopted(NewParcel parcel, List<KnownShipment> shipments) {
        return parcel.leg() != Leg.TO_CUSTOMER ? Optional.empty() : shipments.stream()
                .filter(each -> each.orderNumber().equals(parcel.orderNumber())).findFirst()
                .map(each -> {
                    var taken = records.save(Parcel.told(each, clock.instant()));
                    book.settle(taken);
                    return taken;
                });
    }

    /** Whether {@link #register} would take it, as far as the number goes. */
    public boolean mayRegister(NewParcel told) {
        var parcel = Waybill.checked(told);
        var key = SearchKey.ofNumber(parcel.trackingNumber());
        book.hold(Set.of(parcel.orderNumber()), key);
        var same = records.findByKey(key);
        return isOwn(parcel, same, orders.shipmentsCalled(key)) && same.stream()
                .filter(each -> each.isOf(parcel.orderNumber(), parcel.leg()) && !each.isCancelled())
                .allMatch(each -> !parcel.purpose().isOfWhatWasBought() || each.mayCarry(parcel.lines()));
    }

    /** Two orders of one customer may travel in one parcel; two customers never share one. */
    private boolean isOwn(NewParcel parcel, List<Parcel> same, List<KnownShipment> shipments) {
        var others = same.stream().filter(each -> tracking.mayBeSame(parcel.courier(), each.courier())).map(Parcel::orderNumber)
                .collect(Collectors.toSet());
        shipments.stream().filter(each -> tracking.mayBeSame(parcel.courier(), each.courier())).map(KnownShipment::orderNumber)
                .forEach(others::add);
        others.remove(parcel.orderNumber());
        return others.isEmpty() || others.stream().map(this::customerOf).allMatch(customerOf(parcel.orderNumber())::equals);
    }

    private Optional<String> customerOf(String orderNumber) {
        return orders.find(orderNumber).map(OrderView::customerId);
    }

    /** The parcels of this number, whichever way it is typed; of several couriers there may be several. Newest first. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public List<ParcelView> called(String trackingNumber) {
        var key = SearchKey.ofNumber(trackingNumber);
        return key == null ? List.of() : retries.inTransaction(() -> {
            book.adopt(orders.shipmentsCalled(key));
            return book.views(records.findByKey(key));
        });
    }

    /** @throws NotFound if there is no such parcel */
    public ParcelView get(long id) {
        return book.view(load(id));
    }

    /** Oldest first. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public List<ParcelView> ofOrder(String orderNumber) {
        return retries.inTransaction(() -> {
            book.adopt(orders.find(orderNumber).stream().flatMap(order -> order.shipments().stream().map(each ->
                    new KnownShipment(order.orderNumber(), each.courier(), each.trackingNumber(), each.shippedAt(),
                            each.deliveredAt(), each.lines(), false))).toList());
            return sorted(records.findByOrderNumber(orderNumber));
        });
    }

    /** Those that were sent in this case, oldest first. */
    public List<ParcelView> ofCase(CaseNumber caseNumber) {
        return sorted(records.findByCaseNumber(caseNumber.value()));
    }

    private List<ParcelView> sorted(Collection<Parcel> parcels) {
        return book.views(parcels).stream().sorted(Comparator.comparing(ParcelView::sentAt,
                Comparator.nullsLast(Comparator.naturalOrder())).thenComparing(ParcelView::id)).toList();
    }

    /**
     * People learnt where the parcel is, from the courier on the telephone or because it lies before them: counts as an event
     * of this moment. What leaves the parcel where it is, such as the same once more, is not written down. Other than couriers,
     * people know whom a parcel was handed to: what they call delivered has reached whom it was sent to.
     */
    public ParcelView observed(long id, ParcelEventStatus status) {
        var parcel = held(id);
        var before = book.with(parcel, null);
        var eventId = "kefu-" + UUID.randomUUID();
        var step = new Journey.Step(status, after(before, book.eventsOf(parcel)), null, Long.MAX_VALUE, true);
        if (book.with(parcel, step).state() != before.state()) {
            events.save(ParcelEvent.observed(eventId, parcel, status, step.at(), clock.instant(), events.nextInSequence()));
            book.settle(parcel);
        }
        return book.view(parcel);
    }

    /** What is seen now comes after all that was told, though a courier's clock be fast. */
    private Instant after(Journey journey, List<ParcelEvent> told) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return told.stream().map(ParcelEvent::occurredAt).max(Comparator.naturalOrder())
                .filter(latest -> !latest.isBefore(now)).map(latest -> latest.plusMillis(1)).orElse(now);
    }

    /** Waits for other transactions that write to this parcel, and makes them wait. */
    public void lock(long id) {
        held(id);
    }

    private Parcel held(long id) {
        var parcel = load(id);
        book.hold(Set.of(parcel.orderNumber()), parcel.trackingKey());
        return parcel;
    }

    private Parcel load(long id) {
        return records.findById(id).orElseThrow(() -> new NotFound("There is no parcel " + id + "."));
    }
}
