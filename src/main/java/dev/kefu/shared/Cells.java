package dev.kefu.shared;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.springframework.lang.Nullable;

/** What stands in the cells of files that people send. A cell that can't be read is null, and what is wrong with it is told. */
public final class Cells {

    private static final Pattern AMOUNT = Pattern.compile("-?\\d{1,15}(\\.\\d{1,10})?");
    private static final Pattern WHOLE_NUMBER = Pattern.compile("-?\\d{1,9}");
    private static final int LONGEST_SHOWN = 40;

    private Cells() {
    }

    @Nullable
    public static BigDecimal amount(Object column, @Nullable String cell, Consumer<String> problems) {
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
    public static Integer wholeNumber(Object column, @Nullable String cell, Consumer<String> problems) {
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
    public static LocalDate date(Object column, @Nullable String cell, Consumer<String> problems) {
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

    /** As much of it as a sentence carries. */
    public static String shown(@Nullable String cell) {
        if (cell == null) {
            return "nothing";
        }
        return '"' + (cell.length() <= LONGEST_SHOWN ? cell : cell.substring(0, LONGEST_SHOWN) + "…") + '"';
    }
}
