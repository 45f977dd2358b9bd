package dev.kefu.couriers.csv;

import dev.kefu.couriers.RateCheck;
import dev.kefu.shared.Text;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.springframework.lang.Nullable;

/**
 * A row of a file of couriers' tables.
 *
 * @param number  the line of the file, as an editor counts
 * @param places  where each column stands; those that the file does not have are missing
 * @param problem why the row can't be read; null if it can
 */
record RateRow(int number, List<String> cells, Map<RateColumn, Integer> places, @Nullable String problem) {

    private static final Pattern AMOUNT = Pattern.compile("-?\\d{1,15}(\\.\\d{1,10})?");
    private static final Pattern WHOLE_NUMBER = Pattern.compile("-?\\d{1,9}");
    private static final Map<String, Boolean> FLAGS = Map.of("true", true, "yes", true, "是", true, "1", true,
            "false", false, "no", false, "否", false, "0", false);
    private static final int LONGEST_SHOWN = 40;

    /** Null if it is empty or the file does not have it. */
    @Nullable
    String get(RateColumn column) {
        var place = places.get(column);
        var cell = place == null || place >= cells.size() ? "" : Text.composed(cells.get(place));
        return cell.isEmpty() ? null : cell;
    }

    /**
     * What the row says.
     *
     * @param problems is told what can't be read
     */
    RateCheck read(Consumer<String> problems) {
        return new RateCheck(get(RateColumn.PROVINCE), get(RateColumn.CITY), flag(RateColumn.REACHED, problems),
                number(RateColumn.FIRST_WEIGHT_GRAMS, problems), amount(RateColumn.FIRST_FEE, problems),
                number(RateColumn.STEP_GRAMS, problems), amount(RateColumn.STEP_FEE, problems),
                number(RateColumn.DAYS, problems), get(RateColumn.SOURCE), date(RateColumn.AS_OF, problems));
    }

    @Nullable
    private Boolean flag(RateColumn column, Consumer<String> problems) {
        var cell = get(column);
        if (cell == null) {
            return null;
        }
        var flag = FLAGS.get(cell.toLowerCase(Locale.ROOT));
        if (flag == null) {
            problems.accept("Column %s says %s, which is neither true nor false.".formatted(column, shown(cell)));
        }
        return flag;
    }

    @Nullable
    private Integer number(RateColumn column, Consumer<String> problems) {
        var cell = get(column);
        if (cell == null) {
            return null;
        }
        if (!WHOLE_NUMBER.matcher(cell).matches()) {
            problems.accept("Column %s says %s, which is no whole number.".formatted(column, shown(cell)));
            return null;
        }
        return Integer.valueOf(cell);
    }

    @Nullable
    private BigDecimal amount(RateColumn column, Consumer<String> problems) {
        var cell = get(column);
        if (cell == null) {
            return null;
        }
        if (!AMOUNT.matcher(cell).matches()) {
            problems.accept("Column %s says %s, which is no amount such as 12.50.".formatted(column, shown(cell)));
            return null;
        }
        return new BigDecimal(cell);
    }

    @Nullable
    private LocalDate date(RateColumn column, Consumer<String> problems) {
        var cell = get(column);
        if (cell == null) {
            return null;
        }
        try {
            return LocalDate.parse(cell);
        } catch (DateTimeException unreadable) {
            problems.accept("Column %s says %s, which is no date such as 2026-11-22.".formatted(column, shown(cell)));
            return null;
        }
    }

    static String shown(String cell) {
        return '"' + (cell.length() <= LONGEST_SHOWN ? cell : cell.substring(0, LONGEST_SHOWN) + "…") + '"';
    }
}
