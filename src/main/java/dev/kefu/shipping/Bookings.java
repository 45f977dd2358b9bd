package dev.kefu.shipping;

import org.springframework.stereotype.Service;

/**
 * Books parcels with the service over HTTP that {@code kefu.couriers.*} names. Called where no transaction holds a lock; the
 * same booking twice gives the same parcel.
 */
@Service
public class Bookings {

    /** Whether there is a service at all; without it people type tracking numbers. */
    public boolean isConnected() {
        throw new UnsupportedOperationException();
    }

    /**
     * Books, and registers the parcel. While it is unclear whether the service has it, it throws and is asked again with the
     * same key by the engine; at the last try it gives up to people, and the service is told to cancel.
     */
    public BookingResult book(Booking booking) {
        throw new UnsupportedOperationException();
    }

    /** What was booked under this key is not wanted any more; tried again until the service knows. Again changes nothing. */
    public void cancel(String key) {
        throw new UnsupportedOperationException();
    }

    /** The consignee's address is another one while the parcel travels; {@code false} if nobody could be told. */
    public boolean redirect(long parcelId, dev.kefu.customers.Contact consignee) {
        throw new UnsupportedOperationException();
    }
}
