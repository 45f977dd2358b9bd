/** A small department to look around in: only in the profile {@code demo}, never beside real cases. */
@ApplicationModule
package dev.kefu.demo;

import org.springframework.modulith.ApplicationModule;
