package dev.kefu.calendar;

import dev.kefu.calendar.YearOfDays.Kind;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Year;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The shop's calendar, in the shop's time zone whatever the server's (SHP-1). Two views of a day: whether goods leave the
 * house on it, and whether the office works. A year without a calendar file knows weekends only, and every estimate that
 * reaches into it says so.
 */
@Component
public class WorkingCalendar {

    private static final Logger LOG = LoggerFactory.getLogger(WorkingCalendar.class);

    private final CalendarSettings settings;
    private final Clock clock;
    private final Map<Integer, YearOfDays> years;

    /** @throws dev.kefu.shared.StartRefused if a calendar can't be used */
    WorkingCalendar(CalendarSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.years = CalendarFiles.read(settings.files());
        warn();
    }

    private void warn() {
        var now = Year.now(clock).getValue();
        IntStream.rangeClosed(now, now + 1).forEach(year -> {
            if (!years.containsKey(year)) {
                LOG.warn("There is no calendar of {}: its public holidays count as working days, and every date that reaches"
                        + " into it says so. Put one into the directory kefu.calendar.files.", year);
            } else if (years.get(year).isProvisional()) {
                LOG.info("The calendar of {} is provisional. Replace it when the year's holidays are arranged.", year);
            }
        });
    }

    /** Whether goods leave the house: no Saturday, Sunday or public holiday; make-up days by setting (SHP-1). */
    public boolean ships(LocalDate day) {
        return isWorked(day, settings.shipsOnMakeUpDays());
    }

    /** Whether the office works: no weekend or public holiday, but make-up days by setting. */
    public boolean works(LocalDate day) {
        return isWorked(day, settings.officeWorksOnMakeUpDays());
    }

    private boolean isWorked(LocalDate day, boolean onMakeUpDays) {
        var calendar = years.get(day.getYear());
        var kind = calendar == null ? null : calendar.kind(day);
        return kind == null ? day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0 : kind == Kind.MAKE_UP && onMakeUpDays;
    }

    /** When what is paid or ready at this moment leaves the house: before the cut-off (16:00) the same day (SHP-1). */
    public Estimate dispatchOf(Instant ready) {
        var moment = ready.atZone(clock.getZone());
        var today = moment.toLocalDate();
        return estimate(today, moment.toLocalTime().isBefore(settings.cutOff()) ? on(today, this::ships)
                : after(today, 1, this::ships));
    }

    /**
     * The n-th day after this one on which goods leave the house (STK-2: holidays are not counted); of none, the day itself or
     * the next one that ships.
     */
    public Estimate dispatchAfter(LocalDate day, int days) {
        return estimate(day, after(day, days, this::ships));
    }

    private Estimate estimate(LocalDate from, LocalDate day) {
        return new Estimate(day, IntStream.rangeClosed(from.getYear(), day.getYear()).boxed().flatMap(this::caveat).toList());
    }

    private Stream<String> caveat(int year) {
        var calendar = years.get(year);
        if (calendar == null) {
            return Stream.of("There is no calendar of %d; its public holidays are not known here.".formatted(year));
        }
        return calendar.isProvisional()
                ? Stream.of("The calendar of %d is provisional; its public holidays may still move.".formatted(year))
                : Stream.empty();
    }

    /** The same time of day so many office days later; what begins while the office is closed counts from its next opening. */
    public Instant plusOfficeDays(Instant from, int days) {
        var moment = from.atZone(clock.getZone());
        var begin = intoOfficeHours(moment.toLocalDate(), moment.toLocalTime()).atZone(clock.getZone());
        return at(after(begin.toLocalDate(), days, this::works), begin.toLocalTime());
    }

    /** So many minutes of office hours later; of none, the moment itself or the next one in office hours. */
    public Instant plusOfficeMinutes(Instant from, long minutes) {
        if (minutes < 0) {
            throw new IllegalArgumentException("minutes must not be negative: " + minutes);
        }
        var moment = from.atZone(clock.getZone());
        var start = intoOfficeHours(moment.toLocalDate(), moment.toLocalTime());
        var left = Duration.ofMinutes(minutes);
        var day = start.atZone(clock.getZone()).toLocalDate();
        while (left.compareTo(Duration.between(start, at(day, settings.officeCloses()))) > 0) {
            left = left.minus(Duration.between(start, at(day, settings.officeCloses())));
            day = after(day, 1, this::works);
            start = at(day, settings.officeOpens());
        }
        return start.plus(left);
    }

    /** Office days after the day of {@code from} up to the day of {@code to}; none if that is no later day. */
    public int officeDaysBetween(Instant from, Instant to) {
        var first = from.atZone(clock.getZone()).toLocalDate().plusDays(1);
        var last = to.atZone(clock.getZone()).toLocalDate();
        return last.isBefore(first) ? 0 : (int) first.datesUntil(last.plusDays(1)).filter(this::works).count();
    }

    /** The moment itself, or the next opening of the office where it is closed then. */
    private Instant intoOfficeHours(LocalDate day, LocalTime time) {
        if (works(day) && time.isBefore(settings.officeOpens())) {
            return at(day, settings.officeOpens());
        }
        return works(day) && time.isBefore(settings.officeCloses()) ? at(day, time)
                : at(after(day, 1, this::works), settings.officeOpens());
    }

    private Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(clock.getZone()).toInstant();
    }

    private static LocalDate on(LocalDate day, Predicate<LocalDate> counts) {
        return after(day.minusDays(1), 1, counts);
    }

    /** The n-th day after this one that counts; of none, the day itself or the next that does. */
    private static LocalDate after(LocalDate day, int days, Predicate<LocalDate> counts) {
        if (days < 0) {
            throw new IllegalArgumentException("days must not be negative: " + days);
        }
        var found = days == 0 ? day.minusDays(1) : day;
        for (int left = Math.max(days, 1); left > 0; ) {
            found = found.plusDays(1);
            if (counts.test(found)) {
                left--;
            }
        }
        return found;
    }
}
