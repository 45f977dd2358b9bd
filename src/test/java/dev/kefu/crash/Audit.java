package dev.kefu.crash;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kefu.Caller.Answer;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Compares at the end what Kefu says, what its tables hold, what was meant to happen and what the payment service paid. */
final class Audit {

    /** What may be in the engine's running tables when nothing runs: the job that removes old history, for one. */
    private static final Map<String, String> LEFTOVERS = Map.of(
            "executions", "select count(*) from act_ru_execution",
            "tasks", "select count(*) from act_ru_task",
            "variables", "select count(*) from act_ru_variable",
            "jobs", "select count(*) from act_ru_job where handler_type_ <> 'history-cleanup'",
            "incidents", "select count(*) from act_ru_incident",
            "event subscriptions", "select count(*) from act_ru_event_subscr where execution_id_ is not null",
            "processes without an end in history", "select count(*) from act_hi_procinst where end_time_ is null",
            "processes that ended otherwise than at an end event",
            "select count(*) from act_hi_procinst where state_ <> 'COMPLETED'");

    /** What can't happen to one case twice. */
    private static final List<String> ONCE = List.of("RETURN_REQUESTED", "RETURN_APPROVED", "WAY_BACK_ARRANGED",
            "GOODS_SHIPPED", "PARCEL_ARRIVED", "GOODS_INSPECTED", "REPLACEMENT_SHIPPED", "GOODS_SENT_BACK",
            "RETURN_WITHDRAWN", "EXCEPTION_GRANTED", "EXCEPTION_REFUSED", "LATE_PARCEL_ARRIVED");

    private final House house;
    private final JdbcClient database;
    private final Tally tally;

    Audit(House house, JdbcClient database, Tally tally) {
        this.house = house;
        this.database = database;
        this.tally = tally;
    }

    /** Whether the engine has nothing more to do by itself. */
    boolean isCalm() {
        return count(LEFTOVERS.get("jobs")) == 0;
    }

    void check(List<Progress> returns) {
        LEFTOVERS.forEach((what, query) -> {
            var left = count(query);
            if (left != 0) {
                tally.fault(left + " " + what + " left over in the engine");
            }
        });
        checkProcesses(returns);
        returns.forEach(one -> {
            var outcomes = one.errand().outcomes();
            if (one.cases().size() != outcomes.size()) {
                tally.fault(one + ": there should be " + outcomes.size() + " cases");
                return;
            }
            for (int i = 0; i < outcomes.size(); i++) {
                checkCase(one, outcomes.get(i), i == outcomes.size() - 1,
                        read("returns", "/api/cases/" + one.cases().get(i)));
            }
            checkOrder(one, read("returns", "/api/orders/" + one.errand().orderNumber()));
            one.errand().shelves().forEach((sku, shelf) -> checkShelf(one, shelf, read("returns", "/api/stock/" + sku)));
        });
        checkRefunds();
        checkMovements();
        checkLetters();
    }

    /** What left the house is what Kefu counts as paid: each payout once, by key and amount. */
    void compare(List<Ledger.Payout> payouts) {
        var inKefu = new TreeMap<String, String>();
        database.sql("""
                        select p.refund_id, r.amount, r.currency
                        from payout p join refund r on r.decision_key = p.decision_key
                        where p.status = 'PAID' and r.status = 'PAID'
                        """)
                .query().listOfRows().forEach(row -> inKefu.put((String) row.get("refund_id"),
                        money((BigDecimal) row.get("amount"), (String) row.get("currency"))));
        var byKey = payouts.stream().collect(Collectors.groupingBy(Ledger.Payout::key, TreeMap::new, Collectors.toList()));
        byKey.forEach((key, times) -> {
            if (times.size() > 1) {
                tally.fault("paid twice", key + " was paid " + times.size() + " times: " + times);
            }
            if (!inKefu.containsKey(key)) {
                tally.fault("unknown", key + " was paid, and is not paid in Kefu: " + times);
            } else if (!money(times.get(0).amount(), times.get(0).currency()).equals(inKefu.get(key))) {
                tally.fault("amount", key + " should be " + inKefu.get(key) + ": " + times);
            }
        });
        inKefu.keySet().stream().filter(key -> !byKey.containsKey(key)).forEach(key ->
                tally.fault("not paid", key + " of " + inKefu.get(key) + " is paid in Kefu, and no money left."));
        compareOrders(payouts);
        var refunds = count("select count(*) from refund where status = 'PAID'");
        if (refunds != inKefu.size()) {
            tally.fault(refunds + " refunds are paid in Kefu, by " + inKefu.size() + " payouts");
        }
    }

