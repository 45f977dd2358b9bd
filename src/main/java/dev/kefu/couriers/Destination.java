package dev.kefu.couriers;

import org.springframework.lang.Nullable;

/** Where a parcel goes: a province and, where couriers tell them apart, a city of it; as people write them. */
public record Destination(@Nullable String province, @Nullable String city) {
}
