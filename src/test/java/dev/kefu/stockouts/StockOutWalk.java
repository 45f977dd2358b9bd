package dev.kefu.stockouts;

import static dev.kefu.workflow.Groups.AGENTS;
import static dev.kefu.workflow.Groups.FINANCE;
import static dev.kefu.workflow.Groups.MANAGERS;
import static dev.kefu.workflow.Groups.WAREHOUSE;

import dev.kefu.Department;
import dev.kefu.FixedClock;
import dev.kefu.ProcessTest;
import dev.kefu.TestOrders;
import dev.kefu.cases.CaseFiles;
import dev.kefu.cases.TimelineEntry;
import dev.kefu.customers.Contact;
import dev.kefu.customers.Contact.Address;
import dev.kefu.orders.LineQuantity;
import dev.kefu.orders.OrderDraft;
import dev.kefu.orders.OrderView;
import dev.kefu.orders.Orders;
import dev.kefu.refunds.Refunds;
import dev.kefu.shared.CaseNumber;
import dev.kefu.shared.Money;
import dev.kefu.shipping.Parcels;
import dev.kefu.stock.Stock;
import dev.kefu.stock.StockLevel;
import dev.kefu.workflow.Processes;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.lang.Nullable;

/** What people do with goods that are late, step by step as in Tasklist, and what became of them. It begins on a Monday. */
@ProcessTest
@Import(TestOrders.class)
abstract class StockOutWalk {

    static final String KIND = "stock-out";
    private static final AtomicInteger NUMBERS = new AtomicInteger(1000);

    @Autowired Department department;
    @Autowired TestOrders shop;
    @Autowired Orders orders;
    @Autowired CaseFiles cases;
    @Autowired Refunds refunds;
    @Autowired Stock stock;
    @Autowired Parcels parcels;
    @Autowired LinkedStockOuts linkedStockOuts;
    @Autowired Processes processes;
    @Autowired HistoryService history;
    @Autowired RuntimeService runtime;
    @Autowired TaskService tasks;
    @Autowired ManagementService jobs;
    @Autowired IdentityService identity;
    @Autowired Clock clock;

    /** Line 1: five cups at 5.50 with a discount of 2.75, line 2: one kettle at 900.00; paid on Monday at 9, freight 10.00. */
    String order;

    @BeforeEach
    void sell() {
        order = sold();
    }

    String sold() {
        var number = "LATE-" + NUMBERS.incrementAndGet();
        tell(number, null);
        return number;
    }

    /** The shop tells the order, perhaps with a parcel that it sent itself. */
    void tell(String number, @Nullable String trackingNumber, LineQuantity... sent) {
        var paidAt = OffsetDateTime.parse("2026-11-23T09:00:00+08:00").toInstant();
        orders.store(new OrderDraft(number, "C-" + number, new Contact("王芳", "13800000001", "fang@example.com",
                new Address("浙江省", "杭州市", "西湖区", "文三路 1 号", "310012")), "TMALL", "CNY", paidAt, null,
                new BigDecimal("10.00"), null,
                List.of(new OrderDraft.Line(1, cupOf(number), "Thermos cup", "KITCHEN", 5, new BigDecimal("5.50"),
                                new BigDecimal("1.00"), new BigDecimal("2.75"), 300),
                        new OrderDraft.Line(2, kettleOf(number), "Kettle", "KITCHEN", 1, new BigDecimal("900.00"),
                                new BigDecimal("500.00"), null, 2000)),
                trackingNumber == null ? List.of() : List.of(new OrderDraft.Shipment("YTO", trackingNumber,
                        clock.instant(), null, List.of(sent)))));
        wakeUp();
    }

    /** What the stock and the shop tell cases is done in jobs, which run here. */
    void wakeUp() {
        for (var step : List.of("recordArrival", "recordLoss", "recordOrderChange")) {
            jobs.createJobQuery().activityId(step).messages().list().forEach(job -> jobs.executeJob(job.getId()));
        }
    }

    static String cupOf(String order) {
        return "CUP-" + order;
    }

    static String kettleOf(String order) {
        return "KETTLE-" + order;
    }

    String cup() {
        return cupOf(order);
    }

    void inStock(String sku, int onHand, @Nullable Integer replenishmentDays) {
        stock.store(sku, onHand, replenishmentDays, null);
        wakeUp();
    }

    void inStock(String sku, int onHand, String price) {
        stock.store(sku, onHand, null, Money.cny(price));
    }

    void arrive(String sku, int quantity) {
        department.as(WAREHOUSE, () -> {
            stock.arrive(sku, quantity, null);
            return null;
        });
        wakeUp();
    }

    ProcessInstance outOfStock() {
        return start(AGENTS, "OUT_OF_STOCK", line(1, 5));
    }

    @SafeVarargs
    final ProcessInstance start(String person, String cause, Map<String, Object>... lines) {
        return startFor(order, person, cause, lines);
    }

