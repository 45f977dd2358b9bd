package dev.kefu.parcels.domain;

import org.springframework.lang.Nullable;

/**
 * A parcel that can't be delivered, as somebody reports it.
 *
 * @param courier needed only where several couriers use the number; code or name
 */
public record ReportedParcel(String trackingNumber, @Nullable String courier, ParcelCause cause, @Nullable String note) {
}
