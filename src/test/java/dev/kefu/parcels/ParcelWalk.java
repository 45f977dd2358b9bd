package dev.kefu.parcels;

import static dev.kefu.workflow.Groups.AGENTS;
import static dev.kefu.workflow.Groups.FINANCE;
import static dev.kefu.workflow.Groups.INTEGRATIONS;
import static dev.kefu.workflow.Groups.ORDER_CLERKS;
import static dev.kefu.workflow.Groups.SUPERVISORS;
import static dev.kefu.workflow.Groups.WAREHOUSE;
import static org.camunda.spin.Spin.JSON;

import dev.kefu.Department;
import dev.kefu.FixedClock;
import dev.kefu.ProcessTest;
import dev.kefu.TestOrders;
import dev.kefu.cases.CaseFile;
import dev.kefu.cases.CaseFiles;
import dev.kefu.cases.TimelineEntry;
import dev.kefu.orders.OrderView;
import dev.kefu.orders.Orders;
import dev.kefu.refunds.Refunds;
import dev.kefu.shared.CaseNumber;
import dev.kefu.shipping.ParcelEventStatus;
import dev.kefu.shipping.ParcelEvents;
import dev.kefu.shipping.ParcelReport;
import dev.kefu.shipping.ParcelView;
import dev.kefu.shipping.Parcels;
import dev.kefu.stock.Stock;
import dev.kefu.workflow.Processes;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.spin.plugin.variable.SpinValues;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** What people do with parcels that did not arrive, step by step as in Tasklist, and what couriers report meanwhile. */
@ProcessTest
@Import(TestOrders.class)
abstract class ParcelWalk {

    static final String KIND = "undeliverable-parcel";
    static final Map<String, Object> ELSEWHERE = Map.of("province", "浙江省", "city", "杭州市", "district", "西湖区", "street", "文三路 99 号 2 幢 301 室");

    @Autowired Department department;
    @Autowired TestOrders shop;
    @Autowired Orders orders;
    @Autowired CaseFiles cases;
    @Autowired Refunds refunds;
    @Autowired Stock stock;
    @Autowired Parcels parcels;
    @Autowired ParcelEvents news;
    @Autowired Processes processes;
    @Autowired RuntimeService runtime;
    @Autowired TaskService tasks;
    @Autowired ManagementService jobs;
    @Autowired Clock clock;

    /** Three cups at 50.00 and a kettle at 900.00 in one parcel, which has not arrived; freight 10.00. */
    String order;
    /** The number of its parcel. */
    String number;

    @BeforeEach
    void send() {
        order = shop.undelivered();
        number = "T" + order;
    }

    ProcessInstance report(String cause) {
        return report(AGENTS, cause);
    }

    ProcessInstance report(String person, String cause) {
        return department.start(person, KIND, Map.of("trackingNumber", number, "cause", cause));
    }

    /** The case of the parcel, however it was opened. */
    ProcessInstance opened() {
        var file = cases.ofOrder(order).get(0);
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(file.caseNumber()).processDefinitionKey(KIND).singleResult();
    }

    void courierReports(ParcelEventStatus status) {
        courierReports(number, status);
    }

    void courierReports(String tracking, ParcelEventStatus status) {
        courierReports("YTO", tracking, status);
    }

    void courierReports(String courier, String tracking, ParcelEventStatus status) {
        department.as(INTEGRATIONS, () -> news.receive(new ParcelReport(UUID.randomUUID().toString(), courier, tracking, status,
                clock.instant(), "杭州")));
    }

    void chase(ProcessInstance parcel, String found) {
        complete(AGENTS, "chaseCourier", parcel, Map.of("found", found, "note", "Telephoned."));
    }

    void comesBack(ProcessInstance parcel) {
        tell(WAREHOUSE, parcel, "parcel-came-back", Map.of());
    }

    void answers(ProcessInstance parcel, String answer) {
        complete(AGENTS, "agreeReshipment", parcel, answer.equals("NO_ANSWER") ? Map.of("answer", answer)
                : Map.of("answer", answer, "note", "On the telephone."));
    }

    /** Sent by an order clerk; the number of the new parcel. */
    String ship(ProcessInstance parcel) {
        var tracking = "N" + key(parcel) + "-" + UUID.randomUUID().toString().substring(0, 6);
        complete(ORDER_CLERKS, "reshipParcel", parcel, Map.of("courier", "YTO", "trackingNumber", tracking));
        return tracking;
    }

    void decide(ProcessInstance parcel, String decision) {
        complete(SUPERVISORS, "decideParcel", parcel, Map.of("decision", decision));
    }

