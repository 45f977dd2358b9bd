package dev.kefu.couriers.csv;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The columns of a file of couriers' tables, named as in its header. */
enum RateColumn {

    COURIER("courier", true),
    PROVINCE("province", true),
    CITY("city", false),
    REACHED("reached", true),
    FIRST_WEIGHT_GRAMS("firstWeightGrams", true),
    FIRST_FEE("firstFee", true),
    STEP_GRAMS("stepGrams", true),
    STEP_FEE("stepFee", true),
    DAYS("days", true),
    SOURCE("source", false),
    AS_OF("asOf", false);

    static final Map<String, RateColumn> BY_TITLE = Arrays.stream(values())
            .collect(Collectors.toMap(column -> column.title, Function.identity()));

    final String title;
    /** Whether a file must have it. */
    final boolean isNeeded;

    RateColumn(String title, boolean isNeeded) {
        this.title = title;
        this.isNeeded = isNeeded;
    }

    @Override
    public String toString() {
        return title;
    }
}
