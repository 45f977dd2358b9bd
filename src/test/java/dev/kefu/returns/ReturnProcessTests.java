package dev.kefu.returns;

import static dev.kefu.workflow.Groups.AGENTS;
import static dev.kefu.workflow.Groups.CONSULTANTS;
import static dev.kefu.workflow.Groups.FINANCE;
import static dev.kefu.workflow.Groups.JUNIOR_AGENTS;
import static dev.kefu.workflow.Groups.MANAGERS;
import static dev.kefu.workflow.Groups.RETURNS_SPECIALISTS;
import static dev.kefu.workflow.Groups.SUPERVISORS;
import static dev.kefu.workflow.Groups.TEAM_LEADERS;
import static dev.kefu.workflow.Groups.WAREHOUSE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import dev.kefu.Department;
import dev.kefu.FixedClock;
import dev.kefu.ProcessTest;
import dev.kefu.TestOrders;
import dev.kefu.cases.CaseFiles;
import dev.kefu.cases.CaseStatus;
import dev.kefu.orders.Orders;
import dev.kefu.refunds.Refunds;
import dev.kefu.shared.CaseNumber;
import dev.kefu.shared.Money;
import dev.kefu.workflow.Processes;
import dev.kefu.workflow.RefusedByRule;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.camunda.bpm.engine.history.HistoricVariableUpdate;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Each path of {@code product-return.bpmn}, and of {@code refund.bpmn} as returns call it, to its end. */
@ProcessTest
@Import(TestOrders.class)
class ReturnProcessTests {

    @Autowired Department department;
    @Autowired TestOrders shop;
    @Autowired Orders orders;
    @Autowired CaseFiles cases;
    @Autowired Refunds refunds;
    @Autowired Processes processes;
    @Autowired HistoryService history;
    @Autowired TaskService tasks;

    /** Line 1: three cups at 50.00, line 2: one kettle at 900.00; delivered two days ago, freight 10.00. */
    String order;

    @BeforeEach
    void sell() {
        order = shop.delivered(2);
    }

    @Test
    void refundsASmallReturnWithoutApproval() {
        var goods = returnOf(AGENTS, Map.of("line", 1, "quantity", 2));

        approveAndBringBack(goods);
        inspect(goods, finding(1, 2, 0));
        pay(goods);

        assertThat(goods).isEnded().hasPassed("customerRefunded");
        assertThat(refundSteps(goods)).contains("refundPaid").doesNotContain("approveRefund");
        assertThat(cases.get(number(goods)).outcome()).isEqualTo("REFUNDED");
        assertThat(cases.get(number(goods)).status()).isEqualTo(CaseStatus.CLOSED);
        assertThat(orders.find(order).orElseThrow().refunded()).isEqualTo(Money.cny("100.00"));
        assertThat(orders.find(order).orElseThrow().line(1).orElseThrow().returnedQuantity()).isEqualTo(2);
    }

    @Test
    void asksAManagerWhereTheAmountIsAboveTheLimitOfTheAsker() {
        var goods = returnOf(AGENTS, Map.of("line", 2, "quantity", 1));
        approveAndBringBack(goods);
        inspect(goods, finding(2, 1, 0));

        var approval = department.openTask("approveRefund", key(goods));

        assertThat(department.candidateGroups(approval)).containsExactly(MANAGERS);
        assertThatThrownBy(() -> complete(SUPERVISORS, "approveRefund", goods, Map.of("approved", true)))
                .isInstanceOf(AuthorizationException.class);
        complete(MANAGERS, "approveRefund", goods, Map.of("approved", true));
        pay(goods);
        assertThat(goods).isEnded();
        assertThat(refundSteps(goods)).contains("approveRefund", "refundPaid");
        assertThat(refunds.latestOf(number(goods)).orElseThrow().decidedBy()).isEqualTo(MANAGERS);
    }

    @Test
    void passesTheApprovalUpWhereNobodyElseIsInTheGroup() {
        var goods = returnOf(MANAGERS, Map.of("line", 2, "quantity", 1));
        approveAndBringBack(goods);
        inspect(goods, finding(2, 1, 0));

        var approval = department.openTask("approveRefund", key(goods));

        assertThat(department.candidateGroups(approval)).containsExactly(SUPERVISORS);
        assertThatThrownBy(() -> complete(MANAGERS, "approveRefund", goods, Map.of("approved", true)))
                .isInstanceOf(AuthorizationException.class);
        complete(SUPERVISORS, "approveRefund", goods, Map.of("approved", true));
        pay(goods);
        assertThat(goods).isEnded();
    }

