package dev.kefu.parcels.domain;

import dev.kefu.shipping.ParcelView;
import java.util.List;

/** A report that may become a case: whose parcel it is, and which of its goods the case is about. */
record CheckedReport(ParcelView parcel, String customerId, ParcelCause cause, List<ParcelLine> goods) {
}
