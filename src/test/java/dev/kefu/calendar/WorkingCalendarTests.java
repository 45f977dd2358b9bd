package dev.kefu.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kefu.shared.StartRefused;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Which days the shop ships on, and which hours its office works (SHP-1), on a server far from the shop. */
@ExtendWith(OutputCaptureExtension.class)
class WorkingCalendarTests {

    private static final ZoneId SHOP = ZoneId.of("Asia/Shanghai");

    private final WorkingCalendar calendar = calendar(false, true, "");

    private TimeZone serversOwn;

    @TempDir
    Path directory;

    @BeforeEach
    void moveTheServer() {
        serversOwn = TimeZone.getDefault();
        TimeZone.setDefault(TimeZone.getTimeZone("America/Los_Angeles"));
    }

    @AfterEach
    void moveItBack() {
        TimeZone.setDefault(serversOwn);
    }

    @ParameterizedTest(name = "paid {0}, sent {1}")
    @CsvSource({
        // An ordinary week: Friday the 13th is the last shipping day before a weekend
        "2026-11-12T15:59:59, 2026-11-12",
        "2026-11-12T16:00:00, 2026-11-13",
        "2026-11-13T15:59:00, 2026-11-13",
        "2026-11-13T15:59:59.999, 2026-11-13",
        "2026-11-13T16:00:00, 2026-11-16",
        "2026-11-13T16:01:00, 2026-11-16",
        "2026-11-14T10:00:00, 2026-11-16",
        "2026-11-15T23:59:59, 2026-11-16",
        "2026-11-16T00:00:00, 2026-11-16",
        // Ends of months and of years; the 1st to the 3rd of January are holidays, the 4th makes up for one
        "2026-03-31T16:00:00, 2026-04-01",
        "2026-02-28T12:00:00, 2026-03-02",
        "2025-12-31T16:00:00, 2026-01-05",
        // The first of January is a Friday and a holiday
        "2026-12-31T15:59:59, 2026-12-31",
        "2026-12-31T16:00:00, 2027-01-04",
        // Spring Festival: nine days, the Saturdays around it make up for them
        "2026-02-13T15:59:00, 2026-02-13",
        "2026-02-13T16:00:00, 2026-02-24",
        "2026-02-14T10:00:00, 2026-02-24",
        "2026-02-17T10:00:00, 2026-02-24",
        // National Day: seven days in the middle of weeks
        "2026-09-30T15:59:59, 2026-09-30",
        "2026-09-30T16:00:00, 2026-10-08",
        "2026-10-09T16:00:00, 2026-10-12"
    })
    void sendsWhatIsPaidBeforeTheCutOffTheSameDay(LocalDateTime paid, LocalDate sent) {
        assertThat(calendar.dispatchOf(at(paid)).day()).isEqualTo(sent);
    }

    @Test
    void goesByTheTimeInTheShop() {
        var thursdayEveningInLosAngeles = Instant.parse("2026-11-13T07:59:59Z");

        assertThat(calendar.dispatchOf(thursdayEveningInLosAngeles).day()).isEqualTo("2026-11-13");
        assertThat(calendar.dispatchOf(thursdayEveningInLosAngeles.plusSeconds(1)).day()).isEqualTo("2026-11-16");
    }

    @Test
    void sendsOnMakeUpDaysIfTheShopDoes() {
        var ships = calendar(true, false, "");

        assertThat(ships.dispatchOf(at("2026-02-13T16:00:00")).day()).isEqualTo("2026-02-14");
        assertThat(ships.ships(LocalDate.parse("2026-10-10"))).isTrue();
        assertThat(ships.works(LocalDate.parse("2026-10-10"))).isFalse();
        assertThat(calendar.ships(LocalDate.parse("2026-10-10"))).isFalse();
        assertThat(calendar.works(LocalDate.parse("2026-10-10"))).isTrue();
    }