    @Test
    void rejectsWithTheReasonAndFreesTheUnits() {
        var goods = returnOf(AGENTS, Map.of("line", 1, "quantity", 3));

        assertThatThrownBy(() -> complete(RETURNS_SPECIALISTS, "reviewReturn", goods, Map.of("decision", "REJECT")))
                .isInstanceOf(RefusedByRule.class).hasMessageContaining("reason");
        complete(RETURNS_SPECIALISTS, "reviewReturn", goods, Map.of("decision", "REJECT", "note", "Worn for a week"));

        assertThat(goods).isEnded().hasPassed("returnRejected").hasNotPassed("approveReturn");
        assertThat(cases.get(number(goods)).outcome()).isEqualTo("REJECTED");
        assertThat(cases.get(number(goods)).timeline()).anyMatch(entry -> "Worn for a week".equals(entry.text()));
        assertThat(unitsThatMayComeBack()).isEqualTo(3);
    }

    @Test
    void refusesToApproveAgainstThePolicy() {
        order = shop.delivered(8);
        var goods = returnOf(AGENTS, Map.of("line", 1, "quantity", 1));

        assertThatThrownBy(() -> complete(RETURNS_SPECIALISTS, "reviewReturn", goods, Map.of("decision", "APPROVE")))
                .isInstanceOf(RefusedByRule.class).hasMessageContaining("policy");

        assertThat(goods).isWaitingAt("reviewReturn");
    }

    @Test
    void takesTheLastDayOfThePolicyAsAWholeDay() {
        order = shop.delivered(7);
        FixedClock.set("2026-11-23T23:59:59+08:00");
        var goods = returnOf(AGENTS, Map.of("line", 1, "quantity", 1));

        complete(RETURNS_SPECIALISTS, "reviewReturn", goods, Map.of("decision", "APPROVE"));

        assertThat(goods).isWaitingAt("arrangeReturn");
    }

    @Test
    void isOutsideThePolicyWithTheFirstSecondOfTheNextDay() {
        order = shop.delivered(7);
        FixedClock.set("2026-11-24T00:00:00+08:00");
        var goods = returnOf(AGENTS, Map.of("line", 1, "quantity", 1));

        assertThatThrownBy(() -> complete(RETURNS_SPECIALISTS, "reviewReturn", goods, Map.of("decision", "APPROVE")))
                .isInstanceOf(RefusedByRule.class).hasMessageContaining("policy");
    }

    @Test
    void asksTheCustomerAndReviewsTheCorrectedRequestAgain() {
        var goods = returnOf(AGENTS, Map.of("line", 1, "quantity", 3));
        complete(RETURNS_SPECIALISTS, "reviewReturn", goods, Map.of("decision", "ASK", "note", "How many cups?"));

        complete(AGENTS, "completeRequest", goods, Map.of("orderNumber", order, "reason", "DEFECTIVE",
                "resolution", "REFUND", "lines", List.of(Map.of("line", 1, "quantity", 1)), "note", "Only one"));

        assertThat(goods).isWaitingAt("reviewReturn").hasPassed("correctRequest");
        assertThat(orders.find(order).orElseThrow().line(1).orElseThrow().openQuantity()).isEqualTo(1);
        complete(RETURNS_SPECIALISTS, "reviewReturn", goods, Map.of("decision", "APPROVE"));
        assertThat(goods).isWaitingAt("arrangeReturn");
    }

    @Test
    void givesTheFreightBackOnceWhereTheShopIsAtFault() {
        var first = returnBecause("DEFECTIVE", Map.of("line", 1, "quantity", 1));
        approveAndBringBack(first);
        inspect(first, finding(1, 1, 0));
        pay(first);

        var second = returnBecause("DEFECTIVE", Map.of("line", 1, "quantity", 1));
        approveAndBringBack(second);
        inspect(second, finding(1, 1, 0));
        pay(second);

        assertThat(refunds.latestOf(number(first)).orElseThrow().amount()).isEqualTo(Money.cny("60.00"));
        assertThat(refunds.latestOf(number(second)).orElseThrow().amount()).isEqualTo(Money.cny("50.00"));
    }

