/**
 * Tells people what is new for them: a task for their group or for themselves, and one that is overdue; in the page and by
 * mail, as each of them switched it. Cases know nothing of it: rounds find what has changed.
 */
@ApplicationModule(allowedDependencies = {"shared", "language", "workflow", "cases", "mail"})
@NonNullApi
package dev.kefu.notices;

import org.springframework.lang.NonNullApi;
import org.springframework.modulith.ApplicationModule;
