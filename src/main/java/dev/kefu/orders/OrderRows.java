package dev.kefu.orders;

import dev.kefu.customers.Contact;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;

/** Reads lists of orders with a few statements, each by an index, and however many orders a page shows. */
@Component
class OrderRows {


    private final JdbcClient jdbc;
    private final Clock clock;

    OrderRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** One way to find orders: a statement that names them. */
    record Condition(FoundBy by, String select, Object value) {

        /** What begins the names of thousands would have all of their orders sorted; a page shows none but the newest. */
        private static final String NEWEST = " order by paid_at desc, order_number desc fetch first :most rows only";

        static Condition numbers(FoundBy by, List<String> orderNumbers) {
            return new Condition(by, "select order_number from shop_order where order_number in (:%s)", orderNumbers);
        }

        static Condition tracking(String key) {
            return new Condition(FoundBy.TRACKING_NUMBER, "select order_number from shipment where tracking_key = :%s", key);
        }

        static Condition phone(String key) {
            return new Condition(FoundBy.PHONE, "select order_number from shop_order where phone_key = :%s", key);
        }

        /** @param key has letters and digits only, and so nothing that stands for something else */
        static Condition name(String key, boolean orBeginsWith) {
            return new Condition(FoundBy.NAME, "select order_number from shop_order where name_key like :%s" + NEWEST,
                    orBeginsWith ? key + "%" : key);
        }
    }

    /** An order that was found, before it is told whole. */
    record Row(String orderNumber, String customerName, @Nullable String phone, Instant paidAt,
            @Nullable Instant deliveredAt, FoundBy by) {
    }

    /** Orders that meet any of the conditions, newest first. */
    List<Row> page(List<Condition> conditions, int from, int most) {
        if (conditions.isEmpty()) {
            return List.of();
        }
        var values = new HashMap<String, Object>(Map.of("most", from + most));
        var union = new StringBuilder();
        for (var condition : conditions) {
            var name = "v" + values.size();
            values.put(name, condition.value());
            union.append(union.isEmpty() ? "" : " union all ").append("select h.order_number, ").append(condition.by().ordinal())
                    .append(" as way from (").append(condition.select().formatted(name)).append(") h");
        }
        return jdbc.sql("""
                        select o.order_number, o.customer_name, o.phone, o.paid_at, o.delivered_at, f.way
                        from (select u.order_number, min(u.way) as way from (%s) u group by u.order_number) f
                        join shop_order o on o.order_number = f.order_number
                        order by o.paid_at desc, o.order_number desc
                        offset :from rows fetch next :size rows only
                        """.formatted(union))
                .params(values).param("from", from).param("size", most)
                .query((row, number) -> new Row(row.getString(1), row.getString(2), row.getString(3),
                        row.getObject(4, OffsetDateTime.class).toInstant(), instant(row.getObject(5, OffsetDateTime.class)),
                        FoundBy.values()[row.getInt(6)]))
                .list();
    }

    /** @param seen the customer as whoever reads it may see them */
    List<FoundOrder> whole(List<Row> rows, UnaryOperator<Contact> seen) {
        if (rows.isEmpty()) {
            return List.of();
        }
        var numbers = rows.stream().map(Row::orderNumber).toList();
        var bought = bought(numbers);
        var parcels = parcels(numbers);
        var claimed = claimed(numbers);
        return rows.stream().map(row -> {
            var lines = bought.getOrDefault(row.orderNumber(), List.of());
            var held = claimed.getOrDefault(row.orderNumber(), Claimed.NOTHING);
            var who = seen.apply(new Contact(row.customerName(), row.phone(), null, null));
            return new FoundOrder(row.orderNumber(), who.name(), who.phone(), row.paidAt().atZone(clock.getZone()).toOffsetDateTime(),
                    state(row, lines.stream().mapToInt(Bought::quantity).sum(), held.cancelled(),
                            parcels.getOrDefault(row.orderNumber(), List.of())),
                    held.open(), goods(lines), row.by());
        }).toList();
    }

    private record Bought(String orderNumber, String name, int quantity) {
    }

    private Map<String, List<Bought>> bought(List<String> numbers) {
        return jdbc.sql("select order_number, name, quantity from shop_order_line where order_number in (:numbers) "
                        + "order by order_number, line")
                .param("numbers", numbers)
                .query((row, number) -> new Bought(row.getString(1), row.getString(2), row.getInt(3)))
                .list().stream().collect(Collectors.groupingBy(Bought::orderNumber));
    }

    private Map<String, List<UnitWay.Part>> parcels(List<String> numbers) {
        return jdbc.sql("""
                        select s.order_number, s.delivered_at, s.shipped_at, s.fate, s.fate_at, s.by_house and not s.by_shop,
                            coalesce(sum(l.quantity), 0) from shipment s
                        left join shipment_line l on l.order_number = s.order_number and l.tracking_number = s.tracking_number
                        where s.order_number in (:numbers)
                        group by s.order_number, s.tracking_number, s.delivered_at, s.shipped_at, s.fate, s.fate_at, s.by_house, s.by_shop
                        """)
                .param("numbers", numbers)
                .query((row, number) -> Map.entry(row.getString(1), Shipment.part(row.getInt(7),
                        row.getObject(3, OffsetDateTime.class).toInstant(), instant(row.getObject(2, OffsetDateTime.class)),
                        ShipmentFate.valueOf(row.getString(4)), instant(row.getObject(5, OffsetDateTime.class)), row.getBoolean(6))))
                .list().stream().collect(Collectors.groupingBy(Map.Entry::getKey,
                        Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    /** Units that cases hold, and units that they cancelled. */
    private record Claimed(int open, int cancelled) {

        private static final Claimed NOTHING = new Claimed(0, 0);
    }

    private Map<String, Claimed> claimed(List<String> numbers) {
        var claimed = new HashMap<String, Claimed>();
        jdbc.sql("select order_number, sum(case when status = 'OPEN' then quantity else 0 end), sum(cancelled) from unit_claim "
                        + "where order_number in (:numbers) group by order_number")
                .param("numbers", numbers)
                .query(row -> {
                    claimed.put(row.getString(1), new Claimed(row.getInt(2), row.getInt(3)));
                });
        return claimed;
    }

    /** The order's goods taken together: what lies in parcels, and what the order's own time speaks for. */
    private FoundOrder.State state(Row row, int bought, int cancelled, List<UnitWay.Part> parcels) {
        var wanted = bought - cancelled;
        if (wanted <= 0) {
            return FoundOrder.State.CANCELLED;
        }
        var way = UnitWay.of(wanted, parcels, row.deliveredAt(), UnitWay.isHouseFirst(parcels, row.deliveredAt()), clock.instant());
        if (way.delivered() >= wanted) {
            return FoundOrder.State.DELIVERED;
        }
        return way.delivered() > 0 ? FoundOrder.State.PARTLY_DELIVERED
                : way.sent() > 0 ? FoundOrder.State.SHIPPED : FoundOrder.State.NOT_SHIPPED;
    }

    private static String goods(List<Bought> lines) {
        return lines.stream().map(line -> GoodsWords.of(line.quantity(), line.name())).collect(GoodsWords.onCard());
    }

    @Nullable
    private static Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
