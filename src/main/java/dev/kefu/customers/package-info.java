/**
 * A file for each customer (CUS-4): how they are reached, and since when they buy here. It follows the newest order; each
 * order keeps its own spelling. Here a customer's data is handed over and erased, wherever it is held.
 */
@ApplicationModule(allowedDependencies = {"shared", "workflow", "cases"})
@NonNullApi
package dev.kefu.customers;

import org.springframework.lang.NonNullApi;
import org.springframework.modulith.ApplicationModule;