    @Test
    void refundsOnlyWhatWasAcceptedAndFreesWhatDidNotArrive() {
        var goods = returnOf(AGENTS, Map.of("line", 1, "quantity", 3));
        approveAndBringBack(goods);

        inspect(goods, finding(1, 1, 0), finding(1, 0, 1));

        assertThat(orders.find(order).orElseThrow().line(1).orElseThrow().openQuantity()).isEqualTo(2);
        pay(goods);
        assertThat(refunds.latestOf(number(goods)).orElseThrow().amount()).isEqualTo(Money.cny("50.00"));
        assertThat(orders.find(order).orElseThrow().line(1).orElseThrow().returnedQuantity()).isEqualTo(1);
        assertThat(unitsThatMayComeBack()).isEqualTo(2);
    }

    @Test
    void refusesFindingsThatDontFitTheReturn() {
        var goods = returnOf(AGENTS, Map.of("line", 1, "quantity", 2));
        approveAndBringBack(goods);

        assertThatThrownBy(() -> inspect(goods, finding(2, 1, 0))).hasMessageContaining("Line 2");
        assertThatThrownBy(() -> inspect(goods, finding(1, 2, 1))).hasMessageContaining("3 units");
        assertThatThrownBy(() -> inspect(goods, finding(1, -1, 0))).hasMessageContaining("fewer than 0");

        assertThat(goods).isWaitingAt("inspectGoods");
    }

    @Test
    void sendsGoodsBackOfWhichNothingWasAccepted() {
        var goods = returnOf(AGENTS, Map.of("line", 1, "quantity", 2));
        approveAndBringBack(goods);
        inspect(goods, finding(1, 0, 2));

        complete(RETURNS_SPECIALISTS, "settleDifference", goods, Map.of("settlement", "SEND_BACK", "note", "Agreed"));
        complete(WAREHOUSE, "shipBack", goods, Map.of("courier", "ZTO", "trackingNumber", "ZT77"));

        assertThat(goods).isEnded().hasPassed("goodsSentBack").hasNotPassed("decideRefund");
        assertThat(cases.get(number(goods)).outcome()).isEqualTo("SENT_BACK");
        assertThat(unitsThatMayComeBack()).isEqualTo(3);
    }

    @Test
    void closesWithoutMoneyWhereNothingWasAcceptedAndTheCustomerAgrees() {
        var goods = returnOf(AGENTS, Map.of("line", 1, "quantity", 2));
        approveAndBringBack(goods);
        inspect(goods, finding(1, 0, 2));

        complete(RETURNS_SPECIALISTS, "settleDifference", goods, Map.of("settlement", "AS_FOUND", "note", "Agreed"));

        assertThat(goods).isEnded().hasPassed("returnRejectedAfterInspection");
        assertThat(cases.get(number(goods)).outcome()).isEqualTo("REJECTED");
    }

    @Test
    void refundsEverythingThatArrivedWhereThatIsAgreed() {
        var goods = returnOf(AGENTS, Map.of("line", 1, "quantity", 2));
        approveAndBringBack(goods);
        inspect(goods, finding(1, 0, 2));

        complete(RETURNS_SPECIALISTS, "settleDifference", goods, Map.of("settlement", "REFUND_ANYWAY", "note", "Goodwill"));
        pay(goods);

        assertThat(goods).isEnded().hasPassed("customerRefunded");
        assertThat(orders.find(order).orElseThrow().refunded()).isEqualTo(Money.cny("100.00"));
    }

    @Test
    void goesBackToTheSpecialistWhereTheRefundIsRefused() {
        var goods = returnOf(AGENTS, Map.of("line", 2, "quantity", 1));
        approveAndBringBack(goods);
        inspect(goods, finding(2, 1, 0));

        assertThatThrownBy(() -> complete(MANAGERS, "approveRefund", goods, Map.of("approved", false)))
                .isInstanceOf(RefusedByRule.class).hasMessageContaining("why");
        complete(MANAGERS, "approveRefund", goods, Map.of("approved", false, "note", "Photo first"));

        assertThat(goods).isWaitingAt("settleDifference");
        assertThat(orders.find(order).orElseThrow().promised()).isEqualTo(Money.cny("0.00"));
        complete(RETURNS_SPECIALISTS, "settleDifference", goods, Map.of("settlement", "AS_FOUND", "note", "Photo added"));
        complete(MANAGERS, "approveRefund", goods, Map.of("approved", true));
        pay(goods);
        assertThat(goods).isEnded().hasPassed("customerRefunded");
        assertThat(orders.find(order).orElseThrow().refunded()).isEqualTo(Money.cny("900.00"));
    }

