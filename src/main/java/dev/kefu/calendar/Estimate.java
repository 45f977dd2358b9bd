package dev.kefu.calendar;

import java.time.LocalDate;
import java.util.List;

/**
 * A day that was worked out from the calendar.
 *
 * @param caveats what makes it uncertain, in sentences for people, such as a year without a calendar; empty if nothing does
 */
public record Estimate(LocalDate day, List<String> caveats) {
}
