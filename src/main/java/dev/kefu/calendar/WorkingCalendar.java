package dev.kefu.calendar;

import java.time.Instant;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/**
 * The shop's calendar, in the shop's time zone whatever the server's (SHP-1). Two views of a day: whether goods leave the
 * house on it, and whether the office works. A year without a calendar file knows weekends only, and every estimate that
 * reaches into it says so.
 */
@Component
public class WorkingCalendar {

    /** Whether goods leave the house: no Saturday, Sunday or public holiday; make-up days by setting (SHP-1). */
    public boolean ships(LocalDate day) {
        throw new UnsupportedOperationException();
    }

    /** Whether the office works: no weekend or public holiday, but make-up days by setting. */
    public boolean works(LocalDate day) {
        throw new UnsupportedOperationException();
    }

    /** When what is paid or ready at this moment leaves the house: before the cut-off (16:00) the same day (SHP-1). */
    public Estimate dispatchOf(Instant ready) {
        throw new UnsupportedOperationException();
    }

    /**
     * The n-th day after this one on which goods leave the house (STK-2: holidays are not counted); of none, the day itself or
     * the next one that ships.
     */
    public Estimate dispatchAfter(LocalDate day, int days) {
        throw new UnsupportedOperationException();
    }

    /** The same time of day so many office days later, moved into office hours. */
    public Instant plusOfficeDays(Instant from, int days) {
        throw new UnsupportedOperationException();
    }

    /** So many minutes of office hours later; of none, the moment itself or the next one in office hours. */
    public Instant plusOfficeMinutes(Instant from, long minutes) {
        throw new UnsupportedOperationException();
    }

    /** Office days after the day of {@code from} up to the day of {@code to}. */
    public int officeDaysBetween(Instant from, Instant to) {
        throw new UnsupportedOperationException();
    }
}
