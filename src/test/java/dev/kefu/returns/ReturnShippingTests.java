package dev.kefu.returns;

import static dev.kefu.workflow.Groups.AGENTS;
import static dev.kefu.workflow.Groups.INTEGRATIONS;
import static dev.kefu.workflow.Groups.RETURNS_SPECIALISTS;
import static dev.kefu.workflow.Groups.WAREHOUSE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import dev.kefu.FixedClock;
import dev.kefu.shipping.Leg;
import dev.kefu.shipping.NewParcel;
import dev.kefu.shipping.ParcelEventStatus;
import dev.kefu.shipping.ParcelEvents;
import dev.kefu.shipping.ParcelPurpose;
import dev.kefu.shipping.ParcelReport;
import dev.kefu.shipping.ParcelState;
import dev.kefu.shipping.ParcelView;
import dev.kefu.shipping.Parcels;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Returns follow what couriers report of their parcels (RET-3, RET-5). */
class ReturnShippingTests extends ReturnWalk {

    @Autowired Parcels parcels;
    @Autowired ParcelEvents events;
    @Autowired Clock clock;

    @Test
    void takesTheCouriersDeliveryForTheArrival() {
        var goods = returnOf(AGENTS, line(1, 1));
        approve(goods);
        collect(goods);

        report("YT" + key(goods), ParcelEventStatus.PICKED_UP);
        assertThat(goods).hasNotPassed("parcelArrived");
        report("yt " + key(goods), ParcelEventStatus.DELIVERED);

        assertThat(goods).hasPassed("parcelArrived", "receiveGoods").isWaitingAt("inspectGoods");
        assertThat(timeline(goods)).contains("WAY_BACK_BEGUN", "PARCEL_ARRIVED");
        inspect(goods, finding(1, 1, 0));
        pay(goods);
        assertThat(goods).isEnded();
    }

    @Test
    void losesNoDeliveryThatWasToldBeforeAnybodyWaited() {
        var goods = returnOf(AGENTS, line(1, 1));
        approve(goods);

        report("YT" + key(goods), ParcelEventStatus.DELIVERED);
        assertThat(goods).isWaitingAt("arrangeReturn");
        collect(goods);

        assertThat(goods).isWaitingAt("inspectGoods");
        inspect(goods, finding(1, 1, 0));
        pay(goods);
        assertThat(outcome(goods)).isEqualTo("REFUNDED");
    }

    @Test
    void findsAtEachTurnThatTheGoodsAreHere() {
        var goods = returnOf(AGENTS, line(1, 1));
        approve(goods);
        letTheCustomerSend(goods);
        var number = "ZT" + key(goods);
        parcels.register(new NewParcel(order, Leg.TO_SHOP, ParcelPurpose.RETURN, null, "ZTO", number, List.of(),
                null));
        report(number, ParcelEventStatus.DELIVERED);
        assertThat(goods).isWaitingAt("waitForParcel");

        tell(AGENTS, goods, "return-shipped", Map.of("courier", "ZTO", "trackingNumber", number));

        assertThat(goods).hasPassed("recordShipment", "receiveGoods").hasNotPassed("parcelArrived")
                .isWaitingAt("inspectGoods");
    }

    @Test
    void opensTheCaseThatFollowsForADeliveryAfterTheEnd() {
        var goods = returnOf(AGENTS, line(1, 1));
        approve(goods);
        collect(goods);
        FixedClock.set("2026-12-01T10:00:00+08:00");
        runDueTimers(goods);
        FixedClock.set("2026-12-04T10:00:00+08:00");
        runDueTimers(goods);
        assertThat(outcome(goods)).isEqualTo("EXPIRED");

        report("YT" + key(goods), ParcelEventStatus.DELIVERED);
        report("YT" + key(goods), ParcelEventStatus.DELIVERED);

        assertThat(file(goods).related()).hasSize(1);
        assertThat(cases.get(file(goods).related().get(0)).parent()).isEqualTo(number(goods));
    }

    @Test
    void sendsBackAtOnceWhatArrivesAfterAWithdrawal() {
        var goods = returnOf(AGENTS, line(1, 1));
        approve(goods);
        collect(goods);
        withdraw(goods);

        report("YT" + key(goods), ParcelEventStatus.DELIVERED);
        assertThat(goods).hasPassed("withdrawnParcelArrived").isWaitingAt("shipBack");
        shipBack(goods);

        assertThat(goods).isEnded();
        assertThat(outcome(goods)).isEqualTo("WITHDRAWN");
    }

