package dev.kefu.returns;

import static dev.kefu.workflow.Groups.AGENTS;
import static dev.kefu.workflow.Groups.TECHNICIANS;
import static dev.kefu.workflow.Groups.WAREHOUSE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import dev.kefu.TestOrders;
import dev.kefu.workflow.RefusedByRule;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;

/** Goods that go out in exchange, again, or repaired (RET-5). */
class ReturnExchangeTests extends ReturnWalk {

    @Test
    void sendsOtherGoodsForThoseThatCameBack() {
        putCupsInStock(5);
        var goods = start(AGENTS, "DEFECTIVE", "EXCHANGE", line(1, 2));
        approveAndBringBack(goods);
        assertThat(cups().available()).isEqualTo(3);
        inspect(goods, finding(1, 2, 0, "AS_NEW", true));

        assertThat(shown("shipReplacement", goods, "units").toString()).contains("2 × ", TestOrders.cupOf(order));
        complete(WAREHOUSE, "shipReplacement", goods, SENT);

        assertThat(goods).isEnded().hasPassed("recordReplacement", "returnClosed").hasNotPassed("settleDifference", "decideRefund");
        assertThat(outcome(goods)).isEqualTo("EXCHANGED");
        assertThat(cups().onHand()).isEqualTo(3);
        assertThat(cups().reserved()).isZero();
    }

    @Test
    void sendsWhatWasMissingAndExpectsNothingBack() {
        putCupsInStock(2);
        var goods = start(AGENTS, "MISSING_PARTS", "RESEND", line(1, 1));

        approve(goods);
        complete(WAREHOUSE, "shipReplacement", goods, SENT);

        assertThat(goods).isEnded().hasPassed("noGoodsExpected", "recordReplacement").hasNotPassed("arrangeReturn");
        assertThat(outcome(goods)).isEqualTo("RESENT");
        assertThat(cups().onHand()).isEqualTo(1);
    }

    @Test
    void sendsRepairedGoodsBack() {
        var goods = toRepair();

        assertThat(shown("repairGoods", goods, "units").toString()).contains("1 × Thermos cup");
        complete(TECHNICIANS, "repairGoods", goods, Map.of("repair", "REPAIRED", "note", "New lid"));
        shipBack(goods);

        assertThat(goods).isEnded().hasPassed("recordRepair", "recordShipBack").hasNotPassed("shipReplacement", "decideRefund");
        assertThat(outcome(goods)).isEqualTo("REPAIRED");
        assertThat(unitsThatMayComeBack()).isEqualTo(3);
    }

    @Test
    void replacesWhatIsNotWorthARepair() {
        putCupsInStock(1);
        var goods = toRepair();

        complete(TECHNICIANS, "repairGoods", goods, Map.of("repair", "REPLACE", "note", "A new one costs less"));
        complete(WAREHOUSE, "shipReplacement", goods, SENT);

        assertThat(goods).isEnded().hasPassed("recordReplacement").hasNotPassed("shipBack", "decideRefund");
        assertThat(cups().onHand()).isZero();
    }

    @Test
    void refundsWhatCantBeRepairedWhereNoOtherIsThere() {
        putCupsInStock(0);
        var goods = toRepair();

        complete(TECHNICIANS, "repairGoods", goods, Map.of("repair", "NOT_REPAIRABLE", "note", "Cracked"));
        pay(goods);

        assertThat(goods).isEnded().hasPassed("recordRefund").hasNotPassed("shipReplacement", "shipBack");
        assertThat(outcome(goods)).isEqualTo("REFUNDED");
    }

    @Test
    void wantsToKnowWhatTheTechnicianFound() {
        var goods = toRepair();

        assertThatThrownBy(() -> complete(TECHNICIANS, "repairGoods", goods, Map.of("repair", "REPAIRED")))
                .isInstanceOf(RefusedByRule.class).hasMessageContaining("Write down");

        assertThat(goods).isWaitingAt("repairGoods");
    }

    private ProcessInstance toRepair() {
        var goods = start(AGENTS, "DEFECTIVE", "REPAIR", line(1, 1));
        approveAndBringBack(goods);
        inspect(goods, finding(1, 1, 0, "USED", true));
        return goods;
    }
}