    @SafeVarargs
    final ProcessInstance startFor(String number, String person, String cause, Map<String, Object>... lines) {
        var variables = new HashMap<String, Object>(Map.of("orderNumber", number, "cause", cause));
        if (lines.length > 0) {
            variables.put("lines", List.of(lines));
        }
        return department.start(person, KIND, variables);
    }

    static Map<String, Object> line(int line, int quantity) {
        return Map.of("line", line, "quantity", quantity);
    }

    void count(ProcessInstance goods, int cups) {
        complete(WAREHOUSE, "countStock", goods, Map.of("counted", List.of(Map.of("sku", cup(), "onHand", cups))));
        wakeUp();
    }

    /** Five cups, none there, new ones in so many dispatch days. */
    ProcessInstance asked(@Nullable Integer replenishmentDays) {
        inStock(cup(), 0, replenishmentDays);
        var goods = outOfStock();
        count(goods, 0);
        return goods;
    }

    ProcessInstance waiting() {
        var goods = asked(7);
        answer(goods, "WAIT");
        return goods;
    }

    void answer(ProcessInstance goods, String answer) {
        complete(AGENTS, "askCustomer", goods, Map.of("answer", answer));
    }

    void answer(ProcessInstance goods, String answer, String substituteSku) {
        complete(AGENTS, "askCustomer", goods, Map.of("answer", answer, "substituteSku", substituteSku));
    }

    void reply(ProcessInstance goods, String answer) {
        reply(AGENTS, goods, answer);
    }

    void reply(String person, ProcessInstance goods, String answer) {
        tell(person, goods, "customer-replied", Map.of("answer", answer));
    }

    void ship(ProcessInstance goods) {
        var number = "YT" + key(goods) + "-" + (parcels.ofCase(number(goods)).size() + 1);
        complete(WAREHOUSE, "shipOrder", goods, Map.of("courier", "YTO", "trackingNumber", number));
    }

    void authorise(ProcessInstance goods) {
        complete(MANAGERS, "authoriseCancellation", goods, Map.of("approved", true));
        wakeUp();
    }

    void refuse(ProcessInstance goods) {
        complete(MANAGERS, "authoriseCancellation", goods, Map.of("approved", false, "note", "They come tomorrow"));
    }

    void pay(ProcessInstance goods) {
        complete(FINANCE, "confirmPayout", goods, Map.of("paid", true, "reference", "B-" + key(goods)));
    }

    void complete(String person, String task, ProcessInstance goods, Map<String, Object> variables) {
        department.complete(person, task, key(goods), new HashMap<>(variables));
    }

    void tell(String person, ProcessInstance goods, String message, Map<String, Object> fields) {
        department.as(person, () -> {
            processes.tell(number(goods), KIND, message, fields);
            return null;
        });
    }

    /** The job executor is off; what is due by the clock runs here, and what becomes due by that. */
    void at(String moment, ProcessInstance... all) {
        FixedClock.set(moment);
        for (var goods : all) {
            for (var due = dueTimers(goods); !due.isEmpty(); due = dueTimers(goods)) {
                due.forEach(jobs::executeJob);
            }
        }
    }

    List<String> dueTimers(ProcessInstance goods) {
        return jobs.createJobQuery().processInstanceId(goods.getId()).timers().executable().list().stream()
                .map(job -> job.getId()).toList();
    }

    List<String> open(ProcessInstance goods) {
        return department.openTasks(key(goods));
    }

    String outcome(ProcessInstance goods) {
        return cases.get(number(goods)).outcome();
    }

    List<String> timeline(ProcessInstance goods) {
        return cases.get(number(goods)).timeline().stream().map(TimelineEntry::what).toList();
    }

    /** The letters of the case, in the order in which they were written. */
    List<String> letters(ProcessInstance goods) {
        return cases.get(number(goods)).timeline().stream().filter(each -> each.what().equals("LETTER_WRITTEN"))
                .map(each -> each.text().replaceFirst(" \\(.*", "")).toList();
    }

    String promisedOn(ProcessInstance goods) {
        return (String) runtime.getVariable(goods.getId(), "promisedOn");
    }

    Object shown(String task, ProcessInstance goods, String variable) {
        return tasks.getVariable(department.openTask(task, key(goods)).getId(), variable);
    }

    List<String> candidates(String task, ProcessInstance goods) {
        return department.candidateGroups(department.openTask(task, key(goods)));
    }

    OrderView order() {
        return orders.find(order).orElseThrow();
    }

    StockLevel cups() {
        return stock.find(cup()).orElseThrow();
    }

    String refund(ProcessInstance goods) {
        return refunds.latestOf(number(goods)).orElseThrow().amount().decimal();
    }

    static String key(ProcessInstance goods) {
        return goods.getBusinessKey();
    }

    static CaseNumber number(ProcessInstance goods) {
        return CaseNumber.of(key(goods));
    }
}
