package dev.kefu.cases;

import java.time.OffsetDateTime;

/**
 * A time that a case waits for, beside its tasks' own.
 *
 * @param what a short code such as {@code RETURN_REMINDER}
 */
public record CaseDeadline(String what, OffsetDateTime at) {
}
