package dev.kefu.refunds;

import static dev.kefu.PaymentService.PAYS;
import static dev.kefu.PaymentService.PENDS;
import static dev.kefu.PaymentService.REFUSES;
import static dev.kefu.workflow.Groups.AGENTS;
import static dev.kefu.workflow.Groups.FINANCE;
import static dev.kefu.workflow.Groups.MANAGERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.doReturn;

import dev.kefu.Department;
import dev.kefu.PaymentService;
import dev.kefu.PaymentService.Manner;
import dev.kefu.ProcessTest;
import dev.kefu.TestOrders;
import dev.kefu.cases.CaseFiles;
import dev.kefu.cases.NewCase;
import dev.kefu.orders.LineQuantity;
import dev.kefu.orders.Orders;
import dev.kefu.shared.CaseNumber;
import dev.kefu.shared.Money;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.bean.override.mockito.MockitoSpyBean;

/** Each path of {@code refund.bpmn} with a payment service, called as any process of a case calls it. */
@ProcessTest
@Import(TestOrders.class)
class RefundProcessTests {

    private static final PaymentService SERVICE = new PaymentService();
    private static final AtomicInteger EVENTS = new AtomicInteger();

    @Autowired Department department;
    @Autowired TestOrders shop;
    @Autowired Orders orders;
    @Autowired CaseFiles cases;
    @Autowired Refunds refunds;
    @Autowired PayoutReports reports;
    @Autowired RuntimeService runtime;
    @Autowired RepositoryService models;
    @Autowired HistoryService history;
    @Autowired ManagementService jobs;
    @Autowired Clock clock;
    @MockitoSpyBean dev.kefu.refunds.PaymentService service;

    /** Line 1: three cups at 50.00, line 2: one kettle at 900.00. */
    String order;

    @DynamicPropertySource
    static void connect(DynamicPropertyRegistry properties) {
        properties.add("kefu.payments.url", SERVICE::url);
        properties.add("kefu.payments.secret", () -> PaymentService.SECRET);
        properties.add("kefu.payments.silence", () -> "PT90M");
    }

    @BeforeEach
    void sell() {
        order = shop.delivered(2);
        if (models.createProcessDefinitionQuery().processDefinitionKey("pay-back").count() == 0) {
            models.createDeployment().addModelInstance("pay-back.bpmn", Bpmn.createExecutableProcess("pay-back")
                    .camundaHistoryTimeToLiveString("P365D").startEvent()
                    .callActivity().calledElement("refund").camundaInBusinessKey("#{execution.processBusinessKey}")
                    .camundaOut("refundOutcome", "refundOutcome").endEvent().done()).deploy();
        }
    }

    @Test
    void isPaidByTheService() {
        var goods = refundOf(1, PAYS);
        assertThat(steps(goods)).contains("authorisePayout").doesNotContain("approveRefund");

        due(goods);

        assertThat(steps(goods)).containsSubsequence("authorisePayout", "orderPayout", "refundPaid")
                .doesNotContain("settlePayout", "confirmPayout", "resolvePayout");
        assertEnded(goods, RefundStatus.PAID, "PAID");
    }

    @Test
    void isOrderedOnlyAfterTheApproval() {
        var goods = refundOf(2, PAYS);
        assertThat(SERVICE.ordersOf(goods.value())).isEmpty();

        department.complete(MANAGERS, "approveRefund", goods.value(), Map.of("approved", true));
        due(goods);

        assertThat(steps(goods)).containsSubsequence("approveRefund", "authorisePayout", "orderPayout", "refundPaid");
        assertEnded(goods, RefundStatus.PAID, "PAID");
    }

    @Test
    void isNeverOrderedWhereItIsRefused() {
        var goods = refundOf(2, PAYS);

        department.complete(MANAGERS, "approveRefund", goods.value(), Map.of("approved", false, "note", "Show me a photo"));

        assertThat(steps(goods)).contains("refundRefused").doesNotContain("authorisePayout");
        assertEnded(goods, RefundStatus.REFUSED, "REFUSED");
        assertThat(SERVICE.ordersOf(goods.value())).isEmpty();
    }

    @Test
    void isPaidWhenTheServiceReportsIt() {
        var goods = pending();

        report(goods, PayoutEventStatus.PAID);

        assertThat(steps(goods)).containsSubsequence("orderPayout", "settlePayout", "recordPayoutReport", "refundPaid")
                .doesNotContain("confirmPayout", "resolvePayout");
        assertEnded(goods, RefundStatus.PAID, "PAID");
    }

    @Test
    void comesToFinanceWhenTheServiceReportsAFailure() {
        var goods = pending();
        report(goods, PayoutEventStatus.FAILED);
        assertThat(department.openTasks(goods.value())).containsExactly("resolvePayout");

        resolve(goods, Map.of("action", "GIVE_UP", "note", "No account any more"));

        assertThat(steps(goods)).containsSubsequence("recordPayoutReport", "settlePayout", "resolvePayout", "payoutResolved",
                "refundAbandoned");
        assertEnded(goods, RefundStatus.ABANDONED, "ABANDONED");
        assertThat(orders.find(order).orElseThrow().refunded()).isEqualTo(Money.cny("0.00"));
    }

