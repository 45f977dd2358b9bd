package dev.kefu.returns;

import static dev.kefu.workflow.Groups.AGENTS;
import static dev.kefu.workflow.Groups.INTEGRATIONS;
import static dev.kefu.workflow.Groups.RETURNS_SPECIALISTS;
import static dev.kefu.workflow.Groups.WAREHOUSE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import dev.kefu.FixedClock;
import dev.kefu.TestOrders;
import dev.kefu.cases.CaseSummary;
import dev.kefu.shipping.ParcelEventStatus;
import dev.kefu.shipping.ParcelEvents;
import dev.kefu.shipping.ParcelReport;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a courier takes is not the customer's delay, and what it loses on the way to us not their loss (RET-8). */
class LostReturnTests extends ReturnWalk {

    @Autowired ParcelEvents events;
    @Autowired Clock clock;
    @Autowired JdbcClient database;

    @ParameterizedTest
    @EnumSource(value = ParcelEventStatus.class, names = {"LOST", "DAMAGED"})
    void isSettledByAPersonAndClaimedFromTheCourier(ParcelEventStatus status) {
        var goods = collected(returnOf(AGENTS, line(1, 2)));

        report(goods, ParcelEventStatus.PICKED_UP);
        report(goods, status);
        report(goods, status);

        assertThat(goods).isWaitingAt("settleLoss");
        assertThat((String) shown("settleLoss", goods, "loss")).contains("YT" + key(goods), "collected");
        assertThat(file(goods).timeline()).extracting("text").filteredOn(text -> String.valueOf(text).startsWith("return-lost")).hasSize(1);
        assertThat(parcelCases()).hasSize(1);
        assertThat(department.openTasks(parcelCases().get(0).caseNumber())).containsExactly("claimFromCourier");
        settleLoss(goods, "AS_ASKED");
        pay(goods);
        assertThat(goods).isEnded();
        assertThat(outcome(goods)).isEqualTo("REFUNDED");
        assertThat(stock.find(TestOrders.cupOf(order))).isEmpty();
        assertThat(unitsThatMayComeBack()).isEqualTo(1);
    }

    @Test
    void isReplacedWhereTheCustomerWantsAnExchange() {
        putCupsInStock(5);
        var goods = collected(start(AGENTS, "DEFECTIVE", "EXCHANGE", line(1, 1)));
        report(goods, ParcelEventStatus.LOST);

        settleLoss(goods, "AS_ASKED");
        assertThat(lettersOf(goods, "return-settled")).singleElement().asString().contains("补发").doesNotContain("缺货");
        complete(WAREHOUSE, "shipReplacement", goods, SENT);

        assertThat(outcome(goods)).isEqualTo("EXCHANGED");
        assertThat(cups().onHand()).isEqualTo(4);
    }

    @Test
    void isRefundedInPlaceOfAnExchangeOrARepair() {
        var goods = collected(start(AGENTS, "DEFECTIVE", "REPAIR", line(1, 1)));
        report(goods, ParcelEventStatus.LOST);

        assertThatThrownBy(() -> settleLoss(goods, "AS_ASKED")).hasMessageContaining("repaired");
        assertThatThrownBy(() -> complete(RETURNS_SPECIALISTS, "settleLoss", goods, Map.of("lossSettlement", "REFUND")))
                .hasMessageContaining("agreed");
        settleLoss(goods, "REFUND");
        pay(goods);

        assertThat(outcome(goods)).isEqualTo("REFUNDED");
    }

    @Test
    void leavesTheUnitsFreeWhereTheLossIsTheCustomers() {
        var goods = collected(returnOf(AGENTS, line(1, 1)));
        report(goods, ParcelEventStatus.LOST);

        settleLoss(goods, "NOTHING");

        assertThat(goods).isEnded();
        assertThat(outcome(goods)).isEqualTo("REJECTED");
        assertThat(unitsThatMayComeBack()).isEqualTo(3);
    }

    @Test
    void goesOnWithTheInspectionIfTheParcelArrivesAllTheSame() {
        var goods = collected(returnOf(AGENTS, line(1, 1)));
        report(goods, ParcelEventStatus.LOST);
        assertThat(goods).isWaitingAt("settleLoss");

        report(goods, ParcelEventStatus.DELIVERED);

        assertThat(goods).hasPassed("lostParcelArrived").isWaitingAt("inspectGoods");
        assertThat(department.openTasks(key(goods))).containsExactly("inspectGoods");
    }

    @ParameterizedTest
    @EnumSource(value = ParcelEventStatus.class, names = {"IN_TRANSIT", "RETURNED_TO_SENDER"})
    void isNotPaidOnceTheCourierHasFoundItAgain(ParcelEventStatus found) {
        var goods = collected(returnOf(AGENTS, line(1, 1)));
        report(goods, ParcelEventStatus.LOST);
        FixedClock.set("2026-11-23T16:00:00+08:00");
        report(goods, found);

        assertThatThrownBy(() -> settleLoss(goods, "REFUND")).hasMessageContaining("found the parcel again");
        settleLoss(goods, "WAIT");

        assertThat(goods).isWaitingAt("waitForParcel");
    }

