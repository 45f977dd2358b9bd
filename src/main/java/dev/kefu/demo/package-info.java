/** The demo department: people whose password is their name, goods in stock, orders, and cases in flight. Profile {@code demo} only. */
@ApplicationModule(allowedDependencies = {"shared", "workflow", "customers", "orders", "stock", "shipping", "couriers", "couriers :: csv"})
package dev.kefu.demo;

import org.springframework.modulith.ApplicationModule;
