package dev.kefu.stockouts.domain;

import java.util.Locale;

/** Why goods can't leave when they should (STK-2, STK-3). */
public enum StockOutCause {
    /** The shelf is empty, as far as the books know; the warehouse counts. */
    OUT_OF_STOCK,
    HOLIDAY, PROMOTION, WAREHOUSE_OVERLOAD, COURIER_OVERLOAD, ORDER_ERROR;

    /** "Out of stock". */
    String inWords() {
        var words = name().replace('_', ' ');
        return words.charAt(0) + words.substring(1).toLowerCase(Locale.ROOT);
    }
}