    private void compareOrders(List<Ledger.Payout> payouts) {
        var left = payouts.stream().collect(Collectors.groupingBy(Ledger.Payout::orderNumber, TreeMap::new,
                Collectors.reducing(BigDecimal.ZERO, Ledger.Payout::amount, BigDecimal::add)));
        database.sql("select order_number, sum(amount) as paid from outflow where status = 'PAID' group by order_number")
                .query().listOfRows().forEach(row -> {
                    var paid = left.getOrDefault((String) row.get("order_number"), BigDecimal.ZERO);
                    if (paid.compareTo((BigDecimal) row.get("paid")) != 0) {
                        tally.fault("order", "Of order " + row.get("order_number") + " " + row.get("paid")
                                + " is paid back in Kefu, and " + paid + " has left.");
                    }
                });
    }

    private void checkProcesses(List<Progress> returns) {
        var roots = database.sql("""
                        select business_key_, count(*) as times from act_hi_procinst
                        where super_process_instance_id_ is null group by business_key_
                        """)
                .query((row, index) -> Map.entry(row.getString(1), row.getLong(2))).list();
        roots.stream().filter(each -> each.getValue() != 1).forEach(each ->
                tally.fault(each.getKey() + " has " + each.getValue() + " processes."));
        var wanted = returns.stream().mapToInt(one -> one.errand().outcomes().size()).sum();
        var cases = count("select count(*) from case_file");
        if (cases != wanted || roots.size() != wanted) {
            tally.fault(wanted + " cases were wanted; there are " + cases + ", with " + roots.size() + " processes.");
        }
    }

    private void checkCase(Progress one, String outcome, boolean isLast, JsonNode file) {
        expect(one, "status", "CLOSED", file.get("status").asText());
        expect(one, "outcome", outcome, file.get("outcome").asText());
        expect(one, "order", one.errand().orderNumber(), file.get("orderNumber").asText());
        expect(one, "open tasks", "[]", file.get("tasks").toString());
        // Goods that never came can still come
        expect(one, "actions", "[]", file.get("actions").toString().replace("[\"return-parcel-arrived\"]",
                outcome.equals("WITHDRAWN") ? "[]" : "too late"));
        expect(one, "times opened", 1L, Errand.times(file, "OPENED"));
        expect(one, "times closed", 1L, Errand.times(file, "CLOSED"));
        expect(one, "times paid", isLast && one.errand().refund().signum() > 0 ? 1L : 0L,
                Errand.times(file, "REFUND_PAID") + Errand.times(file, "REFUND_PAID_BY_HAND"));
        ONCE.forEach(what -> {
            if (Errand.times(file, what) > 1) {
                tally.fault("timeline", one + ": " + what + " stands on the timeline " + Errand.times(file, what)
                        + " times");
            }
        });
    }

    private void checkOrder(Progress one, JsonNode order) {
        expect(one, "refunded", plain(one.errand().refund()), plain(amount(order, "refunded")));
        expect(one, "still promised", "0", plain(amount(order, "promised")));
        expect(one, "paid, less what is refunded", plain(amount(order, "paid").subtract(amount(order, "refunded"))),
                plain(amount(order, "refundable")));
        expect(one, "refunded within what was paid", true,
                amount(order, "refunded").compareTo(amount(order, "paid")) <= 0);
        expect(one, "units held", 0, sum(order, "openQuantity"));
        expect(one, "units returned", one.errand().units(), sum(order, "returnedQuantity"));
        expect(one, "cases of the order", one.errand().outcomes().size(), order.get("cases").size());
    }

