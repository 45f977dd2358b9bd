package dev.kefu.orders.csv;

import dev.kefu.orders.OrderDraft;
import dev.kefu.orders.Orders;
import dev.kefu.orders.StoreResult;
import dev.kefu.shared.Conflict;
import dev.kefu.shared.RuleViolation;
import dev.kefu.shared.Wordless;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Imports orders from a CSV file with one row per order line, whatever the order of its rows and however large it is. An
 * order is stored whole or not at all; a bad row refuses its order and no other. The same file again changes nothing.
 *
 * <p>The file is read twice: first to learn how many rows each order has, then to store each order as soon as all its rows
 * were seen. So memory holds only orders whose rows don't stand together.
 */
@Component
public class OrderImport {

    private static final Logger LOG = LoggerFactory.getLogger(OrderImport.class);
    private static final int ROWS_AT_ONCE = 1_000;
    private static final long FIRST_RECOUNT = 500;

    private final Orders orders;
    private final Clock clock;

    OrderImport(Orders orders, Clock clock) {
        this.orders = orders;
        this.clock = clock;
    }

    /**
     * @param csv UTF-8, with or without a byte order mark
     * @throws RuleViolation if the file can't be read as orders at all; nothing is stored then
     */
    public ImportReport run(InputStream csv) throws IOException {
        var file = Files.createTempFile("kefu-orders", ".csv");
        try {
            Files.copy(csv, file, StandardCopyOption.REPLACE_EXISTING);
            var report = store(file, rowsPerOrder(file));
            LOG.info("Imported orders: {} rows read, {} stored, {} unchanged, {} refused.", report.read(), report.stored(),
                    report.unchanged(), report.refusedRows());
            return report;
        } finally {
            Files.delete(file);
        }
    }

    private Map<String, Integer> rowsPerOrder(Path file) {
        var counts = new HashMap<String, Integer>();
        try (var rows = new CsvRows(file)) {
            rows.forEachRemaining(row -> {
                if (row.orderNumber() != null) {
                    counts.merge(row.orderNumber(), 1, Integer::sum);
                }
            });
        }
        return counts;
    }

    private ImportReport store(Path file, Map<String, Integer> rowsPerOrder) {
        var tally = new ImportTally();
        var begun = new HashMap<String, OrderRows>();
        var oversized = new HashSet<String>();
        var complete = new ArrayList<OrderRows>();
        var waiting = 0;
        var recount = FIRST_RECOUNT;
        try (var rows = new CsvRows(file)) {
            while (rows.hasNext()) {
                var row = rows.next();
                tally.read();
                var number = row.orderNumber();
                if (number == null) {
                    tally.refusedRow(row, List.of(Objects.requireNonNullElse(row.problem(), "It names no order.")));
                    continue;
                }
                if (rowsPerOrder.get(number) > OrderDraft.MOST_LINES) {
                    tally.refusedRow(row, List.of("Order %s has %d rows; an order has at most %d lines."
                            .formatted(number, rowsPerOrder.get(number), OrderDraft.MOST_LINES)));
                    oversized.add(number);
                    continue;
                }
                var order = begun.computeIfAbsent(number, first -> new OrderRows(clock.getZone()));
                order.add(row);
                if (order.size() == rowsPerOrder.get(number)) {
                    complete.add(begun.remove(number));
                    waiting += order.size();
                }
                if (waiting >= ROWS_AT_ONCE) {
                    store(complete, tally);
                    complete.clear();
                    waiting = 0;
                    if (tally.storedOrders() >= recount) {
                        orders.grewBy(tally.storedOrders());
                        recount *= 10;
                    }
                }
            }
        }
        store(complete, tally);
        tally.refusedOrders(oversized.size());
        return tally.report();
    }

    private void store(List<OrderRows> complete, ImportTally tally) {
        var readable = new ArrayList<OrderRows>();
        var drafts = new ArrayList<OrderDraft>();
        for (var order : complete) {
            var draft = order.draft();
            if (draft == null) {
                tally.refused(order);
            } else {
                readable.add(order);
                drafts.add(draft);
            }
        }
        var outcomes = orders.storeAll(drafts);
        for (int i = 0; i < outcomes.size(); i++) {
            var order = readable.get(i);
            var outcome = outcomes.get(i);
            if (outcome.refusal() != null) {
                refuse(order, outcome.refusal());
                tally.refused(order);
            } else if (outcome.result() == StoreResult.UNCHANGED) {
                tally.unchanged(order);
            } else {
                tally.stored(order);
            }
        }
    }

    private static void refuse(OrderRows order, RuntimeException refusal) {
        if (refusal instanceof RuleViolation rules) {
            order.refuse(rules.violations());
        } else if (refusal instanceof Conflict conflict) {
            order.refuse(conflict.getMessage());
        } else {
            LOG.warn("The database refused an imported order", Wordless.of(refusal));
            order.refuse("The database refused the order.");
        }
    }
}
