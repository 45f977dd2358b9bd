package dev.kefu.orders;

import static dev.kefu.orders.Drafts.DELIVERED;
import static dev.kefu.orders.Drafts.PAID;
import static dev.kefu.orders.Drafts.order;
import static dev.kefu.orders.Drafts.units;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kefu.KefuTest;
import dev.kefu.shared.CaseNumber;
import dev.kefu.shared.Conflict;
import dev.kefu.shared.RuleViolation;
import dev.kefu.shared.RuleViolation.Violation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What of an order has left the house, as the shop, the house and couriers tell it. */
@KefuTest
@RecordApplicationEvents
class OrderParcelsTests {

    private static final AtomicInteger NUMBERS = new AtomicInteger();
    private static final CaseNumber CASE = CaseNumber.of(2026, 1);
    private static final CaseNumber OTHER_CASE = CaseNumber.of(2026, 2);
    private static final Instant LATER = DELIVERED.plus(Duration.ofDays(2));

    @Autowired
    Orders orders;

    @Autowired
    ApplicationEvents events;

    @Autowired
    PlatformTransactionManager transactions;

    private String number;

    @BeforeEach
    void takeANewOrderNumber() {
        number = "P-" + NUMBERS.incrementAndGet();
    }

    @Test
    void knowsWhatLiesInNoParcel() {
        orders.store(order(number).deliveredAt(null).line(1, 3, "1.00").line(2, 1, "1.00").shipment("T1", null, units(1, 2)).draft());

        assertThat(orders.unsent(number)).containsExactly(units(1, 1), units(2, 1));
        assertThat(line(1).unsentQuantity()).isOne();
    }

    @Test
    void takesAnOrderThatArrivedWithoutParcelsForSent() {
        orders.store(order(number).line(1, 3, "1.00").draft());

        assertThat(orders.unsent(number)).isEmpty();
    }

    @Test
    void keepsTheHousesParcelThoughTheShopDoesNotTellIt() {
        orders.store(order(number).deliveredAt(null).line(1, 3, "1.00").draft());
        send("SF-100", units(1, 2));
        send("SF-100", units(1, 2));

        orders.store(order(number).deliveredAt(null).line(1, 3, "2.00").draft());

        assertThat(stored().shipments()).extracting(OrderView.Shipment::trackingNumber).containsExactly("SF-100");
        assertThat(stored().shipments().get(0).byHouse()).isTrue();
        assertThat(orders.unsent(number)).containsExactly(units(1, 1));
    }

    @Test
    void takesTheShopsAndTheHousesNumberForOneParcel() {
        orders.store(order(number).deliveredAt(null).line(1, 3, "1.00").draft());
        send("SF-100", units(1, 2));

        orders.store(order(number).deliveredAt(null).line(1, 3, "1.00").shipment("sf100", DELIVERED, units(1, 3)).draft());
        var told = stored();
        orders.store(order(number).deliveredAt(null).line(1, 3, "1.00").draft());

        assertThat(told.shipments()).hasSize(1);
        assertThat(told.shipments().get(0).lines()).as("who packed it knows better").containsExactly(units(1, 2));
        assertThat(told.line(1).orElseThrow().deliveredQuantity()).isEqualTo(2);
        assertThat(stored().shipments()).hasSize(1);
        assertThat(line(1).deliveredQuantity()).isZero();
    }

    @Test
    void takesTheHousesWordAboutAParcelThatTheShopToldBefore() {
        orders.store(order(number).deliveredAt(null).line(1, 3, "1.00").shipment("SF100", null, units(1, 3)).draft());

        send("SF-100", units(1, 2));
        orders.store(order(number).deliveredAt(null).line(1, 3, "1.00").draft());

        assertThat(stored().shipments()).hasSize(1);
        assertThat(orders.unsent(number)).containsExactly(units(1, 1));
    }

    @Test
    void takesTheCouriersWordWhereTheShopSaysNothing() {
        orders.store(order(number).deliveredAt(null).line(1, 3, "1.00").shipment("T-1", null, units(1, 3)).draft());

        orders.become(number, "t1", ShipmentFate.DELIVERED, LATER);
        orders.become(number, "T-unknown", ShipmentFate.LOST, LATER);

        assertThat(line(1).deliveredQuantity()).isEqualTo(3);
        assertThat(line(1).deliveredAt()).isEqualTo(LATER);
        orders.store(order(number).deliveredAt(null).line(1, 3, "1.00").shipment("T-1", DELIVERED, units(1, 3)).draft());
        assertThat(line(1).deliveredAt()).as("the shop knows better").isEqualTo(DELIVERED);
    }

