/**
 * Letters to customers: written as rows in the case's transaction from templates that supervisors edit, and sent by mail
 * afterwards by one sender with retries. A dead mail server stops nothing.
 */
@ApplicationModule(allowedDependencies = {"shared", "language", "workflow", "cases", "customers", "mail"})
@NonNullApi
package dev.kefu.correspondence;

import org.springframework.lang.NonNullApi;
import org.springframework.modulith.ApplicationModule;