    @Test
    void waitsAnewForGoodsThatWentBackToTheCustomer() {
        var goods = returnOf(AGENTS, line(1, 1));
        approve(goods);
        collect(goods);
        FixedClock.set("2026-11-28T10:00:00+08:00");

        report("YT" + key(goods), ParcelEventStatus.RETURNED_TO_SENDER);
        FixedClock.set("2026-12-04T12:00:00+08:00");
        runDueTimers(goods);

        assertThat(timeline(goods)).contains("WAY_BACK_FAILED").doesNotContain("CUSTOMER_REMINDED", "RETURN_EXPIRED");
        assertThat(awaited(WAREHOUSE, goods)).containsExactly("return-parcel-arrived");
        FixedClock.set("2026-12-05T12:00:00+08:00");
        runDueTimers(goods);
        assertThat(timeline(goods)).contains("CUSTOMER_REMINDED");
    }

    @Test
    void countsTheWarehousesScanAsTheDelivery() {
        var goods = returnOf(AGENTS, line(1, 1));
        approveAndBringBack(goods);

        assertThat(parcel("YT" + key(goods)).state()).isEqualTo(ParcelState.DELIVERED);
        assertThat(timeline(goods).stream().filter("PARCEL_ARRIVED"::equals)).hasSize(1);
    }

    @Test
    void takesNoEarlierParcelOfTheSameNumberForItsOwn() {
        var first = returnOf(AGENTS, line(1, 1));
        approve(first);
        arrange(first, "SAME-" + key(first));
        arrive(first);
        FixedClock.set("2026-11-23T12:00:00+08:00");
        var second = returnOf(AGENTS, line(1, 1));
        approve(second);

        arrange(second, "SAME-" + key(first));

        assertThat(second).isWaitingAt("waitForParcel");
    }

    @Test
    void keepsANumberThatIsAnotherCustomersAndDoesNotFollowIt() {
        var others = order;
        var first = returnOf(AGENTS, line(1, 1));
        approve(first);
        arrange(first, "TWICE-" + key(first));
        sell();
        assertThat(order).isNotEqualTo(others);
        var second = returnOf(AGENTS, line(1, 1));
        approve(second);

        arrange(second, "TWICE-" + key(first));
        report("TWICE-" + key(first), ParcelEventStatus.DELIVERED);

        assertThat(timeline(second)).contains("PARCEL_NOT_FOLLOWED").doesNotContain("PARCEL_ARRIVED");
        assertThat(first).isWaitingAt("inspectGoods");
        assertThat(second).isWaitingAt("waitForParcel");
    }

    @Test
    void registersWhatGoesToTheCustomer() {
        putCupsInStock(1);
        var goods = start(AGENTS, "DEFECTIVE", "EXCHANGE", line(1, 2));
        approveAndBringBack(goods);
        inspect(goods, finding(1, 1, 0, "USED", true), finding(1, 0, 1));
        settle(goods, "SEND_BACK");

        complete(WAREHOUSE, "shipReplacement", goods, Map.of("courier", "ZTO", "trackingNumber", "NEW-" + key(goods)));
        complete(WAREHOUSE, "shipBack", goods, Map.of("courier", "ZTO", "trackingNumber", "OLD-" + key(goods)));

        assertThat(parcel("NEW-" + key(goods)).purpose()).isEqualTo(ParcelPurpose.REPLACEMENT);
        assertThat(parcel("OLD-" + key(goods)).purpose()).isEqualTo(ParcelPurpose.SENT_BACK);
        assertThat(parcels.ofCase(number(goods))).extracting(ParcelView::leg)
                .containsExactlyInAnyOrder(Leg.TO_SHOP, Leg.TO_CUSTOMER, Leg.TO_CUSTOMER);
        assertThat(orders.find(order).orElseThrow().line(1).orElseThrow().deliveredQuantity()).isEqualTo(3);
    }

    private void arrange(ProcessInstance goods, String trackingNumber) {
        complete(RETURNS_SPECIALISTS, "arrangeReturn", goods, Map.of("courier", "YTO", "trackingNumber", trackingNumber));
    }

    private ParcelView parcel(String trackingNumber) {
        return parcels.called(trackingNumber).get(0);
    }

    private void report(String trackingNumber, ParcelEventStatus status) {
        var courier = trackingNumber.startsWith("ZT") ? "ZTO" : "YTO";
        department.as(INTEGRATIONS, () -> events.receive(new ParcelReport(UUID.randomUUID().toString(), courier, trackingNumber,
                status, clock.instant(), "Hangzhou")));
    }
}
