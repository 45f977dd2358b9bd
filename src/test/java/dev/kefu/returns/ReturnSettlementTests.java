package dev.kefu.returns;

import static dev.kefu.workflow.Groups.AGENTS;
import static dev.kefu.workflow.Groups.MANAGERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import dev.kefu.shared.Money;
import java.util.Map;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.camunda.bpm.engine.history.HistoricVariableUpdate;
import org.junit.jupiter.api.Test;

/** What inspection finds, and what is agreed with the customer about it. */
class ReturnSettlementTests extends ReturnWalk {

    @Test
    void refusesFindingsThatDontFitTheReturn() {
        var goods = returnOf(AGENTS, line(1, 2));
        approveAndBringBack(goods);

        assertThatThrownBy(() -> inspect(goods, finding(2, 1, 0))).hasMessageContaining("Line 2");
        assertThatThrownBy(() -> inspect(goods, finding(1, 2, 1))).hasMessageContaining("3 units");
        assertThatThrownBy(() -> inspect(goods, finding(1, -1, 0))).hasMessageContaining("fewer than 0");

        assertThat(goods).isWaitingAt("inspectGoods");
    }

    @Test
    void sendsGoodsBackOfWhichNothingWasAccepted() {
        var goods = returnOf(AGENTS, line(1, 2));
        approveAndBringBack(goods);
        inspect(goods, finding(1, 0, 2));

        settle(goods, "SEND_BACK");
        shipBack(goods);

        assertThat(goods).isEnded().hasPassed("recordShipBack").hasNotPassed("decideRefund");
        assertThat(outcome(goods)).isEqualTo("SENT_BACK");
        assertThat(unitsThatMayComeBack()).isEqualTo(3);
    }

    @Test
    void closesWithoutMoneyWhereNothingWasAcceptedAndTheCustomerAgrees() {
        var goods = returnOf(AGENTS, line(1, 2));
        approveAndBringBack(goods);
        inspect(goods, finding(1, 0, 2));

        settle(goods, "AS_FOUND");

        assertThat(goods).isEnded().hasPassed("returnClosed").hasNotPassed("decideRefund");
        assertThat(outcome(goods)).isEqualTo("REJECTED");
    }

    @Test
    void refundsEverythingThatArrivedWhereThatIsAgreed() {
        var goods = returnOf(AGENTS, line(1, 2));
        approveAndBringBack(goods);
        inspect(goods, finding(1, 0, 2));

        settle(goods, "REFUND_ANYWAY");
        pay(goods);

        assertThat(goods).isEnded().hasPassed("recordRefund", "returnClosed");
        assertThat(orders.find(order).orElseThrow().refunded()).isEqualTo(Money.cny("100.00"));
    }

    @Test
    void keepsWhatPeopleWroteOutOfTheEnginesHistory() {
        var goods = returnOf(AGENTS, line(1, 2));
        approveAndBringBack(goods);
        inspect(goods, finding(1, 0, 2));
        settle(goods, "AS_FOUND");

        var kept = history.createHistoricVariableInstanceQuery().processInstanceId(goods.getId()).includeDeleted().list()
                .stream().map(HistoricVariableInstance::getName).toList();
        var changes = history.createHistoricDetailQuery().processInstanceId(goods.getId()).variableUpdates().list()
                .stream().map(change -> ((HistoricVariableUpdate) change).getVariableName()).toList();

        assertThat(kept).contains("decision", "settlement").doesNotContain("note", "findings", "request", "difference");
        assertThat(changes).contains("decision", "settlement").doesNotContain("note", "findings", "request", "difference");
    }

    @Test
    void refundsWhatWasAcceptedAndSendsBackWhatWasRefused() {
        var goods = returnOf(AGENTS, line(1, 3));
        approveAndBringBack(goods);
        inspect(goods, finding(1, 2, 0), finding(1, 0, 1, "DAMAGED", false));

        assertThat(shown("settleDifference", goods, "difference").toString()).contains("1 × Thermos cup");
        settle(goods, "SEND_BACK");
        pay(goods);
        assertThat(shown("shipBack", goods, "units").toString()).contains("1 × Thermos cup");
        shipBack(goods);

        assertThat(goods).isEnded().hasPassed("recordRefund", "recordShipBack", "returnClosed");
        assertThat(outcome(goods)).isEqualTo("REFUNDED");
        assertThat(orders.find(order).orElseThrow().refunded()).isEqualTo(Money.cny("100.00"));
        assertThat(orders.find(order).orElseThrow().line(1).orElseThrow().returnedQuantity()).isEqualTo(2);
        assertThat(unitsThatMayComeBack()).isEqualTo(1);
    }

    @Test
    void asksThePolicyAgainWhereAClaimedDefectIsNone() {
        order = shop.delivered(10);
        var goods = returnBecause("DEFECTIVE", line(1, 1));
        approveAndBringBack(goods);

        inspect(goods, finding(1, 1, 0));

        assertThat(goods).isWaitingAt("settleDifference");
    }

    @Test
    void showsNoAnswerOfAnEarlierRound() {
        var goods = returnOf(AGENTS, line(2, 1));
        approveAndBringBack(goods);
        inspect(goods, finding(2, 0, 1));
        settle(goods, "REFUND_ANYWAY");
        complete(MANAGERS, "approveRefund", goods, Map.of("approved", false, "note", "Photo first"));

        var variables = runtime.getVariables(goods.getId());

        assertThat(goods).isWaitingAt("settleDifference");
        assertThat(variables).doesNotContainKeys("settlement", "repair", "note", "courier", "trackingNumber");
        assertThat(variables.get("difference").toString()).contains("Photo first");
    }

    @Test
    void restocksWhatCanBeSoldAgainOnce() {
        putCupsInStock(4);
        var goods = returnOf(AGENTS, line(1, 2));
        approveAndBringBack(goods);
        inspect(goods, finding(1, 1, 0), finding(1, 1, 0, "DAMAGED", false));
        pay(goods);

        assertThat(goods).isEnded();
        assertThat(cups().onHand()).isEqualTo(5);
    }
}
