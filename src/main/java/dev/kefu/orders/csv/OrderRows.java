package dev.kefu.orders.csv;

import dev.kefu.customers.Contact;
import dev.kefu.orders.LineQuantity;
import dev.kefu.orders.OrderDraft;
import dev.kefu.shared.Cells;
import dev.kefu.shared.RuleViolation.Violation;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import org.springframework.lang.Nullable;

/**
 * The rows of one order: each is one of its lines with the shipment that carries it, and repeats what is said of the whole
 * order.
 */
final class OrderRows {

    private static final Pattern INDEXED = Pattern.compile("(lines|shipments)\\[(\\d+)].*");
    // A shipment carries its lines' own numbers and quantities, so what is wrong with them is said of the lines.
    private static final Pattern CARRIED = Pattern.compile("shipments\\[\\d+]\\.lines.*");
    private static final int DATE_LENGTH = 10;

    private final ZoneId zone;
    private final List<Row> rows = new ArrayList<>();
    private final Map<String, List<Row>> shipments = new LinkedHashMap<>();
    private final Map<Long, Set<String>> problems = new TreeMap<>();

    /** @param zone of times that come without an offset */
    OrderRows(ZoneId zone) {
        this.zone = zone;
    }

    void add(Row row) {
        rows.add(row);
    }

    int size() {
        return rows.size();
    }

    /** What is wrong, by the number of the row. */
    Map<Long, Set<String>> problems() {
        return problems;
    }

    /** Says what was wrong with the draft on the rows that it was taken from. */
    void refuse(List<Violation> violations) {
        for (var violation : violations) {
            var indexed = INDEXED.matcher(violation.field());
            if (CARRIED.matcher(violation.field()).matches()) {
                continue;
            }
            if (!indexed.matches()) {
                refuse(violation.message());
            } else if (indexed.group(1).equals("lines")) {
                refuse(rows.get(Integer.parseInt(indexed.group(2))), violation.message());
            } else {
                var shipment = new ArrayList<>(shipments.values()).get(Integer.parseInt(indexed.group(2)));
                refuse(shipment.get(0), violation.message());
            }
        }
    }

    /** Says what was wrong with the order as a whole. */
    void refuse(String reason) {
        refuse(rows.get(0), reason);
    }

    /** The order that the rows tell; null if there are {@link #problems}. */
    @Nullable
    OrderDraft draft() {
        rows.stream().filter(row -> row.problem() != null).forEach(row -> refuse(row, row.problem()));
        if (!problems.isEmpty()) {
            return null;
        }
        refuseLinesThatStandTwice();
        for (var row : rows) {
            if (row.get(Column.TRACKING_NUMBER) != null) {
                shipments.computeIfAbsent(row.get(Column.TRACKING_NUMBER), tracking -> new ArrayList<>()).add(row);
            } else if (row.get(Column.COURIER) != null || row.get(Column.SHIPPED_AT) != null) {
                refuse(row, "It says how the goods were shipped, but no trackingNumber.");
            }
        }
        var draft = new OrderDraft(Objects.requireNonNull(rows.get(0).orderNumber()), agreed(Column.CUSTOMER_ID),
                consignee(), agreed(Column.CHANNEL), agreed(Column.CURRENCY),
                agreed(rows, Column.PAID_AT, this::time), deliveredWithoutShipment(),
                agreed(rows, Column.FREIGHT, this::amount), agreed(rows, Column.ORDER_DISCOUNT, this::amount),
                rows.stream().map(this::line).toList(), shipments.values().stream().map(this::shipment).toList());
        return problems.isEmpty() ? draft : null;
    }

    private void refuseLinesThatStandTwice() {
        var seen = new HashMap<Integer, Row>();
        for (var row : rows) {
            var before = seen.putIfAbsent(units(row, Column.LINE), row);
            if (before != null) {
                refuse(row, "Line %s of the order stands on line %d of the file already."
                        .formatted(Cells.shown(row.get(Column.LINE)), before.number()));
            }
        }
    }

    private Contact consignee() {
        return new Contact(Objects.requireNonNullElse(agreed(Column.CUSTOMER_NAME), ""), agreed(Column.PHONE),
                agreed(Column.EMAIL), new Contact.Address(agreed(Column.PROVINCE), agreed(Column.CITY), null,
                        agreed(Column.STREET), agreed(Column.POSTCODE)));
    }

