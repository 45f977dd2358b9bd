/** The department's people: their groups, their grades, and the first administrator. Accounts are the engine's. */
@ApplicationModule(allowedDependencies = {"shared", "workflow"})
package dev.kefu.people;

import org.springframework.modulith.ApplicationModule;
