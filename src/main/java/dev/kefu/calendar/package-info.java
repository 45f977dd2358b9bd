/** Which days the shop ships on and which hours its office works: weekends, public holidays, make-up days (SHP-1). */
@ApplicationModule(allowedDependencies = {"shared"})
@NonNullApi
package dev.kefu.calendar;

import org.springframework.lang.NonNullApi;
import org.springframework.modulith.ApplicationModule;
