package dev.kefu.calendar;

import java.time.LocalDate;
import java.util.Map;
import org.springframework.lang.Nullable;

/**
 * The days of one year that are not what their day of the week says.
 *
 * @param isProvisional whether the year's holidays may still move
 */
record YearOfDays(int year, boolean isProvisional, Map<LocalDate, Kind> days) {

    /** What a calendar file says of a day. */
    enum Kind {
        /** Nobody works, whatever the day of the week. */
        HOLIDAY,
        /** A Saturday or Sunday on which people work for a holiday near it (调休). */
        MAKE_UP
    }

    /** Null if the day is as its day of the week says. */
    @Nullable
    Kind kind(LocalDate day) {
        return days.get(day);
    }
}
