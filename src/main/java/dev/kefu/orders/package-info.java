/**
 * Orders as the shop knows them, and the guard of what may go back: no more units than were bought (RET-6), no more money
 * than was paid. Every decision about either is made under the lock of the order's row.
 */
@ApplicationModule(allowedDependencies = {"shared", "workflow", "cases", "customers"})
@NonNullApi
package dev.kefu.orders;

import org.springframework.lang.NonNullApi;
import org.springframework.modulith.ApplicationModule;
