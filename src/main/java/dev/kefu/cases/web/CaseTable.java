package dev.kefu.cases.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.kefu.cases.CaseQuery;
import dev.kefu.cases.CaseSearch;
import dev.kefu.cases.FoundCase;
import dev.kefu.language.HouseWords;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.lang.Nullable;

/**
 * All cases that a search finds, for a spreadsheet: a mark at the beginning says that it is UTF-8, and nothing in it is
 * taken for a formula.
 */
class CaseTable {

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    /** What spreadsheets take for the beginning of a formula, in the narrow and the wide form. */
    private static final String FORMULA = "=+-@＝＋－＠";
    private static final List<String> HEADER = List.of("Case number", "Kind", "Status", "Outcome", "Order", "Customer", "Owner",
            "Opened", "Closed", "Open tasks", "Due", "Overdue");

    private static final Logger LOG = LoggerFactory.getLogger(CaseTable.class);

    private final CaseSearch search;
    private final CaseQuery query;
    private final HouseWords words;

    CaseTable(CaseSearch search, CaseQuery query, HouseWords words) {
        this.search = search;
        this.query = query;
        this.words = words;
    }

    /** Where the file goes. */
    interface Output {

        OutputStream open() throws IOException;
    }

    /** @param response asked for once it is known what to say; before that, a refusal is told as any other */
    void writeTo(Output response) throws IOException {
        var opened = new AtomicReference<CsvWriter>();
        try {
            var isCut = search.all(query, piece -> {
                if (opened.get() == null) {
                    opened.set(begun(response));
                }
                piece.forEach(found -> opened.get().writeRecord(row(found)));
            });
            if (isCut) {
                opened.get().writeRecord(words.read("There are more than " + CaseSearch.MOST
                        + " cases; only the newest are in this file."));
            }
        } catch (UncheckedIOException gone) {
            throw gone.getCause();
        } catch (RuntimeException failure) {
            if (opened.get() == null) {
                throw failure;
            }
            // The file is under way to somebody: one that only ended here would be taken for the whole
            LOG.error("A file of cases broke off", failure);
            opened.get().writeRecord(words.read("The file is not complete: not all cases could be read. Please ask for it again."));
        }
        opened.get().close();
    }

    private CsvWriter begun(Output response) {
        try {
            var text = new OutputStreamWriter(response.open(), StandardCharsets.UTF_8);
            text.write(BYTE_ORDER_MARK);
            var table = CsvWriter.builder().build(text);
            table.writeRecord(HEADER.stream().map(words::read).toList());
            return table;
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private List<String> row(FoundCase found) {
        return Stream.of(found.caseNumber(), found.kind(), found.status().name(), found.outcome(), found.orderNumber(),
                        found.customerId(), found.owner(), time(found.openedAt()), time(found.closedAt()),
                        String.valueOf(found.openTasks()), time(found.dueAt()), words.read(found.overdue() ? "yes" : "no"))
                .map(CaseTable::harmless).toList();
    }

    private static String time(@Nullable OffsetDateTime time) {
        return time == null ? "" : time.toLocalDateTime().truncatedTo(ChronoUnit.MINUTES).toString().replace('T', ' ');
    }

    static String harmless(@Nullable String cell) {
        var start = cell == null ? "" : cell.stripLeading();
        if (start.isEmpty()) {
            return "";
        }
        return FORMULA.indexOf(start.charAt(0)) >= 0 ? "'" + cell : cell;
    }
}
