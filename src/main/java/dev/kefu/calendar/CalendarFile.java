package dev.kefu.calendar;

import dev.kefu.calendar.YearOfDays.Kind;
import dev.kefu.shared.StartRefused;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One year's calendar as a file: lines that begin with {@code #} are remarks, one of which may say {@code # provisional}; then
 * the header {@code date,kind,name}, and a line for each day. One line that can't be used, and the house does not open: a
 * holiday that is left out promises customers a day on which nobody is there.
 */
final class CalendarFile {

    private static final String HEADER = "date,kind,name";
    private static final String PROVISIONAL = "provisional";
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final int CELLS = 3;
    private static final int LONGEST_SHOWN = 40;

    private final String name;
    private final int year;
    private final Map<LocalDate, Kind> days = new HashMap<>();
    private boolean isProvisional;
    private boolean isBegun;
    private int line;

    private CalendarFile(String name, int year) {
        this.name = name;
        this.year = year;
    }

    /** @throws StartRefused with the line and what is wrong with it */
    static YearOfDays read(String name, int year, byte[] content) {
        var file = new CalendarFile(name, year);
        file.text(content).lines().forEach(file::take);
        if (!file.isBegun) {
            throw file.refused("the header " + HEADER + " is missing");
        }
        if (file.days.isEmpty()) {
            throw file.refused("there is no day in it");
        }
        return new YearOfDays(year, file.isProvisional, Map.copyOf(file.days));
    }

    private String text(byte[] content) {
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException other) {
            throw refused("it is not written in UTF-8");
        }
    }

    private void take(String text) {
        line++;
        if (text.isBlank()) {
            return;
        }
        if (text.startsWith("#")) {
            isProvisional |= text.substring(1).strip().equalsIgnoreCase(PROVISIONAL);
        } else if (!isBegun) {
            if (!text.strip().equals(HEADER)) {
                throw refused("the header must be " + HEADER + ", and is " + shown(text));
            }
            isBegun = true;
        } else {
            day(Arrays.stream(text.split(",", -1)).map(String::strip).toList());
        }
    }

    private void day(List<String> cells) {
        if (cells.size() != CELLS) {
            throw refused("it has " + cells.size() + " cells, and the header has " + CELLS);
        }
        var date = date(cells.get(0));
        var kind = kind(cells.get(1));
        if (date.getYear() != year) {
            throw refused(date + " is no day of " + year);
        }
        if (kind == Kind.MAKE_UP && date.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0) {
            throw refused(date + " is a working day anyway; only a Saturday or a Sunday can be MAKE_UP");
        }
        if (cells.get(2).isEmpty()) {
            throw refused("the day has no name");
        }
        if (days.putIfAbsent(date, kind) != null) {
            throw refused(date + " stands there twice");
        }
    }

    private LocalDate date(String cell) {
        try {
            return LocalDate.parse(cell);
        } catch (DateTimeException unreadable) {
            throw refused(shown(cell) + " is no date such as " + year + "-10-01");
        }
    }

    private Kind kind(String cell) {
        return Arrays.stream(Kind.values()).filter(each -> each.name().equals(cell)).findFirst()
                .orElseThrow(() -> refused(shown(cell) + " is none of " + Arrays.toString(Kind.values())));
    }

    private StartRefused refused(String fault) {
        return new StartRefused("The calendar " + name + " can't be used, line " + Math.max(line, 1) + ": " + fault + ".",
                "Correct the file; its lines are " + HEADER + ", such as " + year + "-10-01,HOLIDAY,国庆节.");
    }

    private static String shown(String cell) {
        return "'" + (cell.length() <= LONGEST_SHOWN ? cell : cell.substring(0, LONGEST_SHOWN) + "…") + "'";
    }
}
