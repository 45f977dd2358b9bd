/**
 * What lies in the warehouse: how much of each article, how much of it is promised to cases, and every change of either.
 * Whatever reserves, takes or counts does so under the lock of the article's row.
 */
@ApplicationModule(allowedDependencies = {"shared", "workflow", "cases"})
@NonNullApi
package dev.kefu.stock;

import org.springframework.lang.NonNullApi;
import org.springframework.modulith.ApplicationModule;
