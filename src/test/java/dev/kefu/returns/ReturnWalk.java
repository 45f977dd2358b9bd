package dev.kefu.returns;

import static dev.kefu.workflow.Groups.AGENTS;
import static dev.kefu.workflow.Groups.FINANCE;
import static dev.kefu.workflow.Groups.RETURNS_SPECIALISTS;
import static dev.kefu.workflow.Groups.WAREHOUSE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kefu.Department;
import dev.kefu.ProcessTest;
import dev.kefu.TestOrders;
import dev.kefu.cases.CaseFile;
import dev.kefu.cases.CaseFiles;
import dev.kefu.cases.TimelineEntry;
import dev.kefu.orders.Orders;
import dev.kefu.refunds.Refunds;
import dev.kefu.shared.CaseNumber;
import dev.kefu.stock.Stock;
import dev.kefu.stock.StockLevel;
import dev.kefu.workflow.Processes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** What people do with returns, step by step as in Tasklist, and what became of them. */
@ProcessTest
@Import(TestOrders.class)
abstract class ReturnWalk {

    static final String KIND = "product-return";
    static final Map<String, Object> SENT = Map.of("courier", "ZTO", "trackingNumber", "ZT77");

    @Autowired Department department;
    @Autowired TestOrders shop;
    @Autowired Orders orders;
    @Autowired CaseFiles cases;
    @Autowired Refunds refunds;
    @Autowired Stock stock;
    @Autowired Processes processes;
    @Autowired HistoryService history;
    @Autowired RuntimeService runtime;
    @Autowired TaskService tasks;
    @Autowired ManagementService jobs;

    /** Line 1: three cups at 50.00, line 2: one kettle at 900.00; delivered two days ago, freight 10.00. */
    String order;

    @BeforeEach
    void sell() {
        order = shop.delivered(2);
    }

    ProcessInstance returnOf(String person, Map<String, Object> line) {
        return start(person, "CHANGED_MIND", "REFUND", line);
    }

    ProcessInstance returnBecause(String reason, Map<String, Object> line) {
        return start(AGENTS, reason, "REFUND", line);
    }

    @SafeVarargs
    final ProcessInstance start(String person, String reason, String resolution, Map<String, Object>... lines) {
        return department.start(person, KIND, Map.of("orderNumber", order, "lines", List.of(lines),
                "reason", reason, "resolution", resolution));
    }

    static Map<String, Object> line(int line, int quantity) {
        return Map.of("line", line, "quantity", quantity);
    }

    void approve(ProcessInstance goods) {
        complete(RETURNS_SPECIALISTS, "reviewReturn", goods, Map.of("decision", "APPROVE"));
    }

    void collect(ProcessInstance goods) {
        complete(RETURNS_SPECIALISTS, "arrangeReturn", goods, Map.of("courier", "YTO", "trackingNumber", "YT" + key(goods)));
    }

    void letTheCustomerSend(ProcessInstance goods) {
        complete(RETURNS_SPECIALISTS, "arrangeReturn", goods, Map.of("byCustomer", true));
    }

    void arrive(ProcessInstance goods) {
        tell(WAREHOUSE, goods, "return-parcel-arrived", Map.of());
    }

    void approveAndBringBack(ProcessInstance goods) {
        approve(goods);
        collect(goods);
        arrive(goods);
    }

    @SafeVarargs
    final void inspect(ProcessInstance goods, Map<String, Object>... findings) {
        complete(WAREHOUSE, "inspectGoods", goods, Map.of("findings", List.of(findings)));
    }

    void settle(ProcessInstance goods, String settlement) {
        complete(RETURNS_SPECIALISTS, "settleDifference", goods, Map.of("settlement", settlement, "note", "Agreed"));
    }

    void pay(ProcessInstance goods) {
        complete(FINANCE, "confirmPayout", goods, Map.of("paid", true, "reference", "B-" + key(goods)));
    }

    void shipBack(ProcessInstance goods) {
        complete(WAREHOUSE, "shipBack", goods, SENT);
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

    void withdraw(ProcessInstance goods) {
        tell(AGENTS, goods, "return-withdrawn", Map.of());
    }

    /** What the person may tell the case now. */
    List<String> awaited(String person, ProcessInstance goods) {
        return department.as(person, () -> processes.awaited(number(goods), KIND));
    }

    /** The job executor is off; what is due by the clock runs here, and what becomes due by that. */
    void runDueTimers(ProcessInstance goods) {
        for (var due = dueTimers(goods); !due.isEmpty(); due = dueTimers(goods)) {
            due.forEach(jobs::executeJob);
        }
    }

    private List<String> dueTimers(ProcessInstance goods) {
        return jobs.createJobQuery().processInstanceId(goods.getId()).timers().executable().list().stream()
                .map(job -> job.getId()).toList();
    }

    int unitsThatMayComeBack() {
        var line = orders.find(order).orElseThrow().line(1).orElseThrow();
        return line.quantity() - line.returnedQuantity() - line.openQuantity();
    }

    CaseFile file(ProcessInstance goods) {
        return cases.get(number(goods));
    }

    String outcome(ProcessInstance goods) {
        return file(goods).outcome();
    }

    List<String> timeline(ProcessInstance goods) {
        return file(goods).timeline().stream().map(TimelineEntry::what).toList();
    }

    StockLevel cups() {
        return stock.find(TestOrders.cupOf(order)).orElseThrow();
    }

    void putCupsInStock(int onHand) {
        stock.store(TestOrders.cupOf(order), onHand, 7, null);
    }

    /** What the form of the open task shows. */
    Object shown(String task, ProcessInstance goods, String variable) {
        return tasks.getVariable(department.openTask(task, key(goods)).getId(), variable);
    }

    List<String> candidates(String task, ProcessInstance goods) {
        return department.candidateGroups(department.openTask(task, key(goods)));
    }

    /** The steps that the called process went through. */
    List<String> refundSteps(ProcessInstance goods) {
        var refund = history.createHistoricProcessInstanceQuery().superProcessInstanceId(goods.getId()).singleResult();
        assertThat(refund.getEndTime()).isNotNull();
        return history.createHistoricActivityInstanceQuery().processInstanceId(refund.getId()).list().stream()
                .map(HistoricActivityInstance::getActivityId).toList();
    }

    static Map<String, Object> finding(int line, int accepted, int refused) {
        return finding(line, accepted, refused, "AS_NEW", false);
    }

    static Map<String, Object> finding(int line, int accepted, int refused, String condition, boolean qualityProblem) {
        return Map.of("line", line, "accepted", accepted, "refused", refused, "condition", condition,
                "qualityProblem", qualityProblem);
    }

    static String key(ProcessInstance goods) {
        return goods.getBusinessKey();
    }

    static CaseNumber number(ProcessInstance goods) {
        return CaseNumber.of(key(goods));
    }
}
