package dev.kefu.shipping;

import dev.kefu.customers.Contact;

/** A courier's service over HTTP. Each call may take seconds, and throws nothing. */
public interface CourierService {

    boolean isConnected();

    /** Asks it to take a parcel; the same key again is the same parcel. */
    CourierAnswer book(Booking booking);

    /** What came of telling it that a booking is not wanted any more. */
    enum Cancelled { DONE, TOO_LATE, UNCLEAR }

    /** The same key again is the same. */
    Cancelled cancel(String key);

    /**
     * Tells it where a parcel goes to now.
     *
     * @param key makes it one, however often it is told
     * @return whether it said that it does so
     */
    boolean redirect(String key, String courier, String trackingNumber, Contact consignee);
}