    @Test
    void forgetsTheDeliveryOfAParcelThatCameBackWhoeverToldIt() {
        orders.store(order(number).line(1, 3, "1.00").shipment("T1", DELIVERED, units(1, 3)).draft());

        orders.become(number, "T1", ShipmentFate.RETURNED, LATER);

        assertThat(line(1).deliveredQuantity()).isZero();
        assertThat(line(1).deliveredAt()).isNull();
        assertThat(stored().shipments().get(0).deliveredAt()).isNull();
        assertThat(orders.unsent(number)).containsExactly(units(1, 3));
        var refusal = catchThrowableOfType(RuleViolation.class, () -> orders.claimDelivered(number, CASE, List.of(units(1, 1))));
        assertThat(refusal.violations()).extracting(Violation::field).containsExactly("lines[0].quantity");
    }

    @Test
    void countsTheGoodsOnceThatWereSentOnceMore() {
        orders.store(order(number).deliveredAt(null).line(1, 3, "1.00").shipment("T1", null, units(1, 3)).draft());
        orders.become(number, "T1", ShipmentFate.RETURNED, LATER);
        orders.sent(new KnownShipment(number, "SF", "SF1", LATER.plusSeconds(60), null, List.of(units(1, 3)), true));

        assertThat(orders.unsent(number)).isEmpty();
        orders.become(number, "SF1", ShipmentFate.DELIVERED, LATER.plusSeconds(120));
        assertThat(line(1).deliveredQuantity()).isEqualTo(3);

        orders.store(order(number).deliveredAt(null).line(1, 3, "1.00").shipment("T1", null, units(1, 3))
                .shipment("SF1", null, units(1, 3)).draft());
        assertThat(line(1).deliveredQuantity()).isEqualTo(3);
    }

    @Test
    void findsALostParcelAgain() {
        orders.store(order(number).deliveredAt(null).line(1, 3, "1.00").shipment("T1", null, units(1, 3)).draft());
        orders.become(number, "T1", ShipmentFate.LOST, DELIVERED);
        assertThat(orders.unsent(number)).containsExactly(units(1, 3));

        orders.become(number, "T1", ShipmentFate.UNDER_WAY, LATER);

        assertThat(orders.unsent(number)).isEmpty();
    }

    @Test
    void doesNotTakeTheOrdersOwnTimeForWhatTheHouseHasNotSent() {
        orders.store(order(number).deliveredAt(null).line(1, 1, "1.00").line(2, 1, "1.00").draft());
        orders.sent(new KnownShipment(number, "SF", "SF1", PAID.plusSeconds(60), null, List.of(units(1, 1)), true));

        orders.store(order(number).deliveredAt(DELIVERED).line(1, 1, "1.00").line(2, 1, "1.00").draft());

        assertThat(line(1).deliveredQuantity()).isOne();
        assertThat(line(2).deliveredQuantity()).isZero();
        assertThat(orders.unsent(number)).containsExactly(units(2, 1));
    }

