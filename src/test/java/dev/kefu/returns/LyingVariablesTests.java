package dev.kefu.returns;

import static dev.kefu.workflow.Groups.AGENTS;
import static dev.kefu.workflow.Groups.FINANCE;
import static dev.kefu.workflow.Groups.JUNIOR_AGENTS;
import static dev.kefu.workflow.Groups.MANAGERS;
import static dev.kefu.workflow.Groups.RETURNS_SPECIALISTS;
import static dev.kefu.workflow.Groups.TEAM_LEADERS;
import static dev.kefu.workflow.Groups.WAREHOUSE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import dev.kefu.Department;
import dev.kefu.ProcessTest;
import dev.kefu.TestOrders;
import dev.kefu.cases.CaseFiles;
import dev.kefu.orders.Orders;
import dev.kefu.refunds.Refunds;
import dev.kefu.shared.CaseNumber;
import dev.kefu.shared.Money;
import dev.kefu.workflow.Processes;
import dev.kefu.workflow.RefusedByRule;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/**
 * Somebody with the power to edit variables makes all of them lie, at every wait of the process: what is paid, to whom, who
 * approves, and which case and order are meant stays as our tables know it.
 */
@ProcessTest
@Import(TestOrders.class)
class LyingVariablesTests {

    @Autowired Department department;
    @Autowired TestOrders shop;
    @Autowired Orders orders;
    @Autowired CaseFiles cases;
    @Autowired Refunds refunds;
    @Autowired Processes processes;
    @Autowired RuntimeService runtime;

    /** Line 1: three cups at 50.00, line 2: one kettle at 900.00; delivered two days ago, freight 10.00. */
    String order;
    String otherOrder;
    CaseNumber otherCase;

    @BeforeEach
    void sell() {
        order = shop.delivered(2);
        otherOrder = shop.delivered(2);
        otherCase = number(start(AGENTS, otherOrder, 2));
    }

    @Test
    void payWhatTheOrderSaysAndCloseTheCaseThatIsMeant() {
        var goods = start(AGENTS, order, 2);
        makeEverythingLie(goods);
        complete(RETURNS_SPECIALISTS, "reviewReturn", goods, Map.of("decision", "APPROVE"));
        makeEverythingLie(goods);
        complete(RETURNS_SPECIALISTS, "arrangeReturn", goods, Map.of("byCustomer", true));
        makeEverythingLie(goods);
        department.as(WAREHOUSE, () -> {
            processes.tell(number(goods), "product-return", "return-parcel-arrived", Map.of());
            return null;
        });
        makeEverythingLie(goods);
        complete(WAREHOUSE, "inspectGoods", goods, Map.of("findings", List.of(
                Map.of("line", 2, "accepted", 1, "refused", 0, "condition", "AS_NEW", "qualityProblem", false))));
        assertThat(department.candidateGroups(department.openTask("approveRefund", key(goods)))).containsExactly(MANAGERS);
        makeEverythingLie(goods);
        restoreAmount(goods, "900.00");
        complete(MANAGERS, "approveRefund", goods, Map.of("approved", true));
        makeEverythingLie(goods);
        restoreAmount(goods, "900.00");
        complete(FINANCE, "confirmPayout", goods, Map.of("paid", true, "reference", "B-1"));

        assertThat(goods).isEnded().hasPassed("recordRefund", "returnClosed");
        assertThat(orders.find(order).orElseThrow().refunded()).isEqualTo(Money.cny("900.00"));
        assertThat(orders.find(order).orElseThrow().line(2).orElseThrow().returnedQuantity()).isEqualTo(1);
        assertThat(orders.find(otherOrder).orElseThrow().promised()).isEqualTo(Money.cny("0.00"));
        assertThat(cases.get(number(goods)).outcome()).isEqualTo("REFUNDED");
        assertThat(cases.get(number(goods)).orderNumber()).isEqualTo(order);
        assertThat(cases.get(otherCase).outcome()).isNull();
        var refund = refunds.latestOf(number(goods)).orElseThrow();
        assertThat(refund.decidedBy()).isEqualTo(MANAGERS);
        assertThat(refund.requestedBy()).isEqualTo(WAREHOUSE);
    }

    @Test
    void letNobodyApproveOrPayAnAmountThatIsNotTheRefunds() {
        var goods = start(AGENTS, order, 2);
        bringBack(goods);
        makeEverythingLie(goods);

        assertThatThrownBy(() -> complete(MANAGERS, "approveRefund", goods, Map.of("approved", true)))
                .isInstanceOf(RefusedByRule.class).hasMessageContaining("the refund is 900.00");

        restoreAmount(goods, "900.00");
        complete(MANAGERS, "approveRefund", goods, Map.of("approved", true));
        makeEverythingLie(goods);
        assertThatThrownBy(() -> complete(FINANCE, "confirmPayout", goods, Map.of("paid", true, "reference", "B-1")))
                .isInstanceOf(RefusedByRule.class).hasMessageContaining("the refund is 900.00");
        assertThat(orders.find(order).orElseThrow().refunded()).isEqualTo(Money.cny("0.00"));
    }

