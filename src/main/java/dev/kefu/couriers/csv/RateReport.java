package dev.kefu.couriers.csv;

import java.util.List;

/**
 * What became of a file of couriers' tables, by rows below the header: {@code read = stored + unchanged + refusedRows}.
 *
 * @param stored    rows that were new or changed something
 * @param unchanged rows that were known in the same words
 * @param refused   the rows at fault, in the order of the file, the first {@value #MOST_REFUSED} of them
 */
public record RateReport(long read, long stored, long unchanged, List<Refused> refused, long refusedRows) {

    static final int MOST_REFUSED = 1_000;

    /** @param row the line of the file, as an editor counts; the header is line 1 */
    public record Refused(long row, String reason) {
    }
}
