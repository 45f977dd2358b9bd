package dev.kefu.shipping;

/** Whether a courier's service has a booking is not known; it is asked again under the same key. */
public class BookingUnclear extends RuntimeException {

    BookingUnclear(String key, String what) {
        super("Booking " + key + ": " + what);
    }
}
