package dev.kefu.returns.domain;

import java.time.Instant;
import org.springframework.lang.Nullable;

/**
 * What came of booking the collection of a return's goods (RET-3).
 *
 * @param deadline when the customer is reminded, if nothing came by then; null if it was not booked
 * @param note     why somebody has to arrange it, in words for people; null if it was booked
 */
public record BookedCollection(CollectionStep collection, @Nullable Instant deadline, @Nullable String note) {
}
