package dev.kefu.cases;

import java.time.OffsetDateTime;
import java.util.function.UnaryOperator;
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

    /** The same, its text as somebody may read it. */
    public TimelineEntry reading(UnaryOperator<String> words) {
        return new TimelineEntry(at, who, what, words.apply(text));
    }
}
