package dev.kefu.couriers.csv;

import dev.kefu.couriers.RateCheck;
import dev.kefu.shared.Cells;
import dev.kefu.shared.Text;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.lang.Nullable;

/**
 * A row of a file of couriers' tables.
 *
 * @param number  the line of the file, as an editor counts
 * @param places  where each column stands; those that the file does not have are missing
 * @param problem why the row can't be read; null if it can
 */
record RateRow(int number, List<String> cells, Map<RateColumn, Integer> places, @Nullable String problem) {

    private static final Map<String, Boolean> FLAGS = Map.of("true", true, "yes", true, "是", true, "1", true,
            "false", false, "no", false, "否", false, "0", false);

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
                number(RateColumn.DAYS, problems), get(RateColumn.SOURCE),
                Cells.date(RateColumn.AS_OF, get(RateColumn.AS_OF), problems));
    }

    @Nullable
    private Boolean flag(RateColumn column, Consumer<String> problems) {
        var cell = get(column);
        if (cell == null) {
            return null;
        }
        var flag = FLAGS.get(cell.toLowerCase(Locale.ROOT));
        if (flag == null) {
            problems.accept("Column %s says %s, which is neither true nor false.".formatted(column, Cells.shown(cell)));
        }
        return flag;
    }

    @Nullable
    private Integer number(RateColumn column, Consumer<String> problems) {
        return Cells.wholeNumber(column, get(column), problems);
    }

    @Nullable
    private BigDecimal amount(RateColumn column, Consumer<String> problems) {
        return Cells.amount(column, get(column), problems);
    }
}
