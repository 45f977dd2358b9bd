/** Who carries parcels: where they go, what they take and how long they need, as data; quotes that explain themselves (SHP-2 to SHP-5). */
@ApplicationModule(allowedDependencies = {"shared", "language", "workflow", "cases"})
@NonNullApi
package dev.kefu.couriers;

import org.springframework.lang.NonNullApi;
import org.springframework.modulith.ApplicationModule;
