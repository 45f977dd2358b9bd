package dev.kefu.returns;

import static dev.kefu.workflow.Groups.AGENTS;
import static dev.kefu.workflow.Groups.WAREHOUSE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import dev.kefu.FixedClock;
import dev.kefu.shared.Forbidden;
import dev.kefu.shared.RuleViolation;
import dev.kefu.workflow.Actors;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The wait for the parcel: it comes, is sent, is late, never comes, or need not come (RET-3, RET-8). */
class ReturnParcelTests extends ReturnWalk {

    @Test
    void remindsTheCustomerAfterSevenDaysAndExpiresAfterTen() {
        var goods = returnOf(AGENTS, line(1, 3));
        approve(goods);
        letTheCustomerSend(goods);

        FixedClock.set("2026-11-30T09:59:59+08:00");
        runDueTimers(goods);
        assertThat(goods).hasNotPassed("checkDeadline");
        FixedClock.set("2026-11-30T10:00:00+08:00");
        runDueTimers(goods);
        assertThat(goods).hasPassed("checkDeadline").hasNotPassed("expireReturn");
        assertThat(awaited(WAREHOUSE, goods)).containsExactly("return-parcel-arrived");
        FixedClock.set("2026-12-03T10:00:00+08:00");
        runDueTimers(goods);

        assertThat(goods).isEnded().hasPassed("returnExpired", "returnClosed").hasNotPassed("settleReturn");
        assertThat(outcome(goods)).isEqualTo("EXPIRED");
        assertThat(file(goods).timeline()).anyMatch(entry -> Actors.HOUSE.equals(entry.who()));
        assertThat(unitsThatMayComeBack()).isEqualTo(3);
    }

    @Test
    void takesAParcelThatComesAfterTheReminder() {
        var goods = returnOf(AGENTS, line(1, 1));
        approve(goods);
        collect(goods);
        FixedClock.set("2026-12-01T10:00:00+08:00");
        runDueTimers(goods);

        arrive(goods);

        assertThat(goods).isWaitingAt("inspectGoods");
    }

    @Test
    void beginsTheDaysAnewWhenTheCustomerHasSentTheGoods() {
        var goods = returnOf(AGENTS, line(1, 1));
        approve(goods);
        letTheCustomerSend(goods);
        FixedClock.set("2026-11-29T10:00:00+08:00");

        tell(AGENTS, goods, "return-shipped", SENT);
        FixedClock.set("2026-12-06T09:00:00+08:00");
        runDueTimers(goods);
        assertThat(goods).hasPassed("recordShipment").hasNotPassed("checkDeadline");
        FixedClock.set("2026-12-06T10:00:00+08:00");
        runDueTimers(goods);

        assertThat(goods).hasPassed("checkDeadline").hasNotPassed("expireReturn");
        arrive(goods);
        assertThat(goods).isWaitingAt("inspectGoods");
    }

    @Test
    void wantsToKnowWhatWasSentHow() {
        var goods = returnOf(AGENTS, line(1, 1));
        approve(goods);
        letTheCustomerSend(goods);

        assertThatThrownBy(() -> tell(AGENTS, goods, "return-shipped", Map.of("courier", "ZTO")))
                .isInstanceOf(RuleViolation.class).hasMessageContaining("trackingNumber");
        assertThatThrownBy(() -> tell(WAREHOUSE, goods, "return-shipped", SENT)).isInstanceOf(Forbidden.class);

        assertThat(goods).hasNotPassed("recordShipment");
    }

    @Test
    void refundsGoodsThatAreNotWorthTheWayBack() {
        order = shop.delivered(2, "9.00");
        var goods = returnBecause("DEFECTIVE", line(1, 2));

        approve(goods);
        pay(goods);

        assertThat(goods).isEnded().hasPassed("noGoodsExpected", "recordRefund", "returnClosed")
                .hasNotPassed("arrangeReturn", "inspectGoods");
        assertThat(outcome(goods)).isEqualTo("REFUNDED");
        assertThat(orders.find(order).orElseThrow().line(1).orElseThrow().returnedQuantity()).isEqualTo(2);
    }
}
