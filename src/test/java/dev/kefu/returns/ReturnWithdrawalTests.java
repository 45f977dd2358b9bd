package dev.kefu.returns;

import static dev.kefu.workflow.Groups.AGENTS;
import static dev.kefu.workflow.Groups.MANAGERS;
import static dev.kefu.workflow.Groups.RETURNS_SPECIALISTS;
import static dev.kefu.workflow.Groups.WAREHOUSE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import dev.kefu.FixedClock;
import dev.kefu.shared.Forbidden;
import dev.kefu.workflow.RefusedByRule;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A customer takes the request back, at every wait of the model (RET-8). */
class ReturnWithdrawalTests extends ReturnWalk {

    @ParameterizedTest
    @ValueSource(strings = {"reviewReturn", "completeRequest", "grantException", "arrangeReturn", "waitForParcel"})
    void closesAReturnAtOnceWhoseGoodsAreWithTheCustomer(String wait) {
        order = shop.delivered(wait.equals("grantException") ? 8 : 2);
        var goods = bringTo(wait);

        assertThat(awaited(AGENTS, goods)).contains("return-withdrawn");
        withdraw(goods);

        assertThat(goods).isEnded().hasPassed("returnWithdrawn", "recordWithdrawal", "returnClosed");
        assertThat(outcome(goods)).isEqualTo("WITHDRAWN");
        assertThat(unitsThatMayComeBack()).isEqualTo(3);
        assertThat(department.openTasks(key(goods))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"inspectGoods", "settleDifference", "repairGoods", "shipReplacement"})
    void sendsGoodsBackThatAreHere(String wait) {
        putCupsInStock(3);
        var goods = bringTo(wait);

        withdraw(goods);

        assertThat(department.openTasks(key(goods))).containsExactly("shipBack");
        assertThat(shown("shipBack", goods, "units").toString()).contains("1 × Thermos cup");
        assertThat(awaited(AGENTS, goods)).isEmpty();
        shipBack(goods);
        assertThat(goods).isEnded().hasPassed("recordShipBack", "returnClosed");
        assertThat(outcome(goods)).isEqualTo("WITHDRAWN");
        assertThat(cups().available()).isEqualTo(3);
        assertThat(unitsThatMayComeBack()).isEqualTo(3);
    }

    @Test
    void waitsForAParcelThatIsOnItsWayAndSendsItBack() {
        var goods = returnOf(AGENTS, line(1, 1));
        approve(goods);
        collect(goods);

        withdraw(goods);
        assertThat(goods).hasNotPassed("closeReturn", "shipBack");
        assertThat(awaited(WAREHOUSE, goods)).containsExactly("return-parcel-arrived");
        assertThat(awaited(AGENTS, goods)).isEmpty();
        arrive(goods);
        shipBack(goods);

        assertThat(goods).isEnded().hasPassed("receiveWithdrawnGoods", "recordShipBack", "returnClosed");
        assertThat(outcome(goods)).isEqualTo("WITHDRAWN");
    }

    @Test
    void waitsForTheParcelOfACustomerWhoHasSentIt() {
        var goods = returnOf(AGENTS, line(1, 1));
        approve(goods);
        letTheCustomerSend(goods);
        tell(AGENTS, goods, "return-shipped", SENT);

        withdraw(goods);

        assertThat(awaited(WAREHOUSE, goods)).containsExactly("return-parcel-arrived");
    }

    @Test
    void closesAWithdrawnReturnWhoseParcelNeverComes() {
        var goods = returnOf(AGENTS, line(1, 1));
        approve(goods);
        collect(goods);
        withdraw(goods);

        FixedClock.set("2026-12-03T09:59:00+08:00");
        runDueTimers(goods);
        assertThat(goods).hasNotPassed("giveUpParcel");
        FixedClock.set("2026-12-03T10:00:00+08:00");
        runDueTimers(goods);

        assertThat(goods).isEnded().hasPassed("withdrawnParcelOverdue", "giveUpParcel", "returnClosed");
        assertThat(outcome(goods)).isEqualTo("WITHDRAWN");
    }

    @ParameterizedTest
    @ValueSource(strings = {"approveRefund", "confirmPayout", "shipBack"})
    void comesTooLateOnceMoneyOrGoodsAreGoingOut(String wait) {
        var goods = bringTo(wait);

        assertThat(awaited(AGENTS, goods)).isEmpty();
        assertThatThrownBy(() -> withdraw(goods)).isInstanceOf(RefusedByRule.class)
                .hasMessageContaining("does not wait for return-withdrawn");

        assertThat(department.openTasks(key(goods))).containsExactly(wait);
    }

    @Test
    void isPossibleAgainWhenTheRefundIsRefused() {
        var goods = bringTo("approveRefund");
        complete(MANAGERS, "approveRefund", goods, Map.of("approved", false, "note", "Photo first"));

        withdraw(goods);
        shipBack(goods);

        assertThat(goods).isEnded().hasPassed("settlementWithdrawn");
        assertThat(outcome(goods)).isEqualTo("WITHDRAWN");
    }

    @Test
    void isToldByServiceStaffOnly() {
        var goods = returnOf(AGENTS, line(1, 1));

        assertThatThrownBy(() -> tell(WAREHOUSE, goods, "return-withdrawn", Map.of())).isInstanceOf(Forbidden.class);

        assertThat(awaited(WAREHOUSE, goods)).isEmpty();
        assertThat(goods).isWaitingAt("reviewReturn");
    }

    private ProcessInstance bringTo(String wait) {
        return switch (wait) {
            case "reviewReturn" -> returnOf(AGENTS, line(1, 1));
            case "completeRequest" -> reviewed("ASK");
            case "grantException" -> reviewed("EXCEPTION");
            case "arrangeReturn" -> reviewed("APPROVE");
            case "waitForParcel" -> {
                var goods = reviewed("APPROVE");
                letTheCustomerSend(goods);
                yield goods;
            }
            case "inspectGoods" -> broughtBack("CHANGED_MIND", "REFUND", line(1, 1));
            case "settleDifference" -> inspected(broughtBack("CHANGED_MIND", "REFUND", line(1, 1)), finding(1, 0, 1));
            case "repairGoods" -> inspected(broughtBack("DEFECTIVE", "REPAIR", line(1, 1)), finding(1, 1, 0, "USED", true));
            case "shipReplacement" -> inspected(broughtBack("DEFECTIVE", "EXCHANGE", line(1, 1)), finding(1, 1, 0, "USED", true));
            case "approveRefund" -> inspected(broughtBack("CHANGED_MIND", "REFUND", line(2, 1)), finding(2, 1, 0));
            case "confirmPayout" -> inspected(broughtBack("CHANGED_MIND", "REFUND", line(1, 1)), finding(1, 1, 0));
            case "shipBack" -> {
                var goods = bringTo("settleDifference");
                settle(goods, "SEND_BACK");
                yield goods;
            }
            default -> throw new AssertionError(wait);
        };
    }

    private ProcessInstance reviewed(String decision) {
        var goods = returnOf(AGENTS, line(1, 1));
        complete(RETURNS_SPECIALISTS, "reviewReturn", goods, Map.of("decision", decision, "note", "So it is"));
        return goods;
    }

    private ProcessInstance broughtBack(String reason, String resolution, Map<String, Object> line) {
        var goods = start(AGENTS, reason, resolution, line);
        approveAndBringBack(goods);
        return goods;
    }

    private ProcessInstance inspected(ProcessInstance goods, Map<String, Object> finding) {
        inspect(goods, finding);
        return goods;
    }
}
