package dev.kefu.orders.csv;

import java.util.List;

/**
 * What became of an import file. The counts are of rows below the header, so that
 * {@code read = stored + unchanged + refusedRows}.
 *
 * @param stored         rows of orders that were created or changed
 * @param unchanged      rows of orders that were known in the same words
 * @param refused        the rows at fault, in the order of the file, the first {@value #MOST_REFUSED} of them
 * @param refusedRows    rows of orders that were refused, also those that were in order themselves
 */
public record ImportReport(long read, long stored, long unchanged, List<Refused> refused, long refusedRows,
        long storedOrders, long unchangedOrders, long refusedOrders) {

    static final int MOST_REFUSED = 1_000;

    /** @param row the line of the file on which the row begins, as an editor counts; the header is line 1 */
    public record Refused(long row, String reason) {
    }
}
