/** The demo department: people whose password is their name, orders, and cases in flight. Profile {@code demo} only. */
@ApplicationModule(allowedDependencies = {"shared", "workflow", "customers", "orders"})
package dev.kefu.demo;

import org.springframework.modulith.ApplicationModule;