    @ParameterizedTest(name = "{1} dispatch days after {0}: {2}")
    @CsvSource({
        "2026-11-13, 0, 2026-11-13",
        "2026-11-14, 0, 2026-11-16",
        "2026-11-13, 1, 2026-11-16",
        "2026-11-14, 1, 2026-11-16",
        "2026-09-30, 1, 2026-10-08",
        "2026-09-28, 3, 2026-10-08",
        "2026-12-28, 5, 2027-01-05",
        "2026-01-30, 10, 2026-02-13",
        "2026-01-30, 11, 2026-02-24"
    })
    void countsNoHolidaysOnTheWayToAPromisedDay(LocalDate from, int days, LocalDate promised) {
        assertThat(calendar.dispatchAfter(from, days).day()).isEqualTo(promised);
    }

    @Test
    void warnsOnEveryEstimateThatReachesIntoAYearWithoutACalendar() {
        var within = calendar.dispatchAfter(LocalDate.parse("2026-11-20"), 5);
        var beyond = calendar.dispatchAfter(LocalDate.parse("2027-12-30"), 5);
        var after = calendar.dispatchOf(at("2028-10-02T10:00:00"));

        assertThat(within.caveats()).isEmpty();
        assertThat(beyond.day()).isEqualTo("2028-01-06");
        assertThat(beyond.caveats()).containsExactly("The calendar of 2027 is provisional; its public holidays may still move.",
                "There is no calendar of 2028; its public holidays are not known here.");
        assertThat(after.day()).isEqualTo("2028-10-02");
        assertThat(after.caveats()).containsExactly("There is no calendar of 2028; its public holidays are not known here.");
    }

    @Test
    void warnsAtTheStartOfThisYearAndTheNextIfTheyHaveNoCalendar(CapturedOutput log) {
        calendar(false, true, "", "2026-12-01T10:00:00");
        assertThat(log).doesNotContain("There is no calendar").contains("The calendar of 2027 is provisional");

        calendar(false, true, "", "2027-12-31T23:59:59");

        assertThat(log).contains("WARN").contains("There is no calendar of 2028").doesNotContain("There is no calendar of 2029");
    }

