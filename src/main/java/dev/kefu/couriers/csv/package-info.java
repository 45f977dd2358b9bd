/** Couriers' tables as files: for those who send one, and for the demo, which ships one. */
@NamedInterface("csv")
@NonNullApi
package dev.kefu.couriers.csv;

import org.springframework.lang.NonNullApi;
import org.springframework.modulith.NamedInterface;
