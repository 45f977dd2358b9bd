package dev.kefu.orders;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.springframework.jdbc.core.JdbcOperations;

/** Inserts rows of one table with few statements, each of which carries many of them. */
final class MultiRowInsert {

    private static final int ROWS_AT_ONCE = 50;

    private final String one;
    private final String many;

    MultiRowInsert(String table, String... columns) {
        var row = "(" + String.join(", ", Collections.nCopies(columns.length, "?")) + ")";
        var insert = "insert into %s (%s) values ".formatted(table, String.join(", ", columns));
        one = insert + row;
        many = insert + String.join(", ", Collections.nCopies(ROWS_AT_ONCE, row));
    }

    void insert(JdbcOperations jdbc, List<Object[]> rows) {
        var full = rows.size() - rows.size() % ROWS_AT_ONCE;
        var groups = new ArrayList<Object[]>();
        for (int from = 0; from < full; from += ROWS_AT_ONCE) {
            groups.add(rows.subList(from, from + ROWS_AT_ONCE).stream().flatMap(Arrays::stream).toArray());
        }
        if (!groups.isEmpty()) {
            jdbc.batchUpdate(many, groups);
        }
        if (full < rows.size()) {
            jdbc.batchUpdate(one, rows.subList(full, rows.size()));
        }
    }
}
