package dev.kefu.orders;

import java.util.List;

/** What another module finds orders by: the numbers of its own papers and parcels. */
public interface FindsOrders {

    /** An order, and by what it was found. */
    record Hit(String orderNumber, FoundBy by) {
    }

    /**
     * The orders to which this number leads; of many, those that come first.
     *
     * @param key what somebody typed or scanned, as {@link dev.kefu.shared.SearchKey#ofNumber} writes it
     */
    List<Hit> ordersOf(String key);
}
