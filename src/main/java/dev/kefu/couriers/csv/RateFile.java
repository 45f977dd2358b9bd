package dev.kefu.couriers.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import dev.kefu.shared.Cells;
import dev.kefu.shared.RuleViolation;
import dev.kefu.shared.Violations;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.lang.Nullable;

/**
 * A file of couriers' tables, row by row. No cell of it holds a line break, so each line is read by itself, and a quote in the
 * wrong place spoils one row only.
 */
final class RateFile {

    private static final String RULE = "input";
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final char LOST = '\uFFFD';
    private static final int MOST_ROWS = 100_000;

    private final Map<RateColumn, Integer> places = new EnumMap<>(RateColumn.class);
    private final List<RateRow> rows = new ArrayList<>();
    private int titles;

    private RateFile() {
    }

    /** @throws RuleViolation if the header is not the agreed one, or the file is too long */
    static List<RateRow> rowsOf(String csv) {
        var file = new RateFile();
        var text = !csv.isEmpty() && csv.charAt(0) == BYTE_ORDER_MARK ? csv.substring(1) : csv;
        var lines = text.lines().limit(MOST_ROWS + 2L).toList();
        if (lines.size() > MOST_ROWS + 1) {
            throw new RuleViolation("file", RULE, "The file has more than %d rows.".formatted(MOST_ROWS));
        }
        file.header(lines.isEmpty() ? "" : lines.get(0));
        for (int i = 1; i < lines.size(); i++) {
            file.row(i + 1, lines.get(i));
        }
        return file.rows;
    }

    private void header(String line) {
        var cells = cells(line);
        if (cells == null) {
            throw new RuleViolation("header", RULE, "The header can't be read: a quote stands in the wrong place.");
        }
        titles = cells.size();
        var found = new Violations();
        for (int place = 0; place < titles; place++) {
            var title = cells.get(place).strip();
            var column = RateColumn.BY_TITLE.get(title);
            if (column == null) {
                found.add("header", RULE, "Nobody knows a column %s.".formatted(Cells.shown(title)));
            } else if (places.putIfAbsent(column, place) != null) {
                found.add("header", RULE, "Column %s stands there twice.".formatted(column));
            }
        }
        Arrays.stream(RateColumn.values()).filter(column -> column.isNeeded && !places.containsKey(column))
                .forEach(column -> found.add("header", RULE, "Column %s is missing.".formatted(column)));
        found.refuseIfAny();
    }

    private void row(int number, String line) {
        var cells = cells(line);
        if (cells == null) {
            rows.add(new RateRow(number, List.of(), places, "A quote stands in the wrong place."));
        } else if (!cells.stream().allMatch(String::isBlank)) {
            rows.add(new RateRow(number, cells, places, problemOf(cells)));
        }
    }

    @Nullable
    private String problemOf(List<String> cells) {
        if (cells.stream().anyMatch(cell -> cell.indexOf(LOST) >= 0)) {
            return "It has signs that are not written in UTF-8.";
        }
        return cells.size() == titles ? null : "It has %d cells, and the header has %d.".formatted(cells.size(), titles);
    }

    /** Null if the line can't be read. */
    @Nullable
    private static List<String> cells(String line) {
        try (var reader = CsvReader.builder().allowExtraFields(true).allowMissingFields(true).skipEmptyLines(false)
                .ofCsvRecord(line)) {
            var records = reader.iterator();
            return records.hasNext() ? records.next().getFields() : List.of();
        } catch (CsvParseException quote) {
            return null;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
