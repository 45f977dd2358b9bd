package dev.kefu.orders.csv;

import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import org.springframework.lang.Nullable;

/**
 * A row of an import file below the header.
 *
 * @param number  of its first line in the file, as an editor counts; the header begins on line 1
 * @param cells   as many as the row has
 * @param places  where each column stands
 * @param problem why the row can't be read; null if it can
 */
record Row(long number, List<String> cells, Map<Column, Integer> places, @Nullable String problem) {

    /** The cell without the spaces around it, composed (Unicode NFC); null if it is empty or missing. */
    @Nullable
    String get(Column column) {
        int place = places.get(column);
        var cell = place < cells.size() ? cells.get(place).strip() : "";
        return cell.isEmpty() ? null : Normalizer.normalize(cell, Normalizer.Form.NFC);
    }

    /** Which order the row belongs to, also for a row that is otherwise unreadable; null if it does not say. */
    @Nullable
    String orderNumber() {
        return get(Column.ORDER_NUMBER);
    }
}