    @Test
    void triesAPaymentAgainThatDidNotGoThrough() {
        var goods = returnOf(AGENTS, Map.of("line", 1, "quantity", 1));
        approveAndBringBack(goods);
        inspect(goods, finding(1, 1, 0));

        complete(FINANCE, "confirmPayout", goods, Map.of("paid", false));
        complete(FINANCE, "resolvePayout", goods, Map.of("action", "RETRY", "note", "Bank was closed"));
        pay(goods);

        assertThat(goods).isEnded().hasPassed("customerRefunded");
        assertThat(orders.find(order).orElseThrow().refunded()).isEqualTo(Money.cny("50.00"));
    }

    @Test
    void countsAPaymentByHand() {
        var goods = returnOf(AGENTS, Map.of("line", 1, "quantity", 1));
        approveAndBringBack(goods);
        inspect(goods, finding(1, 1, 0));

        complete(FINANCE, "confirmPayout", goods, Map.of("paid", false));
        complete(FINANCE, "resolvePayout", goods, Map.of("action", "PAID_BY_HAND", "note", "Cash", "reference", "C-1"));

        assertThat(goods).isEnded().hasPassed("customerRefunded");
        assertThat(refunds.latestOf(number(goods)).orElseThrow().paymentReference()).isEqualTo("C-1");
    }

    @Test
    void goesBackToTheSpecialistWhereThePaymentIsGivenUp() {
        var goods = returnOf(AGENTS, Map.of("line", 1, "quantity", 1));
        approveAndBringBack(goods);
        inspect(goods, finding(1, 1, 0));

        complete(FINANCE, "confirmPayout", goods, Map.of("paid", false));
        complete(FINANCE, "resolvePayout", goods, Map.of("action", "GIVE_UP", "note", "Account closed"));

        assertThat(goods).isWaitingAt("settleDifference");
        assertThat(orders.find(order).orElseThrow().refundable()).isEqualTo(orders.find(order).orElseThrow().paid());
    }

    @Test
    void needsAReferenceForAPayment() {
        var goods = returnOf(AGENTS, Map.of("line", 1, "quantity", 1));
        approveAndBringBack(goods);
        inspect(goods, finding(1, 1, 0));

        assertThatThrownBy(() -> complete(FINANCE, "confirmPayout", goods, Map.of("paid", true)))
                .isInstanceOf(RefusedByRule.class).hasMessageContaining("reference");

        assertThat(department.openTasks(key(goods))).containsExactly("confirmPayout");
    }

    @Test
    void givesAJuniorAgentsReturnToATeamLeader() {
        var goods = returnOf(JUNIOR_AGENTS, Map.of("line", 1, "quantity", 1));

        var review = department.openTask("reviewReturn", key(goods));

        assertThat(department.candidateGroups(review)).containsExactly(TEAM_LEADERS);
        complete(TEAM_LEADERS, "reviewReturn", goods, Map.of("decision", "APPROVE"));
        assertThat(goods).isWaitingAt("arrangeReturn");
    }

    @Test
    void refusesMoreThanWasBoughtAcrossOpenAndFinishedReturns() {
        var goods = returnOf(AGENTS, Map.of("line", 1, "quantity", 2));
        approveAndBringBack(goods);
        inspect(goods, finding(1, 2, 0));
        pay(goods);

        assertThatThrownBy(() -> returnOf(CONSULTANTS, Map.of("line", 1, "quantity", 2)))
                .isInstanceOf(RefusedByRule.class).hasMessageContaining("1");

        assertThat(cases.ofOrder(order)).hasSize(1);
    }

    @Test
    void refusesWhatHasNotBeenDelivered() {
        order = shop.undelivered();

        assertThatThrownBy(() -> returnOf(AGENTS, Map.of("line", 1, "quantity", 1)))
                .isInstanceOf(RefusedByRule.class).hasMessageContaining("not been delivered");

        assertThat(cases.ofOrder(order)).isEmpty();
    }

