package dev.kefu.shipping;

import dev.kefu.orders.CustomersOrders;
import dev.kefu.shared.Erasure;
import dev.kefu.shared.PersonalData;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where a customer's parcels were, and what courier services said (CUS-4). That a parcel went out, and under which number, is
 * the order's history and stays; at which places it was tells where somebody lives, and goes.
 */
@Component
@Transactional
class JourneysOfCustomer implements PersonalData {

    private final CustomersOrders orders;
    private final ParcelRecords parcels;
    private final ParcelBook book;
    private final BookingRecords bookings;

    JourneysOfCustomer(CustomersOrders orders, ParcelRecords parcels, ParcelBook book, BookingRecords bookings) {
        this.orders = orders;
        this.parcels = parcels;
        this.book = book;
        this.bookings = bookings;
    }

    record Held(String orderNumber, Leg leg, String courier, String trackingNumber, @Nullable Instant sentAt, ParcelState state,
            List<Report> events, List<String> saidByTheCourierService) {
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
        return of(customerId).map(book::view).map(parcel -> new Held(parcel.orderNumber(), parcel.leg(), parcel.courier(),
                parcel.trackingNumber(), parcel.sentAt(), parcel.state(), parcel.events().stream()
                        .map(event -> new Report(event.status(), event.occurredAt(), event.place())).toList(),
                bookings.findByParcelId(parcel.id()).stream().flatMap(BookingRecord::said).toList())).toList();
    }

    @Override
    public void erase(Erasure erasure) {
        of(erasure.customerId()).forEach(parcel -> book.eventsOf(parcel).forEach(ParcelEvent::erase));
        orders.of(erasure.customerId()).forEach(number -> bookings.findByOrderNumber(number).forEach(BookingRecord::erase));
    }

    private Stream<Parcel> of(String customerId) {
        return orders.of(customerId).stream().flatMap(number -> parcels.findByOrderNumber(number).stream());
    }
}