    private void checkShelf(Progress one, Errand.Shelf shelf, JsonNode stock) {
        expect(one, "on hand of " + stock.get("sku").asText(), shelf.after(), stock.get("onHand").asInt());
        expect(one, "reserved of " + stock.get("sku").asText(), 0, stock.get("reserved").asInt());
    }

    /** The movements of each article lead to what is on hand, and none of a case stands there twice. */
    private void checkMovements() {
        database.sql("""
                        select i.sku, i.on_hand, sum(case when m.kind in ('COUNTED', 'ARRIVED', 'RESTOCKED') then m.quantity
                            when m.kind = 'TAKEN' then -m.quantity else 0 end) as moved
                        from stock_item i join stock_movement m on m.sku = i.sku group by i.sku, i.on_hand
                        having i.on_hand <> sum(case when m.kind in ('COUNTED', 'ARRIVED', 'RESTOCKED') then m.quantity
                            when m.kind = 'TAKEN' then -m.quantity else 0 end)
                        """)
                .query().listOfRows().forEach(row ->
                        tally.fault("movements", "What moved and what is on hand differ: " + row));
        database.sql("""
                        select case_number, sku, kind, count(*) as times from stock_movement
                        where kind in ('TAKEN', 'RESTOCKED', 'WRITTEN_OFF') and case_number is not null
                        group by case_number, sku, kind having count(*) > 1
                        """)
                .query().listOfRows().forEach(row -> tally.fault("movements", "Goods moved twice: " + row));
    }

    /** No customer is told the same twice, but for each time that something was settled; and each who was paid is told it. */
    private void checkLetters() {
        database.sql("""
                        select l.case_number, l.template, count(*) as times from letter l
                        group by l.case_number, l.template
                        having count(*) > greatest(1, (select count(*) from timeline_entry t where t.case_number = l.case_number
                            and (l.template = 'return-settled' and t.what like 'DIFFERENCE_SETTLED_%'
                                or l.template like 'stock-out-%' and t.what like 'CUSTOMER_ANSWERED_%')))
                        """)
                .query().listOfRows().forEach(row -> tally.fault("letters", "A letter is doubled: " + row));
        database.sql("""
                        select r.case_number from refund r where r.status = 'PAID' and not exists (select 1 from letter l
                            where l.case_number = r.case_number and l.template in ('return-refunded', 'stock-out-refunded'))
                        """)
                .query(String.class).list().forEach(number -> tally.fault("letters", number + " is paid without a letter."));
    }

    private void checkRefunds() {
        database.sql("""
                        select r.decision_key, r.status, r.amount, o.status as outflow, o.amount as promised from refund r
                        left join outflow o on o.decision_key = r.decision_key
                        """)
                .query().listOfRows().forEach(row -> {
                    var isPaid = "PAID".equals(row.get("status"));
                    if (!List.of("PAID", "REFUSED", "ABANDONED").contains(row.get("status"))
                            || isPaid != "PAID".equals(row.get("outflow"))
                            || isPaid && ((BigDecimal) row.get("amount")).compareTo((BigDecimal) row.get("promised")) != 0) {
                        tally.fault("The refund and the order's book differ: " + row);
                    }
                });
    }

    private <T> void expect(Progress one, String what, T expected, T found) {
        if (!expected.equals(found)) {
            tally.fault(one + ": " + what + " should be " + expected + " and is " + found);
        }
    }

    private JsonNode read(String person, String path) {
        return house.call(person, caller -> caller.get(path)).filter(answer -> answer.status() == 200).map(Answer::json)
                .orElseThrow(() -> new IllegalStateException("Kefu does not answer " + path));
    }

    private long count(String query) {
        return database.sql(query).query(Long.class).single();
    }

    private static int sum(JsonNode order, String field) {
        return StreamSupport.stream(order.get("lines").spliterator(), false)
                .mapToInt(line -> line.get(field).asInt()).sum();
    }

    private static BigDecimal amount(JsonNode order, String field) {
        return new BigDecimal(order.get(field).asText());
    }

    private static String money(BigDecimal amount, String currency) {
        return plain(amount) + " " + currency;
    }

    /** 1.50 and 1.5000 are the same money. */
    private static String plain(BigDecimal amount) {
        return amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString();
    }
}