    @Test
    void isClaimedByPeopleForThemselvesOnly() {
        var goods = returnOf(AGENTS, Map.of("line", 1, "quantity", 1));
        var review = department.openTask("reviewReturn", key(goods));

        assertThatThrownBy(() -> department.as(RETURNS_SPECIALISTS, () -> {
            tasks.claim(review.getId(), AGENTS);
            return null;
        })).isInstanceOf(AuthorizationException.class);

        assertThat(department.openTask("reviewReturn", key(goods)).getAssignee()).isNull();
    }

    @Test
    void refusesVariablesThatAreNotItsOwn() {
        var goods = returnOf(AGENTS, Map.of("line", 1, "quantity", 1));

        assertThatThrownBy(() -> complete(RETURNS_SPECIALISTS, "reviewReturn", goods,
                Map.of("decision", "APPROVE", "amount", "9999.00")))
                .isInstanceOf(RefusedByRule.class).hasMessageContaining("amount is not accepted here");

        assertThat(goods).isWaitingAt("reviewReturn");
    }

    @Test
    void keepsWhatPeopleWroteOutOfTheEnginesHistory() {
        var goods = returnOf(AGENTS, Map.of("line", 1, "quantity", 2));
        approveAndBringBack(goods);
        inspect(goods, finding(1, 0, 2));
        complete(RETURNS_SPECIALISTS, "settleDifference", goods, Map.of("settlement", "AS_FOUND", "note", "Mrs Li agreed"));

        var kept = history.createHistoricVariableInstanceQuery().processInstanceId(goods.getId()).includeDeleted().list()
                .stream().map(HistoricVariableInstance::getName).toList();
        var changes = history.createHistoricDetailQuery().processInstanceId(goods.getId()).variableUpdates().list()
                .stream().map(change -> ((HistoricVariableUpdate) change).getVariableName()).toList();

        assertThat(kept).contains("decision", "settlement").doesNotContain("note", "findings", "request");
        assertThat(changes).doesNotContain("note", "findings", "request");
    }

    private ProcessInstance returnOf(String person, Map<String, Object> line) {
        return start(person, "CHANGED_MIND", line);
    }

    private ProcessInstance returnBecause(String reason, Map<String, Object> line) {
        return start(AGENTS, reason, line);
    }

    private ProcessInstance start(String person, String reason, Map<String, Object> line) {
        return department.start(person, "product-return", Map.of("orderNumber", order, "lines", List.of(line),
                "reason", reason, "resolution", "REFUND"));
    }

    private void approveAndBringBack(ProcessInstance goods) {
        complete(RETURNS_SPECIALISTS, "reviewReturn", goods, Map.of("decision", "APPROVE"));
        complete(RETURNS_SPECIALISTS, "arrangeReturn", goods, Map.of("courier", "YTO", "trackingNumber", "YT" + key(goods)));
        department.as(WAREHOUSE, () -> {
            processes.tell(number(goods), "product-return", "return-parcel-arrived", Map.of());
            return null;
        });
    }

    @SafeVarargs
    private void inspect(ProcessInstance goods, Map<String, Object>... findings) {
        complete(WAREHOUSE, "inspectGoods", goods, Map.of("findings", List.of(findings)));
    }

    private void pay(ProcessInstance goods) {
        complete(FINANCE, "confirmPayout", goods, Map.of("paid", true, "reference", "B-" + key(goods)));
    }

    private void complete(String person, String task, ProcessInstance goods, Map<String, Object> variables) {
        department.complete(person, task, key(goods), new HashMap<>(variables));
    }

    private int unitsThatMayComeBack() {
        var line = orders.find(order).orElseThrow().line(1).orElseThrow();
        return line.quantity() - line.returnedQuantity() - line.openQuantity();
    }

    private static Map<String, Object> finding(int line, int accepted, int refused) {
        return Map.of("line", line, "accepted", accepted, "refused", refused, "condition", "AS_NEW",
                "qualityProblem", false);
    }

    /** The steps that the called process went through. */
    private List<String> refundSteps(ProcessInstance goods) {
        var refund = history.createHistoricProcessInstanceQuery().superProcessInstanceId(goods.getId()).singleResult();
        assertThat(refund.getEndTime()).isNotNull();
        return history.createHistoricActivityInstanceQuery().processInstanceId(refund.getId()).list().stream()
                .map(HistoricActivityInstance::getActivityId).toList();
    }

    private static String key(ProcessInstance goods) {
        return goods.getBusinessKey();
    }

    private static CaseNumber number(ProcessInstance goods) {
        return CaseNumber.of(key(goods));
    }
}
