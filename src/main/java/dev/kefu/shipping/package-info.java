/** Parcels on their way: to the customer and back, what couriers report of them, and booking them with a courier's service. */
@ApplicationModule(allowedDependencies = {"shared", "partners", "workflow", "cases", "customers", "orders", "couriers"})
@NonNullApi
package dev.kefu.shipping;

import org.springframework.lang.NonNullApi;
import org.springframework.modulith.ApplicationModule;