    private OrderDraft.Line line(Row row) {
        return new OrderDraft.Line(units(row, Column.LINE), row.get(Column.SKU), row.get(Column.NAME),
                row.get(Column.CATEGORY), units(row, Column.QUANTITY), amount(row, Column.UNIT_PRICE),
                amount(row, Column.UNIT_COST), amount(row, Column.LINE_DISCOUNT),
                wholeNumber(row, Column.WEIGHT_GRAMS));
    }

    private OrderDraft.Shipment shipment(List<Row> carried) {
        return new OrderDraft.Shipment(agreed(carried, Column.COURIER, Row::get),
                carried.get(0).get(Column.TRACKING_NUMBER), agreed(carried, Column.SHIPPED_AT, this::time),
                agreed(carried, Column.DELIVERED_AT, this::time), carried.stream()
                        .map(row -> new LineQuantity(units(row, Column.LINE), units(row, Column.QUANTITY))).toList());
    }

    /** A time of delivery in a row that names no shipment is the order's own, and would count for open shipments too. */
    @Nullable
    private Instant deliveredWithoutShipment() {
        var unshipped = rows.stream().filter(row -> row.get(Column.TRACKING_NUMBER) == null).toList();
        if (unshipped.isEmpty()) {
            return null;
        }
        var delivered = agreed(unshipped, Column.DELIVERED_AT, this::time);
        if (delivered != null && rows.stream().anyMatch(row -> row.get(Column.TRACKING_NUMBER) != null
                && row.get(Column.DELIVERED_AT) == null)) {
            refuse(unshipped.get(0), "It is delivered without a shipment while a shipment of the order is under way;"
                    + " name the trackingNumber that carried it.");
        }
        return delivered;
    }

    @Nullable
    private String agreed(Column column) {
        return agreed(rows, column, Row::get);
    }

    /** What all these rows say in the column; a row that says something else than the first is wrong. */
    @Nullable
    private <T extends Comparable<? super T>> T agreed(List<Row> among, Column column, BiFunction<Row, Column, T> read) {
        var first = among.get(0);
        var cell = first.get(column);
        var expected = read.apply(first, column);
        for (var row : among.subList(1, among.size())) {
            if (Objects.equals(row.get(column), cell)) {
                continue;
            }
            var told = read.apply(row, column);
            var unreadable = told == null && row.get(column) != null || expected == null && cell != null;
            if (!unreadable && (told == null || expected == null || told.compareTo(expected) != 0)) {
                refuse(row, column.isPersonal()
                        ? "Column %s says something else than on line %d, for the same order.".formatted(column,
                                first.number())
                        : "Column %s says %s, but %s on line %d, for the same order.".formatted(column,
                                Cells.shown(row.get(column)), Cells.shown(cell), first.number()));
            }
        }
        return expected;
    }

    @Nullable
    private Instant time(Row row, Column column) {
        var cell = row.get(column);
        if (cell == null) {
            return null;
        }
        try {
            var iso = cell.length() > DATE_LENGTH && cell.charAt(DATE_LENGTH) == ' '
                    ? cell.substring(0, DATE_LENGTH) + 'T' + cell.substring(DATE_LENGTH + 1) : cell;
            var time = DateTimeFormatter.ISO_DATE_TIME.parseBest(iso, OffsetDateTime::from, LocalDateTime::from);
            return time instanceof OffsetDateTime known ? known.toInstant()
                    : ((LocalDateTime) time).atZone(zone).toInstant();
        } catch (DateTimeException unreadable) {
            refuse(row, "Column %s says %s, which is no time such as 2026-11-22T10:00:00+08:00."
                    .formatted(column, Cells.shown(cell)));
            return null;
        }
    }

    @Nullable
    private BigDecimal amount(Row row, Column column) {
        return Cells.amount(column, row.get(column), problem -> refuse(row, problem));
    }

    @Nullable
    private Integer wholeNumber(Row row, Column column) {
        return Cells.wholeNumber(column, row.get(column), problem -> refuse(row, problem));
    }

    private int units(Row row, Column column) {
        return Objects.requireNonNullElse(wholeNumber(row, column), 0);
    }

    private void refuse(Row row, @Nullable String reason) {
        problems.computeIfAbsent(row.number(), number -> new LinkedHashSet<>()).add(reason);
    }
}