    @Test
    void comesToFinanceWhenTheServiceIsSilentForTooLong() {
        var goods = pending();
        assertThat(job(goods).getDuedate()).isEqualTo(Date.from(clock.instant().plus(Duration.ofMinutes(90))));
        due(goods);

        department.complete(FINANCE, "confirmPayout", goods.value(), Map.of("paid", true, "reference", "Statement 7"));

        assertThat(steps(goods)).containsSubsequence("serviceSilent", "confirmPayout", "payoutConfirmed", "refundPaid");
        assertEnded(goods, RefundStatus.PAID, "PAID");
    }

    @Test
    void endsTheTaskOfFinanceWhenTheServiceReportsAfterItsSilence() {
        var goods = pending();
        due(goods);
        assertThat(department.openTasks(goods.value())).containsExactly("confirmPayout");

        report(goods, PayoutEventStatus.PAID);

        assertThat(steps(goods)).containsSubsequence("serviceSilent", "confirmPayout", "recordPayoutReport", "refundPaid")
                .doesNotContain("payoutConfirmed");
        assertEnded(goods, RefundStatus.PAID, "PAID");
    }

    @Test
    void isOrderedOnceMoreWhereFinanceFoundNoPayment() {
        var goods = pending();
        SERVICE.next(PAYS);
        due(goods);
        department.complete(FINANCE, "confirmPayout", goods.value(), Map.of("paid", false));

        resolve(goods, Map.of("action", "RETRY", "note", "Once more"));
        due(goods);

        assertThat(steps(goods)).containsSubsequence("confirmPayout", "resolvePayout", "payoutResolved", "authorisePayout",
                "orderPayout", "refundPaid");
        assertEnded(goods, RefundStatus.PAID, "PAID");
    }

    @Test
    void isPaidByNobodyElseWhileTheServiceMayPayThoughItIsNotConnectedAnyMore() {
        var goods = pending();
        due(goods);
        department.complete(FINANCE, "confirmPayout", goods.value(), Map.of("paid", false));
        doReturn(false).when(service).isConnected();

        assertThatThrownBy(() -> resolve(goods, Map.of("action", "RETRY", "note", "Once more")))
                .hasStackTraceContaining("No payment service is connected");
        assertThat(department.openTasks(goods.value())).containsExactly("resolvePayout");
        report(goods, PayoutEventStatus.FAILED);
        resolve(goods, Map.of("action", "RETRY", "note", "It has failed now"));

        assertThat(department.openTasks(goods.value())).containsExactly("confirmPayout");
    }

    @Test
    void isPaidByHandAfterARefusal() {
        var goods = refundOf(1, REFUSES);
        due(goods);

        resolve(goods, Map.of("action", "PAID_BY_HAND", "note", "Cash"));

        assertThat(steps(goods)).containsSubsequence("orderPayout", "settlePayout", "resolvePayout", "payoutResolved", "refundPaid")
                .doesNotContain("confirmPayout");
        assertEnded(goods, RefundStatus.PAID, "PAID");
    }

    private CaseNumber pending() {
        var goods = refundOf(1, PENDS);
        due(goods);
        assertThat(department.openTasks(goods.value())).isEmpty();
        return goods;
    }

    /** A case that has decided the refund of one unit of the line, and has called the process. */
    private CaseNumber refundOf(int line, Manner... manners) {
        SERVICE.next(manners);
        var goods = cases.open(new NewCase("product-return", order, "C-" + order, AGENTS, null));
        refunds.decide(new RefundRequest(goods, order, List.of(new LineQuantity(line, 1)), false, RefundCause.RETURN, AGENTS));
        runtime.startProcessInstanceByKey("pay-back", goods.value());
        return goods;
    }

    private void resolve(CaseNumber goods, Map<String, Object> decision) {
        department.complete(FINANCE, "resolvePayout", goods.value(), decision);
    }

    private void report(CaseNumber goods, PayoutEventStatus status) {
        reports.receive(new PayoutReport("P-" + EVENTS.incrementAndGet(),
                SERVICE.ordersOf(goods.value()).get(0).key(), status, "R-1", "As told"));
    }

    /** The job of the refund that is due, or whose time has come. */
    private void due(CaseNumber goods) {
        jobs.executeJob(job(goods).getId());
    }

    private Job job(CaseNumber goods) {
        var refund = runtime.createProcessInstanceQuery().processInstanceBusinessKey(goods.value())
                .processDefinitionKey("refund").singleResult();
        return jobs.createJobQuery().processInstanceId(refund.getId()).singleResult();
    }

    private List<String> steps(CaseNumber goods) {
        var refund = history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(goods.value())
                .processDefinitionKey("refund").singleResult();
        return history.createHistoricActivityInstanceQuery().processInstanceId(refund.getId())
                .orderPartiallyByOccurrence().asc().list().stream().map(HistoricActivityInstance::getActivityId).toList();
    }

    private void assertEnded(CaseNumber goods, RefundStatus status, String outcome) {
        assertThat(runtime.createProcessInstanceQuery().processInstanceBusinessKey(goods.value()).count()).isZero();
        assertThat(refunds.latestOf(goods).orElseThrow().status()).isEqualTo(status);
        var caller = history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(goods.value())
                .processDefinitionKey("pay-back").singleResult();
        assertThat(history.createHistoricVariableInstanceQuery().processInstanceId(caller.getId())
                .variableName("refundOutcome").singleResult().getValue()).isEqualTo(outcome);
    }
}
