package dev.kefu.returns;

import static dev.kefu.workflow.Groups.AGENTS;
import static dev.kefu.workflow.Groups.CONSULTANTS;
import static dev.kefu.workflow.Groups.JUNIOR_AGENTS;
import static dev.kefu.workflow.Groups.MARKETING_VP;
import static dev.kefu.workflow.Groups.RETURNS_SPECIALISTS;
import static dev.kefu.workflow.Groups.SUPERVISORS;
import static dev.kefu.workflow.Groups.TEAM_LEADERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import dev.kefu.FixedClock;
import dev.kefu.workflow.RefusedByRule;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;

/** From the request to what a review decides: every way of the first half of the box "Obtain goods". */
class ReturnReviewTests extends ReturnWalk {

    @Test
    void rejectsWithTheReasonAndFreesTheUnits() {
        var goods = returnOf(AGENTS, line(1, 3));

        assertThatThrownBy(() -> complete(RETURNS_SPECIALISTS, "reviewReturn", goods, Map.of("decision", "REJECT")))
                .isInstanceOf(RefusedByRule.class).hasMessageContaining("reason");
        complete(RETURNS_SPECIALISTS, "reviewReturn", goods, Map.of("decision", "REJECT", "note", "Worn for a week"));

        assertThat(goods).isEnded().hasPassed("returnRejected").hasNotPassed("approveReturn");
        assertThat(outcome(goods)).isEqualTo("REJECTED");
        assertThat(cases.get(number(goods)).timeline()).anyMatch(entry -> "Worn for a week".equals(entry.text()));
        assertThat(unitsThatMayComeBack()).isEqualTo(3);
    }

    @Test
    void refusesToApproveAgainstThePolicy() {
        order = shop.delivered(8);
        var goods = returnOf(AGENTS, line(1, 1));

        assertThatThrownBy(() -> complete(RETURNS_SPECIALISTS, "reviewReturn", goods, Map.of("decision", "APPROVE")))
                .isInstanceOf(RefusedByRule.class).hasMessageContaining("policy");

        assertThat(goods).isWaitingAt("reviewReturn");
    }

    @Test
    void takesTheLastDayOfThePolicyAsAWholeDay() {
        order = shop.delivered(7);
        FixedClock.set("2026-11-23T23:59:59+08:00");
        var goods = returnOf(AGENTS, line(1, 1));

        approve(goods);

        assertThat(goods).isWaitingAt("arrangeReturn");
    }

    @Test
    void isOutsideThePolicyWithTheFirstSecondOfTheNextDay() {
        order = shop.delivered(7);
        FixedClock.set("2026-11-24T00:00:00+08:00");
        var goods = returnOf(AGENTS, line(1, 1));

        assertThatThrownBy(() -> complete(RETURNS_SPECIALISTS, "reviewReturn", goods, Map.of("decision", "APPROVE")))
                .isInstanceOf(RefusedByRule.class).hasMessageContaining("policy");
    }

    @Test
    void asksTheCustomerAndReviewsTheCorrectedRequestAgain() {
        var goods = returnOf(AGENTS, line(1, 3));
        complete(RETURNS_SPECIALISTS, "reviewReturn", goods, Map.of("decision", "ASK", "note", "How many cups?"));

        complete(AGENTS, "completeRequest", goods, Map.of("orderNumber", order, "reason", "DEFECTIVE",
                "resolution", "REFUND", "lines", List.of(line(1, 1)), "note", "Only one"));

        assertThat(goods).isWaitingAt("reviewReturn").hasPassed("correctRequest");
        assertThat(orders.find(order).orElseThrow().line(1).orElseThrow().openQuantity()).isEqualTo(1);
        approve(goods);
        assertThat(goods).isWaitingAt("arrangeReturn");
    }

    @Test
    void givesAJuniorAgentsReturnToATeamLeader() {
        var goods = returnOf(JUNIOR_AGENTS, line(1, 1));

        var review = department.openTask("reviewReturn", key(goods));

        assertThat(department.candidateGroups(review)).containsExactly(TEAM_LEADERS);
        complete(TEAM_LEADERS, "reviewReturn", goods, Map.of("decision", "APPROVE"));
        assertThat(goods).isWaitingAt("arrangeReturn");
    }

    @Test
    void refusesMoreThanWasBoughtAcrossOpenAndFinishedReturns() {
        var goods = returnOf(AGENTS, line(1, 2));
        approveAndBringBack(goods);
        inspect(goods, finding(1, 2, 0));
        pay(goods);

        assertThatThrownBy(() -> returnOf(CONSULTANTS, line(1, 2)))
                .isInstanceOf(RefusedByRule.class).hasMessageContaining("1");

        assertThat(cases.ofOrder(order)).hasSize(1);
    }

    @Test
    void refusesWhatHasNotBeenDelivered() {
        order = shop.undelivered();

        assertThatThrownBy(() -> returnOf(AGENTS, line(1, 1)))
                .isInstanceOf(RefusedByRule.class).hasMessageContaining("not been delivered");

        assertThat(cases.ofOrder(order)).isEmpty();
    }

