/**
 * Parcels that can't be delivered (PAR). The model is {@code processes/parcels/undeliverable-parcel.bpmn}, the tables
 * {@code parcel-fault.dmn} and {@code parcel-hold.dmn} beside it.
 */
@ApplicationModule(allowedDependencies = {"shared", "calendar", "language", "workflow", "cases", "customers", "people", "orders",
        "couriers", "shipping", "stock", "correspondence", "refunds", "stockouts"})
package dev.kefu.parcels;

import org.springframework.modulith.ApplicationModule;
