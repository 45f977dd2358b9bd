/**
 * The engine and everything that is particular to it: configuration, hardening, typed variables, who may work on what.
 * The other modules see only what stands in this package.
 */
@ApplicationModule(allowedDependencies = {"shared", "language"})
package dev.kefu.workflow;

import org.springframework.modulith.ApplicationModule;
