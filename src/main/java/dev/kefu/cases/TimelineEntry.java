package dev.kefu.cases;

import java.time.OffsetDateTime;
import org.springframework.lang.Nullable;

/**
 * Something that was done in a case (RET-7, CMP-1).
 *
 * @param at   in the shop's time zone
 * @param who  user id, or {@code kefu} where the house itself acted
 * @param what a short code such as {@code RETURN_APPROVED}
 * @param text what people read; null if the code says it all
 */
public record TimelineEntry(OffsetDateTime at, String who, String what, @Nullable String text) {
}