    @Test
    void isClaimedByPeopleForThemselvesOnly() {
        var goods = returnOf(AGENTS, line(1, 1));
        var review = department.openTask("reviewReturn", key(goods));

        assertThatThrownBy(() -> department.as(RETURNS_SPECIALISTS, () -> {
            tasks.claim(review.getId(), AGENTS);
            return null;
        })).isInstanceOf(AuthorizationException.class);

        assertThat(department.openTask("reviewReturn", key(goods)).getAssignee()).isNull();
    }

    @Test
    void refusesVariablesThatAreNotItsOwn() {
        var goods = returnOf(AGENTS, line(1, 1));

        assertThatThrownBy(() -> complete(RETURNS_SPECIALISTS, "reviewReturn", goods,
                Map.of("decision", "APPROVE", "amount", "9999.00")))
                .isInstanceOf(RefusedByRule.class).hasMessageContaining("amount is not accepted here");

        assertThat(goods).isWaitingAt("reviewReturn");
    }

    @Test
    void letsInWhatASupervisorMakesAnExceptionFor() {
        order = shop.delivered(8);
        var goods = returnOf(AGENTS, line(1, 1));

        askForAnException(goods);
        assertThat(candidates("grantException", goods)).containsExactly(SUPERVISORS);
        assertThat(shown("grantException", goods, "reviewNote")).isEqualTo("A customer of ten years");
        complete(SUPERVISORS, "grantException", goods, Map.of("granted", true, "note", "Once"));
        collect(goods);
        arrive(goods);
        inspect(goods, finding(1, 1, 0));
        pay(goods);

        assertThat(goods).isEnded().hasPassed("recordException", "approveReturn", "returnClosed").hasNotPassed("rejectReturn");
        assertThat(history.createHistoricVariableInstanceQuery().processInstanceId(goods.getId()).variableName("granted")
                .singleResult().getValue()).isEqualTo(true);
        assertThat(outcome(goods)).isEqualTo("REFUNDED");
    }

    @Test
    void rejectsWhatASupervisorMakesNoExceptionFor() {
        order = shop.delivered(8);
        var goods = returnOf(AGENTS, line(1, 3));
        askForAnException(goods);

        complete(SUPERVISORS, "grantException", goods, Map.of("granted", false, "note", "Not this time"));

        assertThat(goods).isEnded().hasPassed("returnRejected", "returnClosed").hasNotPassed("approveReturn", "settleReturn");
        assertThat(outcome(goods)).isEqualTo("REJECTED");
        assertThat(file(goods).timeline()).anyMatch(entry -> "Not this time".equals(entry.text()));
        assertThat(unitsThatMayComeBack()).isEqualTo(3);
    }

    @Test
    void wantsReasonsForAnException() {
        order = shop.delivered(8);
        var goods = returnOf(AGENTS, line(1, 1));

        assertThatThrownBy(() -> complete(RETURNS_SPECIALISTS, "reviewReturn", goods, Map.of("decision", "EXCEPTION")))
                .isInstanceOf(RefusedByRule.class).hasMessageContaining("Say why");
        askForAnException(goods);
        assertThatThrownBy(() -> complete(SUPERVISORS, "grantException", goods, Map.of("granted", false)))
                .isInstanceOf(RefusedByRule.class);

        assertThat(goods).isWaitingAt("grantException");
    }

    @Test
    void letsNobodyGrantAnExceptionWhoAskedForIt() {
        order = shop.delivered(8);
        var goods = returnOf(SUPERVISORS, line(1, 1));

        askForAnException(goods);

        assertThat(candidates("grantException", goods)).containsExactly(MARKETING_VP);
        assertThatThrownBy(() -> complete(SUPERVISORS, "grantException", goods, Map.of("granted", true, "note", "Mine")))
                .isInstanceOf(AuthorizationException.class);
        complete(MARKETING_VP, "grantException", goods, Map.of("granted", true, "note", "Once"));
        assertThat(goods).isWaitingAt("arrangeReturn");
    }

    @Test
    void refusesAnExceptionOfWhoeverAskedForItAlsoInTheRightGroup() {
        order = shop.delivered(8);
        department.hireAlso("deputy", SUPERVISORS, RETURNS_SPECIALISTS);
        var goods = returnOf(AGENTS, line(1, 1));
        complete("deputy", "reviewReturn", goods, Map.of("decision", "EXCEPTION", "note", "A customer of ten years"));

        assertThatThrownBy(() -> complete("deputy", "grantException", goods, Map.of("granted", true, "note", "Once")))
                .isInstanceOf(AuthorizationException.class).hasMessageContaining("ORG-4");

        assertThat(goods).isWaitingAt("grantException");
    }

    @Test
    void asksForEveryVariableThatTheModelReads() {
        var goods = returnOf(AGENTS, line(1, 1));

        assertThat(runtime.getVariables(goods.getId())).containsKeys("decision", "exceptionGroup", "granted", "whereabouts",
                "returnDeadline", "nextStep");
    }

    private void askForAnException(ProcessInstance goods) {
        complete(RETURNS_SPECIALISTS, "reviewReturn", goods,
                Map.of("decision", "EXCEPTION", "note", "A customer of ten years"));
    }
}