    void inspect(ProcessInstance parcel, String condition) {
        complete(WAREHOUSE, "inspectGoods", parcel, Map.of("findings", List.of(found(1, 3, condition), found(2, 1, condition))));
    }

    static Map<String, Object> found(int line, int accepted, String condition) {
        return Map.of("line", line, "accepted", accepted, "refused", 0, "condition", condition, "qualityProblem", false);
    }

    void approveAndPay(ProcessInstance parcel) {
        if (department.openTasks(key(parcel)).contains("approveRefund")) {
            var group = candidates("approveRefund", parcel).get(0);
            complete(group, "approveRefund", parcel, Map.of("approved", true));
        }
        complete(FINANCE, "confirmPayout", parcel, Map.of("paid", true, "reference", "B-" + key(parcel)));
    }

    void refuseRefund(ProcessInstance parcel) {
        complete(candidates("approveRefund", parcel).get(0), "approveRefund", parcel, Map.of("approved", false, "note", "Too dear."));
    }

    /** The same, of one of its parcels. */
    void comesBack(ProcessInstance parcel, String tracking) {
        tell(WAREHOUSE, parcel, "parcel-came-back", Map.of("trackingNumber", tracking));
    }

    void complete(String person, String task, ProcessInstance parcel, Map<String, Object> variables) {
        var typed = new HashMap<String, Object>(variables);
        typed.computeIfPresent("address", (name, value) -> SpinValues.jsonValue(JSON(value).toString()).create());
        department.complete(person, task, key(parcel), typed);
    }

    void tell(String person, ProcessInstance parcel, String message, Map<String, Object> fields) {
        department.as(person, () -> {
            processes.tell(caseOf(parcel), KIND, message, fields);
            return null;
        });
    }

    List<String> awaited(String person, ProcessInstance parcel) {
        return department.as(person, () -> processes.awaited(caseOf(parcel), KIND));
    }

    void laterAt(String moment, ProcessInstance parcel) {
        FixedClock.set(moment);
        runDueTimers(parcel);
    }

    void runDueTimers(ProcessInstance parcel) {
        for (var due = dueTimers(parcel); !due.isEmpty(); due = dueTimers(parcel)) {
            jobs.executeJob(due.get(0));
        }
    }

    /** What goes on by itself as soon as somebody has time. */
    void runWaiting(ProcessInstance parcel) {
        runWaiting(parcel.getId());
    }

    /** The same of another case. */
    void runWaiting(CaseNumber caseNumber) {
        runtime.createProcessInstanceQuery().processInstanceBusinessKey(caseNumber.value()).list()
                .forEach(each -> runWaiting(each.getProcessInstanceId()));
    }

    /** What cases are told in jobs of their own. */
    void runToldLater() {
        jobs.createJobQuery().messages().list().stream().filter(job -> job.getProcessInstanceId() == null)
                .forEach(job -> jobs.executeJob(job.getId()));
    }

    private void runWaiting(String process) {
        jobs.createJobQuery().processInstanceId(process).messages().list().forEach(job -> jobs.executeJob(job.getId()));
    }

    private List<String> dueTimers(ProcessInstance parcel) {
        return jobs.createJobQuery().processInstanceId(parcel.getId()).timers().executable().list().stream().map(job -> job.getId()).toList();
    }

    List<String> openTasks(ProcessInstance parcel) {
        return department.openTasks(key(parcel));
    }

    Task task(String task, ProcessInstance parcel) {
        return department.openTask(task, key(parcel));
    }

    List<String> candidates(String task, ProcessInstance parcel) {
        return department.candidateGroups(task(task, parcel));
    }

    Object shown(String task, ProcessInstance parcel, String variable) {
        return tasks.getVariable(task(task, parcel).getId(), variable);
    }

    CaseFile file(ProcessInstance parcel) {
        return cases.get(caseOf(parcel));
    }

    String outcome(ProcessInstance parcel) {
        return file(parcel).outcome();
    }

    List<String> timeline(ProcessInstance parcel) {
        return file(parcel).timeline().stream().map(TimelineEntry::what).toList();
    }

    OrderView account() {
        return orders.find(order).orElseThrow();
    }

    ParcelView parcel(String tracking) {
        return parcels.called(tracking).get(0);
    }

    int cupsInStock() {
        return stock.find(TestOrders.cupOf(order)).map(level -> level.onHand()).orElse(0);
    }

    void putInStock(int cups, int kettles) {
        stock.store(TestOrders.cupOf(order), cups, 7, null);
        stock.store(TestOrders.kettleOf(order), kettles, 7, null);
    }

    static String key(ProcessInstance parcel) {
        return parcel.getBusinessKey();
    }

    static CaseNumber caseOf(ProcessInstance parcel) {
        return CaseNumber.of(key(parcel));
    }
}
