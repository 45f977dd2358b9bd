package dev.kefu.orders.csv;

import dev.kefu.orders.csv.ImportReport.Refused;
import dev.kefu.shared.Listed;
import java.util.Collection;
import java.util.Comparator;
import java.util.PriorityQueue;

/** Counts during an import what its report says at the end. */
final class ImportTally {

    private static final Comparator<Refused> LAST_FIRST = Comparator.comparingLong(Refused::row).reversed();

    // Orders end in another order than they begin; the last of the rows kept makes room for an earlier one.
    private final PriorityQueue<Refused> refused = new PriorityQueue<>(LAST_FIRST);
    private long read;
    private long stored;
    private long unchanged;
    private long refusedRows;
    private long storedOrders;
    private long unchangedOrders;
    private long refusedOrders;

    void read() {
        read++;
    }

    void stored(OrderRows order) {
        stored += order.size();
        storedOrders++;
    }

    void unchanged(OrderRows order) {
        unchanged += order.size();
        unchangedOrders++;
    }

    void refused(OrderRows order) {
        refusedRows += order.size();
        refusedOrders++;
        order.problems().forEach(this::note);
    }

    void refusedRow(Row row, Collection<String> reasons) {
        refusedRows++;
        note(row.number(), reasons);
    }

    /** Orders whose rows were refused one by one. */
    void refusedOrders(int number) {
        refusedOrders += number;
    }

    long storedOrders() {
        return storedOrders;
    }

    ImportReport report() {
        return new ImportReport(read, stored, unchanged,
                refused.stream().sorted(LAST_FIRST.reversed()).toList(), refusedRows, storedOrders, unchangedOrders,
                refusedOrders);
    }

    private void note(long row, Collection<String> reasons) {
        refused.add(new Refused(row, reasons.stream().collect(Listed.sentences())));
        if (refused.size() > ImportReport.MOST_REFUSED) {
            refused.remove();
        }
    }
}
