package dev.kefu.orders;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Brings stored rows in line with what was told, row by row: a row with a known key is changed and not replaced. */
final class Rows {

    private Rows() {
    }

    static <R, D, K> void align(List<R> rows, Function<R, K> rowKey, List<D> drafts, Function<D, K> draftKey,
            Function<D, R> create, BiConsumer<R, D> change) {
        var told = drafts.stream().map(draftKey).collect(Collectors.toSet());
        rows.removeIf(row -> !told.contains(rowKey.apply(row)));
        var known = rows.stream().collect(Collectors.toMap(rowKey, Function.identity()));
        for (var draft : drafts) {
            var row = known.get(draftKey.apply(draft));
            if (row == null) {
                rows.add(create.apply(draft));
            } else {
                change.accept(row, draft);
            }
        }
    }
}
