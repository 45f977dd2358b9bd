package dev.kefu.couriers.csv;

import dev.kefu.couriers.CourierTable;
import dev.kefu.couriers.Couriers;
import dev.kefu.couriers.RateDraft;
import dev.kefu.couriers.csv.RateReport.Refused;
import dev.kefu.shared.Cells;
import dev.kefu.shared.Listed;
import dev.kefu.shared.RuleViolation;
import dev.kefu.shared.RuleViolation.Violation;
import dev.kefu.workflow.Retries;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Imports couriers' tables from a CSV file with one row per courier and region. A bad row is refused and no other; the same
 * file again changes nothing. What the file does not name stays.
 */
@Component
public class RateImport {

    private static final Logger LOG = LoggerFactory.getLogger(RateImport.class);
    private static final int MOST_BYTES = 10_000_000;

    private final Couriers couriers;
    private final CourierTable table;
    private final Retries retries;
    private final Clock clock;

    RateImport(Couriers couriers, CourierTable table, Retries retries, Clock clock) {
        this.couriers = couriers;
        this.table = table;
        this.retries = retries;
        this.clock = clock;
    }

    /**
     * @param csv UTF-8, with or without a byte order mark
     * @throws RuleViolation if the file can't be read as couriers' tables at all; nothing is stored then
     */
    public RateReport run(InputStream csv) throws IOException {
        var content = csv.readNBytes(MOST_BYTES + 1);
        if (content.length > MOST_BYTES) {
            throw new RuleViolation("file", "input", "The file has more than %d bytes.".formatted(MOST_BYTES));
        }
        var rows = RateFile.rowsOf(new String(content, StandardCharsets.UTF_8));
        var report = retries.inTransaction(() -> new Run().of(rows));
        LOG.info("Imported couriers' tables: {} rows read, {} stored, {} unchanged, {} refused.", report.read(), report.stored(),
                report.unchanged(), report.refusedRows());
        return report;
    }

    private final class Run {

        private final HashMap<String, Optional<String>> codes = new HashMap<>();
        private final HashMap<String, Integer> seen = new HashMap<>();
        private final List<Refused> refused = new ArrayList<>();
        private final LocalDate today = LocalDate.now(clock);
        private long stored;
        private long unchanged;
        private long refusedRows;

        RateReport of(List<RateRow> rows) {
            rows.forEach(this::take);
            return new RateReport(rows.size(), stored, unchanged, refused, refusedRows);
        }

        private void take(RateRow row) {
            var problems = new LinkedHashSet<String>();
            if (row.problem() != null) {
                problems.add(row.problem());
                refuse(row, problems);
                return;
            }
            var code = code(row, problems);
            var draft = draft(row, problems);
            if (problems.isEmpty()) {
                var before = seen.putIfAbsent(code + " " + draft.province() + " " + draft.city(), row.number());
                if (before != null) {
                    problems.add("The same courier and region stand on line %d already.".formatted(before));
                }
            }
            if (!problems.isEmpty()) {
                refuse(row, problems);
            } else if (table.take(code, draft) == CourierTable.Result.STORED) {
                stored++;
            } else {
                unchanged++;
            }
        }

        private String code(RateRow row, LinkedHashSet<String> problems) {
            var typed = row.get(RateColumn.COURIER);
            if (typed == null) {
                problems.add("It names no courier.");
                return "";
            }
            return codes.computeIfAbsent(typed, couriers::codeOf).orElseGet(() -> {
                problems.add("There is no courier %s.".formatted(Cells.shown(typed)));
                return "";
            });
        }

        private RateDraft draft(RateRow row, LinkedHashSet<String> problems) {
            var said = row.read(problems::add);
            if (!problems.isEmpty()) {
                return null;
            }
            try {
                return said.checked(today);
            } catch (RuleViolation refusal) {
                refusal.violations().stream().map(Violation::message).forEach(problems::add);
                return null;
            }
        }

        private void refuse(RateRow row, LinkedHashSet<String> problems) {
            refusedRows++;
            if (refused.size() < RateReport.MOST_REFUSED) {
                refused.add(new Refused(row.number(), problems.stream().collect(Listed.sentences())));
            }
        }
    }
}