    @Test
    void refusesToSellMoreParcelsThanGoodsBesideTheHouses() {
        orders.store(order(number).deliveredAt(null).line(1, 3, "1.00").draft());
        send("SF1", units(1, 3));

        assertThatExceptionOfType(Conflict.class).isThrownBy(() -> orders.store(order(number).deliveredAt(null)
                .line(1, 3, "1.00").shipment("T9", null, units(1, 1)).draft())).withMessageContaining("4 units of line 1");
        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> orders.store(order(number).deliveredAt(null).line(1, 2, "1.00").draft()));
        assertThat(stored().shipments()).hasSize(1);
    }

    @Test
    void refusesAnUpdateThatSendsWhatWasCancelled() {
        orders.store(order(number).deliveredAt(null).line(1, 3, "1.00").draft());
        orders.claimUnsent(number, CASE, List.of(units(1, 2)));
        orders.cancelUnits(number, CASE, List.of(units(1, 2)));
        orders.cancelUnits(number, CASE, List.of(units(1, 2)));

        assertThatExceptionOfType(Conflict.class).isThrownBy(() -> orders.store(order(number).deliveredAt(null)
                .line(1, 3, "1.00").shipment("T1", null, units(1, 2)).draft())).withMessageContaining("KF-2026-000001");
        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> orders.store(order(number).deliveredAt(null).line(1, 1, "1.00").draft()));
        assertThatExceptionOfType(Conflict.class).isThrownBy(() -> send("SF1", units(1, 2)));
        orders.store(order(number).deliveredAt(null).line(1, 3, "1.00").shipment("T1", null, units(1, 1)).draft());

        assertThat(line(1).cancelledQuantity()).isEqualTo(2);
        assertThat(line(1).leftQuantity()).isOne();
        assertThat(orders.unsent(number)).isEmpty();
    }

    @Test
    void refusesThatAnOrderArrivedOfWhichAllWasCancelled() {
        orders.store(order(number).deliveredAt(null).line(1, 1, "1.00").draft());
        orders.claimUnsent(number, CASE, List.of(units(1, 1)));
        orders.cancelUnits(number, CASE, List.of(units(1, 1)));

        assertThatExceptionOfType(Conflict.class).isThrownBy(() -> orders.store(order(number).line(1, 1, "1.00").draft()));
    }

    @Test
    void cancelsOnlyWhatTheCaseHoldsAndNobodySent() {
        orders.store(order(number).deliveredAt(null).line(1, 3, "1.00").draft());
        orders.claimUnsent(number, CASE, List.of(units(1, 2)));

        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> orders.cancelUnits(number, CASE, List.of(units(1, 3)))).withMessageContaining("holds 2");
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> orders.cancelUnits(number, OTHER_CASE, List.of(units(1, 1))));
        send("SF1", units(1, 2));
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> orders.cancelUnits(number, CASE, List.of(units(1, 2)))).withMessageContaining("1 have not been sent");
        orders.cancelUnits(number, CASE, List.of(units(1, 1)));
        orders.releaseUnits(number, CASE);

        assertThat(line(1).cancelledQuantity()).isOne();
        assertThat(line(1).openQuantity()).isZero();
        assertThat(orders.unsent(number)).isEmpty();
    }

    @Test
    void holdsAgainWhatWasCancelledUnlessItsMoneyGoesBack() {
        orders.store(order(number).deliveredAt(null).line(1, 2, "10.00").draft());
        orders.claimUnsent(number, CASE, List.of(units(1, 2)));
        orders.cancelUnits(number, CASE, List.of(units(1, 2)));
        orders.promise(number, number + "/1", CASE, List.of(units(1, 2)), false);

        assertThatExceptionOfType(Conflict.class).isThrownBy(() -> orders.takeBackCancellation(number, CASE));
        orders.release(number + "/1");
        orders.takeBackCancellation(number, CASE);
        orders.takeBackCancellation(number, CASE);

        assertThat(line(1).openQuantity()).isEqualTo(2);
        assertThat(line(1).cancelledQuantity()).isZero();
        assertThat(orders.unsent(number)).containsExactly(units(1, 2));
    }

    @Test
    void keepsWhatAStockOutAndWhatAReturnHoldApart() {
        orders.store(order(number).deliveredAt(null).line(1, 3, "1.00").shipment("T1", DELIVERED, units(1, 2)).draft());
        orders.claimUnsent(number, CASE, List.of(units(1, 1)));

        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> orders.claimUnsent(number, OTHER_CASE, List.of(units(1, 1))));
        orders.claimDelivered(number, OTHER_CASE, List.of(units(1, 2)));
        orders.releaseUnits(number, CASE);

        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> orders.claimDelivered(number, CaseNumber.of(2026, 3), List.of(units(1, 1))));
    }

    @Test
    void paysBackNoUnitThatIsThenStillOwed() {
        orders.store(order(number).deliveredAt(null).line(1, 3, "1.00").draft());

        orders.promise(number, number + "/1", CASE, List.of(units(1, 2)), false);

        assertThat(orders.unsent(number)).containsExactly(units(1, 1));
        orders.release(number + "/1");
        assertThat(orders.unsent(number)).containsExactly(units(1, 3));
    }

    @Test
    void findsTheOrdersOfAnArticleThatWaitOldestFirst() {
        var sku = "WAIT-" + number;
        orders.store(waiting("-young", sku, PAID.plusSeconds(3600)).draft());
        orders.store(waiting("-old", sku, PAID).draft());
        orders.store(waiting("-sent", sku, PAID).shipment("T-1", null, units(1, 2)).draft());
        orders.store(waiting("-part", sku, PAID.plusSeconds(60)).shipment("T-2", null, units(1, 1)).draft());
        orders.store(waiting("-back", sku, PAID.plusSeconds(120)).shipment("T-3", null, units(1, 2)).draft());
        orders.store(waiting("-arrived", sku, PAID).deliveredAt(DELIVERED).draft());
        orders.store(waiting("-cancelled", sku, PAID).draft());
        orders.become(number + "-back", "T-3", ShipmentFate.LOST, DELIVERED);
        orders.claimUnsent(number + "-cancelled", CASE, List.of(units(1, 2)));
        orders.cancelUnits(number + "-cancelled", CASE, List.of(units(1, 2)));

        assertThat(orders.ordersWithUnsent(sku))
                .containsExactly(number + "-old", number + "-part", number + "-back", number + "-young");
    }

    private Drafts waiting(String suffix, String sku, Instant paidAt) {
        return order(number + suffix).paidAt(paidAt).deliveredAt(null).article(1, sku, 2, "1.00");
    }

    @Test
    void findsParcelsByTheirNumberHoweverItIsTyped() {
        var tracking = "YT-9-" + number;
        orders.store(order(number).deliveredAt(null).line(1, 3, "1.00").shipment(tracking, null, units(1, 1)).draft());
        orders.store(order(number + "-B").deliveredAt(null).line(1, 3, "1.00").draft());
        orders.sent(new KnownShipment(number + "-B", "SF", tracking.replace("-", ""), LATER, null, List.of(units(1, 2)), true));

        var found = orders.shipmentsCalled(" " + tracking.toLowerCase());

        assertThat(found).containsExactly(
                new KnownShipment(number + "-B", "SF", tracking.replace("-", ""), LATER, null, List.of(units(1, 2)), true),
                new KnownShipment(number, "YTO", tracking, PAID, null, List.of(units(1, 1)), false));
        assertThat(orders.shipmentsCalled("-")).isEmpty();
    }

    @Test
    void readsParcelsAmidstATransactionThatChangesThem() {
        var tracking = "RT" + number;
        orders.store(order(number).deliveredAt(null).line(1, 3, "1.00").shipment(tracking, null, units(1, 3)).draft());

        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            assertThat(orders.shipmentsCalled(tracking)).hasSize(1);
            orders.become(number, tracking, ShipmentFate.LOST, LATER);
            assertThat(orders.unsent(number)).containsExactly(units(1, 3));
            assertThat(orders.ordersWithUnsent("SKU-1")).contains(number);
            orders.sent(new KnownShipment(number, "SF", "SF1", LATER, null, List.of(units(1, 3)), true));
            assertThat(orders.shipmentsCalled(tracking)).hasSize(1);
        });

        assertThat(stored().shipments()).hasSize(2);
        assertThat(orders.unsent(number)).isEmpty();
    }

    @Test
    void tellsNewParcelsOnceAndThoseOfManyOrdersTogether() {
        orders.store(order(number).deliveredAt(null).line(1, 3, "1.00").shipment("T1", null, units(1, 1)).draft());
        orders.store(order(number).deliveredAt(null).line(1, 3, "2.00").shipment("T1", DELIVERED, units(1, 1))
                .shipment("T2", null, units(1, 1)).draft());
        send("SF1", units(1, 1));
        orders.store(order(number).deliveredAt(null).line(1, 3, "3.00").shipment("T1", DELIVERED, units(1, 1))
                .shipment("T2", null, units(1, 1)).shipment("SF 1", null, units(1, 1)).draft());
        orders.storeAll(List.of(order(number + "-A").line(1, 1, "1.00").shipment("T4", DELIVERED, units(1, 1)).draft(),
                order(number + "-B").line(1, 1, "1.00").draft(),
                order(number + "-C").line(1, 1, "1.00").shipment("T5", null, units(1, 1)).draft()));

        var told = events.stream(ShipmentsTold.class).map(ShipmentsTold::shipments)
                .map(each -> each.stream().map(KnownShipment::trackingNumber).toList()).toList();

        assertThat(told).containsExactly(List.of("T1"), List.of("T2"), List.of("T4", "T5"));
    }

    private void send(String tracking, LineQuantity units) {
        orders.sent(new KnownShipment(number, "SF", tracking, PAID.plusSeconds(60), null, List.of(units), true));
    }

    private OrderView stored() {
        return orders.find(number).orElseThrow();
    }

    private OrderView.Line line(int line) {
        return stored().line(line).orElseThrow();
    }
}
