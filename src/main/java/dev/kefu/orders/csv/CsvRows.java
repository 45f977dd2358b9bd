package dev.kefu.orders.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.kefu.shared.RuleViolation;
import dev.kefu.shared.Violations;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.springframework.lang.Nullable;

/**
 * The rows of an import file, one after the other; empty ones are left out. A row that can't be read comes with its
 * problem, and the file goes on with the next line.
 *
 * <p>A quote that is never closed would swallow the rows below it, up to the next quote. Therefore a row whose cells seem to
 * contain other rows is given up after its first line, and the file is read on from the next.
 */
final class CsvRows implements Iterator<Row>, AutoCloseable {

    private static final String RULE = "input";
    private static final char LOST = '\uFFFD';
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final int BUFFER = 1 << 16;
    private static final int LONGEST_CELL = 1 << 20;
    private static final int MOST_STRAY_QUOTES = 100;
    private static final int SEPARATORS_OF_A_ROW = 10;

    private final Path file;
    private final Map<Column, Integer> places;
    private BufferedReader text;
    private Iterator<CsvRecord> records;
    private long line = 1;
    private int strayQuotes;
    private Row next;

    /** @throws RuleViolation if the header is not the agreed one */
    CsvRows(Path file) {
        this.file = file;
        readFromHere();
        try {
            places = placesIn(header());
        } catch (RuleViolation refusal) {
            close();
            throw refusal;
        }
    }

    @Override
    public boolean hasNext() {
        while (next == null) {
            try {
                if (!records.hasNext()) {
                    return false;
                }
                take(records.next().getFields());
            } catch (CsvParseException quote) {
                giveUpLine();
            }
        }
        return true;
    }

    @Override
    public Row next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        var row = next;
        next = null;
        return row;
    }

    @Override
    public void close() {
        try {
            text.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void take(List<String> cells) {
        if (cells.stream().anyMatch(CsvRows::swallowsRows)) {
            giveUpLine();
            return;
        }
        if (!cells.stream().allMatch(String::isBlank)) {
            next = new Row(line, cells, places, problemOf(cells));
        }
        line += 1 + cells.stream().mapToLong(cell -> linesOf(cell) - 1).sum();
    }

    /** The row that begins on this line can't be read as CSV; the next begins on the next line. */
    private void giveUpLine() {
        strayQuotes++;
        if (strayQuotes > MOST_STRAY_QUOTES) {
            throw new RuleViolation("file", RULE, "The file has more than %d quotes in the wrong place, one on line %d."
                    .formatted(MOST_STRAY_QUOTES, line));
        }
        close();
        line++;
        var unreadable = readFromHere();
        var cells = Arrays.stream(unreadable.split(",", -1)).map(cell -> cell.replace("\"", "")).toList();
        next = new Row(line - 1, cells, places,
                "A quote stands in the wrong place; cells with quotes, commas or line breaks stand in quotes, quotes in them"
                        + " are doubled.");
    }

    /** @return the line before */
    private String readFromHere() {
        try {
            text = new BufferedReader(new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8), BUFFER);
            text.mark(1);
            if (text.read() != BYTE_ORDER_MARK) {
                text.reset();
            }
            var before = "";
            for (long skipped = 1; skipped < line; skipped++) {
                before = Objects.requireNonNullElse(text.readLine(), "");
            }
            records = CsvReader.builder().allowExtraFields(true).allowMissingFields(true).skipEmptyLines(false)
                    .maxBufferSize(LONGEST_CELL).ofCsvRecord(text).iterator();
            return before;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private List<String> header() {
        try {
            var titles = records.hasNext() ? records.next().getFields() : List.<String>of();
            line += 1 + titles.stream().mapToLong(title -> linesOf(title) - 1).sum();
            return titles;
        } catch (CsvParseException quote) {
            throw new RuleViolation("header", RULE, "The header can't be read: a quote stands in the wrong place.");
        }
    }

    private static Map<Column, Integer> placesIn(List<String> titles) {
        var found = new Violations();
        var places = new EnumMap<Column, Integer>(Column.class);
        for (int place = 0; place < titles.size(); place++) {
            var title = titles.get(place).strip();
            var column = Column.BY_TITLE.get(title);
            if (column == null) {
                found.add("header", RULE, "Nobody knows a column %s.".formatted(shown(title)));
            } else if (places.putIfAbsent(column, place) != null) {
                found.add("header", RULE, "Column %s stands there twice.".formatted(title));
            }
        }
        Arrays.stream(Column.values()).filter(column -> !places.containsKey(column))
                .forEach(column -> found.add("header", RULE, "Column %s is missing.".formatted(column)));
        found.refuseIfAny();
        return places;
    }

    @Nullable
    private String problemOf(List<String> cells) {
        if (cells.stream().anyMatch(cell -> cell.indexOf(LOST) >= 0)) {
            return "It has signs that are not written in UTF-8.";
        }
        return cells.size() == places.size() ? null
                : "It has %d cells, and the header has %d.".formatted(cells.size(), places.size());
    }

    private static boolean swallowsRows(String cell) {
        return linesOf(cell) > 1 && cell.lines().skip(1)
                .anyMatch(line -> line.chars().filter(sign -> sign == ',').count() >= SEPARATORS_OF_A_ROW);
    }

    private static long linesOf(String cell) {
        if (cell.indexOf('\n') < 0 && cell.indexOf('\r') < 0) {
            return 1;
        }
        // A sign at the end, because lines() does not count an empty last line.
        return (cell + ".").lines().count();
    }

    private static String shown(String title) {
        return title.length() <= 40 ? "\"" + title + "\"" : "\"" + title.substring(0, 40) + "…\"";
    }
}