    @Test
    void canBeWithdrawnUntilTheRefundIsOrdered() {
        putCupsInStock(0);
        var goods = collected(start(AGENTS, "DEFECTIVE", "EXCHANGE", line(1, 1)));
        report(goods, ParcelEventStatus.LOST);
        settleLoss(goods, "AS_ASKED");
        assertThat(goods).isWaitingAt("replacementSettled");

        withdraw(goods);

        assertThat(goods).isEnded();
        assertThat(outcome(goods)).isEqualTo("WITHDRAWN");
        assertThat(unitsThatMayComeBack()).isEqualTo(3);
    }

    @Test
    void isNoneOfAParcelInWhichTheGoodsAreNot() {
        var goods = collected(returnOf(AGENTS, line(1, 1)));
        tell(AGENTS, goods, "return-shipped", Map.of("courier", "ZTO", "trackingNumber", "OWN" + key(goods)));

        report(goods, ParcelEventStatus.LOST);

        assertThat(goods).isWaitingAt("waitForParcel");
        assertThat(lettersOf(goods, "return-lost")).isEmpty();
    }

    @Test
    void isAskedAgainIfItWasWaitedForInVain() {
        var goods = collected(returnOf(AGENTS, line(1, 1)));
        report(goods, ParcelEventStatus.LOST);

        settleLoss(goods, "WAIT");
        assertThat(goods).isWaitingAt("waitForParcel");
        FixedClock.set("2026-11-26T12:00:00+08:00");
        runDueTimers(goods);

        assertThat(goods).isWaitingAt("settleLoss");
        assertThat(timeline(goods)).doesNotContain("CUSTOMER_REMINDED", "RETURN_EXPIRED");
    }

    @Test
    void neitherRemindsNorExpiresWhileTheCourierHasTheGoods() {
        var goods = collected(returnOf(AGENTS, line(1, 1)));
        report(goods, ParcelEventStatus.PICKED_UP);

        FixedClock.set("2026-11-30T12:00:00+08:00");
        runDueTimers(goods);
        assertThat(parcelCases()).isEmpty();
        FixedClock.set("2026-12-03T12:00:00+08:00");
        runDueTimers(goods);
        FixedClock.set("2026-12-07T12:00:00+08:00");
        runDueTimers(goods);

        assertThat(goods).isWaitingAt("waitForParcel");
        assertThat(timeline(goods)).contains("WAY_BACK_SLOW").doesNotContain("CUSTOMER_REMINDED", "RETURN_EXPIRED");
        assertThat(parcelCases()).hasSize(1);
        assertThat(department.openTasks(parcelCases().get(0).caseNumber())).contains("chaseCourier");
    }

    @Test
    void isSettledWhenTheCourierAdmitsItToWhoeverAsksAfterIt() {
        var goods = collected(returnOf(AGENTS, line(1, 1)));
        report(goods, ParcelEventStatus.PICKED_UP);
        FixedClock.set("2026-12-03T12:00:00+08:00");
        runDueTimers(goods);

        department.complete(AGENTS, "chaseCourier", parcelCases().get(0).caseNumber(), Map.of("found", "LOST",
                "note", "They can't find it."));

        assertThat(goods).isWaitingAt("settleLoss");
    }

    @Test
    void isToldToTheCaseIfTheGoodsComeAfterTheEnd() {
        var goods = collected(returnOf(AGENTS, line(1, 1)));
        report(goods, ParcelEventStatus.LOST);
        settleLoss(goods, "AS_ASKED");
        pay(goods);

        report(goods, ParcelEventStatus.DELIVERED);

        assertThat(timeline(goods)).contains("LOST_GOODS_ARRIVED");
        assertThat(file(goods).related()).isEmpty();
    }

    private List<String> lettersOf(ProcessInstance goods, String template) {
        return database.sql("select body from letter where case_number = ? and template = ?").params(key(goods), template)
                .query(String.class).list();
    }

    private ProcessInstance collected(ProcessInstance goods) {
        approve(goods);
        collect(goods);
        return goods;
    }

    private void settleLoss(ProcessInstance goods, String settlement) {
        complete(RETURNS_SPECIALISTS, "settleLoss", goods, Map.of("lossSettlement", settlement, "note", "Agreed"));
    }

    private List<CaseSummary> parcelCases() {
        return cases.ofOrder(order).stream().filter(each -> each.kind().equals("undeliverable-parcel")).toList();
    }

    private void report(ProcessInstance goods, ParcelEventStatus status) {
        department.as(INTEGRATIONS, () -> events.receive(new ParcelReport(UUID.randomUUID().toString(), "YTO", "YT" + key(goods),
                status, clock.instant(), "Hangzhou")));
    }
}
