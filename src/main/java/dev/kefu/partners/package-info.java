/**
 * Calls to services outside the house that money or goods hang on: signed, on a connection of their own, in time, and always
 * known whether the other side may have heard them. What they mean is for the modules that call.
 */
@ApplicationModule(allowedDependencies = "shared")
@NonNullApi
package dev.kefu.partners;

import org.springframework.lang.NonNullApi;
import org.springframework.modulith.ApplicationModule;