    @Test
    void takesTheAdministratorsCalendarForTheShippedOneOfTheSameYear() throws Exception {
        Files.writeString(directory.resolve("our-2027.csv"), "date,kind,name\n2027-03-03,HOLIDAY,店庆\n2027-03-06,MAKE_UP,店庆调休\n");
        Files.writeString(directory.resolve("our-2028.csv"), "\uFEFFdate,kind,name\r\n2028-01-03,HOLIDAY,元旦\r\n\r\n");
        Files.writeString(directory.resolve("read-me.txt"), "no calendar");

        var ours = calendar(false, true, directory.toString());

        assertThat(ours.ships(LocalDate.parse("2027-03-03"))).isFalse();
        assertThat(ours.works(LocalDate.parse("2027-03-06"))).isTrue();
        assertThat(ours.ships(LocalDate.parse("2027-10-01"))).isTrue();
        assertThat(ours.ships(LocalDate.parse("2026-10-01"))).isFalse();
        assertThat(ours.dispatchAfter(LocalDate.parse("2027-12-31"), 1)).isEqualTo(
                new Estimate(LocalDate.parse("2028-01-04"), List.of()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "date;kind;name\\n2027-01-01;HOLIDAY;元旦 | line 1: the header must be date,kind,name",
        "'' | line 1: the header date,kind,name is missing",
        "# provisional\\ndate,kind,name | line 2: there is no day in it",
        "date,kind,name\\n2027-02-29,HOLIDAY,春节 | line 2: '2027-02-29' is no date such as 2027-10-01",
        "date,kind,name\\n2026-01-01,HOLIDAY,元旦 | line 2: 2026-01-01 is no day of 2027",
        "date,kind,name\\n2027-01-01,HOLIDAY,元旦\\n2027-01-02,Holiday,元旦 | line 3: 'Holiday' is none of [HOLIDAY, MAKE_UP]",
        "date,kind,name\\n2027-01-01,HOLIDAY | line 2: it has 2 cells, and the header has 3",
        "date,kind,name\\n2027-01-01,HOLIDAY, | line 2: the day has no name",
        "date,kind,name\\n2027-01-04,MAKE_UP,元旦 | line 2: 2027-01-04 is a working day anyway",
        "date,kind,name\\n\\n2027-01-01,HOLIDAY,元旦\\n2027-01-01,MAKE_UP,元旦 | line 4: 2027-01-01 is a working day anyway",
        "date,kind,name\\n2027-01-02,HOLIDAY,元旦\\n2027-01-02,MAKE_UP,元旦 | line 3: 2027-01-02 stands there twice"
    })
    void doesNotStartWithACalendarThatIsBroken(String content, String fault) throws Exception {
        Files.writeString(directory.resolve("china-2027.csv"), content.replace("\\n", "\n"));

        assertThatThrownBy(() -> calendar(false, true, directory.toString()))
                .isInstanceOf(StartRefused.class).hasMessageContaining("china-2027.csv can't be used, " + fault);
    }

    @Test
    void doesNotStartWithACalendarInAnotherScriptOrOfNoYearOrTwice() throws Exception {
        var file = directory.resolve("china-2027.csv");
        Files.write(file, "date,kind,name\n2027-01-01,HOLIDAY,元旦".getBytes("GBK"));
        assertThatThrownBy(() -> calendar(false, true, directory.toString())).hasMessageContaining("not written in UTF-8");
        Files.writeString(file, "date,kind,name\n2027-01-01,HOLIDAY,元旦");
        var twice = Files.copy(file, directory.resolve("2027.csv"));
        assertThatThrownBy(() -> calendar(false, true, directory.toString())).hasMessageContaining("are both of 2027");
        Files.move(twice, directory.resolve("next-year.csv"));
        assertThatThrownBy(() -> calendar(false, true, directory.toString())).hasMessageContaining("does not end with a year");
        assertThatThrownBy(() -> calendar(false, true, directory + "/none")).hasMessageContaining("There is no directory");
    }

    @Test
    void doesNotStartWithAnOfficeThatClosesBeforeItOpens() {
        assertThatThrownBy(() -> new CalendarSettings(LocalTime.NOON, false, true, LocalTime.of(18, 0), LocalTime.of(9, 0), ""))
                .isInstanceOf(StartRefused.class);
    }

    @ParameterizedTest(name = "{1} office days after {0}: {2}")
    @CsvSource({
        "2026-11-12T11:30:00, 1, 2026-11-13T11:30:00",
        "2026-11-13T11:30:00, 1, 2026-11-16T11:30:00",
        "2026-11-13T11:30:00, 3, 2026-11-18T11:30:00",
        // Of a weekend or a night no day is given away: the office's first hour begins it
        "2026-11-14T12:00:00, 1, 2026-11-17T09:00:00",
        "2026-11-28T11:00:00, 3, 2026-12-03T09:00:00",
        "2026-11-30T01:38:00, 3, 2026-12-03T09:00:00",
        "2026-11-27T16:01:00, 3, 2026-12-02T16:01:00",
        "2026-11-12T20:00:00, 1, 2026-11-16T09:00:00",
        "2026-11-12T07:00:00, 1, 2026-11-13T09:00:00",
        "2026-11-12T18:00:00, 0, 2026-11-13T09:00:00",
        "2026-11-12T17:59:59, 0, 2026-11-12T17:59:59",
        "2026-11-14T12:00:00, 0, 2026-11-16T09:00:00",
        // The office works on the make-up Saturday, and not in the festival
        "2026-02-13T10:00:00, 1, 2026-02-14T10:00:00",
        "2026-02-13T10:00:00, 2, 2026-02-24T10:00:00",
        "2026-02-12T10:00:00, 3, 2026-02-24T10:00:00"
    })
    void countsOfficeDays(LocalDateTime from, int days, LocalDateTime expected) {
        assertThat(calendar.plusOfficeDays(at(from), days)).isEqualTo(at(expected));
    }

    @ParameterizedTest(name = "{1} office minutes after {0}: {2}")
    @CsvSource({
        "2026-11-12T10:00:00, 60, 2026-11-12T11:00:00",
        "2026-11-12T09:00:00, 540, 2026-11-12T18:00:00",
        "2026-11-12T09:00:00, 541, 2026-11-13T09:01:00",
        "2026-11-13T17:30:00, 60, 2026-11-16T09:30:00",
        "2026-11-13T17:30:45, 60, 2026-11-16T09:30:45",
        "2026-11-13T20:00:00, 240, 2026-11-16T13:00:00",
        "2026-11-14T03:00:00, 0, 2026-11-16T09:00:00",
        "2026-11-12T06:00:00, 30, 2026-11-12T09:30:00",
        "2026-11-12T18:00:00, 0, 2026-11-13T09:00:00",
        "2026-09-30T17:00:00, 1200, 2026-10-10T10:00:00"
    })
    void countsOfficeMinutes(LocalDateTime from, long minutes, LocalDateTime expected) {
        assertThat(calendar.plusOfficeMinutes(at(from), minutes)).isEqualTo(at(expected));
    }

    @ParameterizedTest(name = "from {0} to {1}: {2}")
    @CsvSource({
        "2026-11-12T23:59:59, 2026-11-13T00:00:00, 1",
        "2026-11-13T10:00:00, 2026-11-15T10:00:00, 0",
        "2026-11-13T10:00:00, 2026-11-16T00:00:00, 1",
        "2026-11-13T10:00:00, 2026-11-20T10:00:00, 5",
        "2026-02-13T10:00:00, 2026-02-24T10:00:00, 2",
        "2026-11-13T10:00:00, 2026-11-13T18:00:00, 0",
        "2026-11-20T10:00:00, 2026-11-13T18:00:00, 0"
    })
    void countsTheOfficeDaysBetween(LocalDateTime from, LocalDateTime to, int days) {
        assertThat(calendar.officeDaysBetween(at(from), at(to))).isEqualTo(days);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-01-01", "2026-01-02", "2026-01-03", "2026-02-15", "2026-02-23", "2026-04-06", "2026-05-05",
            "2026-06-19", "2026-09-25", "2026-10-01", "2026-10-07", "2027-01-01", "2027-02-05", "2027-02-10", "2027-04-05",
            "2027-05-04", "2027-06-09", "2027-09-15", "2027-10-05"})
    void knowsThePublicHolidays(LocalDate holiday) {
        assertThat(calendar.ships(holiday)).isFalse();
        assertThat(calendar.works(holiday)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10"})
    void knowsTheDaysThatMakeUpForThem(LocalDate makeUp) {
        assertThat(calendar.ships(makeUp)).isFalse();
        assertThat(calendar.works(makeUp)).isTrue();
    }

    @Test
    void goesOnlyForward() {
        assertThatThrownBy(() -> calendar.dispatchAfter(LocalDate.parse("2026-11-12"), -1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> calendar.plusOfficeMinutes(at("2026-11-12T10:00:00"), -1)).isInstanceOf(IllegalArgumentException.class);
    }

    private static WorkingCalendar calendar(boolean shipsOnMakeUpDays, boolean worksOnMakeUpDays, String files) {
        return calendar(shipsOnMakeUpDays, worksOnMakeUpDays, files, "2026-11-12T10:00:00");
    }

    private static WorkingCalendar calendar(boolean shipsOnMakeUpDays, boolean worksOnMakeUpDays, String files, String now) {
        return new WorkingCalendar(new CalendarSettings(LocalTime.of(16, 0), shipsOnMakeUpDays, worksOnMakeUpDays,
                LocalTime.of(9, 0), LocalTime.of(18, 0), files), Clock.fixed(at(now), SHOP));
    }

    private static Instant at(String inTheShop) {
        return at(LocalDateTime.parse(inTheShop));
    }

    private static Instant at(LocalDateTime inTheShop) {
        return inTheShop.atZone(SHOP).toInstant();
    }
}
