package dev.kefu.returns.domain;

import dev.kefu.couriers.Couriers;
import dev.kefu.couriers.Destination;
import dev.kefu.orders.Orders;
import dev.kefu.shipping.Booking;
import dev.kefu.shipping.BookingResult;
import dev.kefu.shipping.Bookings;
import dev.kefu.shipping.Leg;
import dev.kefu.shipping.ParcelPurpose;
import dev.kefu.shipping.PlannedBooking;
import org.springframework.stereotype.Component;

/** Has a courier's service collect what customers send back, where one is connected (RET-3). */
@Component
class CollectionDesk {

    private final Bookings bookings;
    private final Couriers couriers;
    private final Orders orders;
    private final ReturnParcels parcels;
    private final ReturnSettings settings;

    CollectionDesk(Bookings bookings, Couriers couriers, Orders orders, ReturnParcels parcels, ReturnSettings settings) {
        this.bookings = bookings;
        this.couriers = couriers;
        this.orders = orders;
        this.parcels = parcels;
        this.settings = settings;
    }

    /** A return is collected once; what goes wrong is arranged by hand. */
    static String keyOf(ReturnCase goods) {
        return goods.number() + "-1";
    }

    boolean isConnected() {
        return bookings.isConnected();
    }

    BookingResult book(ReturnCase goods) {
        var order = orders.find(goods.asked().orderNumber()).orElseThrow();
        var from = order.consignee().address();
        var units = Parts.byLine(goods.asked().quantities());
        var weight = order.weightOf(units, settings.usualWeightGrams());
        var choice = couriers.choose(new Destination(from.province(), from.city()), weight, null, null);
        if (choice.isEmpty()) {
            return new BookingResult(BookingResult.Status.BY_HAND, null, null,
                    "No courier is known to go where the goods are.");
        }
        return bookings.book(new Booking(keyOf(goods), goods.number(), order.orderNumber(), Leg.TO_SHOP, ParcelPurpose.RETURN,
                choice.get().quote().courier(), order.consignee(), units, weight));
    }

    /**
     * Nobody is to collect the goods any more, unless the courier has them.
     */
    void callOff(ReturnCase goods) {
        var isBeingBooked = goods.status() == ReturnStatus.APPROVED && bookings.isConnected();
        if (isBeingBooked || goods.journey().isBooked() && !parcels.isTaken(goods)) {
            bookings.cancel(new PlannedBooking(keyOf(goods), goods.number(), goods.asked().orderNumber(), Leg.TO_SHOP));
            goods.journey().callOff();
        }
    }
}
