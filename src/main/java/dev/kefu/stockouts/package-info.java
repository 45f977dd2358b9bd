/**
 * Goods that can't leave when they should: out of stock, or late for other reasons (STK). The model is
 * {@code processes/stockouts/stock-out.bpmn}, the tables {@code delay-consent.dmn} and {@code dispatch-delay.dmn} beside it.
 */
@ApplicationModule(allowedDependencies = {"shared", "calendar", "language", "workflow", "cases", "customers", "people", "orders",
        "couriers", "shipping", "stock", "correspondence", "refunds"})
package dev.kefu.stockouts;

import org.springframework.modulith.ApplicationModule;
