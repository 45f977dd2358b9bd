package dev.kefu.shipping;

import dev.kefu.orders.CustomersOrders;
import dev.kefu.shared.Erasure;
import dev.kefu.shared.PersonalData;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where a customer's parcels were, and what courier services said (CUS-4). That a parcel went out, and under which number, is
 * the order's history and stays, but for what people typed of the customer; at which places it was tells where somebody lives,
 * and goes.
 */
@Component
@Transactional
class JourneysOfCustomer implements PersonalData {

    private final CustomersOrders orders;
    private final ParcelRecords parcels;
    private final ParcelBook book;
    private final BookingRecords bookings;
    private final Waybills waybills;

    JourneysOfCustomer(CustomersOrders orders, ParcelRecords parcels, ParcelBook book, BookingRecords bookings, Waybills waybills) {
        this.orders = orders;
        this.parcels = parcels;
        this.book = book;
        this.bookings = bookings;
        this.waybills = waybills;
    }

    record Held(String orderNumber, List<Sent> parcels, List<String> saidByTheCourierService) {
    }

    record Sent(Leg leg, String courier, String trackingNumber, @Nullable Instant sentAt, ParcelState state, List<Report> events) {
    }

    record Report(ParcelEventStatus status, Instant occurredAt, @Nullable String place) {
    }

    @Override
    public String part() {
        return "shipping";
    }

    @Override
    @Transactional(readOnly = true)
    public List<Held> heldAbout(String customerId) {
        var numbers = orders.of(customerId);
        if (numbers.isEmpty()) {
            return List.of();
        }
        var sent = book.viewsOfAll(parcels.findByOrderNumbers(numbers)).stream().collect(Collectors.groupingBy(ParcelView::orderNumber));
        var booked = bookings.findByOrderNumbers(numbers).stream().collect(Collectors.groupingBy(BookingRecord::orderNumber));
        return numbers.stream().map(each -> held(each, sent.getOrDefault(each, List.of()), booked.getOrDefault(each, List.of())))
                .filter(each -> !each.parcels().isEmpty() || !each.saidByTheCourierService().isEmpty()).toList();
    }

    private static Held held(String orderNumber, List<ParcelView> parcels, List<BookingRecord> bookings) {
        return new Held(orderNumber, parcels.stream().map(parcel -> new Sent(parcel.leg(), parcel.courier(), parcel.trackingNumber(),
                parcel.sentAt(), parcel.state(), parcel.events().stream()
                        .map(each -> new Report(each.status(), each.occurredAt(), each.place())).toList())).toList(),
                bookings.stream().flatMap(BookingRecord::said).toList());
    }

    @Override
    public void erase(Erasure erasure) {
        orders.of(erasure.customerId()).forEach(number -> {
            parcels.findByOrderNumber(number).forEach(parcel -> {
                var events = book.eventsOf(parcel);
                var named = parcel.trackingKey();
                parcel.erase(erasure);
                if (!parcel.trackingKey().equals(named)) {
                    waybills.forget(named);
                }
                events.forEach(event -> event.erase(erasure, parcel));
            });
            bookings.findByOrderNumber(number).forEach(BookingRecord::erase);
        });
    }
}