    @Test
    void doNotMakeAnUnpaidRefundLookPaid() {
        var goods = start(AGENTS, order, 2);
        bringBack(goods);
        complete(MANAGERS, "approveRefund", goods, Map.of("approved", true));
        complete(FINANCE, "confirmPayout", goods, Map.of("paid", false));
        makeEverythingLie(goods);
        restoreAmount(goods, "900.00");

        complete(FINANCE, "resolvePayout", goods, Map.of("action", "GIVE_UP", "note", "The account is closed"));

        assertThat(goods).isWaitingAt("settleDifference").hasNotPassed("closeReturn");
        assertThat(orders.find(order).orElseThrow().refunded()).isEqualTo(Money.cny("0.00"));
    }

    @Test
    void giveAJuniorsCaseToTheTeamLeaderAlsoAfterACorrection() {
        var goods = start(JUNIOR_AGENTS, order, 2);
        complete(TEAM_LEADERS, "reviewReturn", goods, Map.of("decision", "ASK", "note", "Which line?"));
        makeEverythingLie(goods);

        complete(AGENTS, "completeRequest", goods, request(order, 2));

        assertThat(department.candidateGroups(department.openTask("reviewReturn", key(goods)))).containsExactly(TEAM_LEADERS);
    }

    /** Every variable that any step, gateway or form of the two processes reads. */
    private void makeEverythingLie(ProcessInstance goods) {
        var lies = new LinkedHashMap<String, Object>();
        lies.put("caseNumber", otherCase.value());
        lies.put("orderNumber", otherOrder);
        lies.put("lines", "[{\"line\":1,\"quantity\":3}]");
        lies.put("amount", "5.00");
        lies.put("currency", "USD");
        lies.put("cause", "STOCK_OUT");
        lies.put("requestedBy", "nobody");
        lies.put("askerGrade", "generalOffice");
        lies.put("approverGroup", "NONE");
        lies.put("approved", true);
        lies.put("paid", true);
        lies.put("action", "PAID_BY_HAND");
        lies.put("refundOutcome", "PAID");
        lies.put("refundNote", "All is well");
        lies.put("nextStep", "CLOSE");
        lies.put("settlement", "REFUND_ANYWAY");
        lies.put("decision", "REJECT");
        lies.put("reviewers", RETURNS_SPECIALISTS);
        lies.put("verdict", "Within the policy.");
        lies.put("goods", "1 × Kettle");
        lies.put("request", "Defective.");
        lies.put("reviewNote", "Nothing");
        lies.put("granted", true);
        lies.put("exceptionGroup", RETURNS_SPECIALISTS);
        lies.put("whereabouts", "STAY");
        lies.put("returnDeadline", new Date(0));
        lies.put("difference", "Nothing");
        lies.put("units", "1 × Ring");
        lies.put("repair", "NOT_REPAIRABLE");
        lies.put("earlierCase", otherCase.value());
        lies.put("byCustomer", false);
        lies.put("registerReturn", "a variable named like a step");
        lies.put("decideRefund", "another");
        instancesOf(goods).forEach(instance -> runtime.setVariables(instance, lies));
    }

    private void restoreAmount(ProcessInstance goods, String amount) {
        instancesOf(goods).forEach(instance -> runtime.setVariables(instance, Map.of("amount", amount, "currency", "CNY")));
    }

    private List<String> instancesOf(ProcessInstance goods) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(key(goods)).list().stream()
                .map(ProcessInstance::getId).toList();
    }

    private ProcessInstance start(String person, String orderNumber, int line) {
        return department.start(person, "product-return", request(orderNumber, line));
    }

    private static Map<String, Object> request(String orderNumber, int line) {
        return Map.of("orderNumber", orderNumber, "lines", List.of(Map.of("line", line, "quantity", 1)),
                "reason", "CHANGED_MIND", "resolution", "REFUND");
    }

    private void bringBack(ProcessInstance goods) {
        complete(RETURNS_SPECIALISTS, "reviewReturn", goods, Map.of("decision", "APPROVE"));
        complete(RETURNS_SPECIALISTS, "arrangeReturn", goods, Map.of("byCustomer", true));
        department.as(WAREHOUSE, () -> {
            processes.tell(number(goods), "product-return", "return-parcel-arrived", Map.of());
            return null;
        });
        complete(WAREHOUSE, "inspectGoods", goods, Map.of("findings", List.of(
                Map.of("line", 2, "accepted", 1, "refused", 0, "condition", "AS_NEW", "qualityProblem", false))));
    }

    private void complete(String person, String task, ProcessInstance goods, Map<String, Object> variables) {
        department.complete(person, task, key(goods), new HashMap<>(variables));
    }

    private static String key(ProcessInstance goods) {
        return goods.getBusinessKey();
    }

    private static CaseNumber number(ProcessInstance goods) {
        return CaseNumber.of(key(goods));
    }
}
