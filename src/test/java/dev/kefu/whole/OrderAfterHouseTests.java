package dev.kefu.whole;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kefu.orders.KnownShipment;
import dev.kefu.orders.LineQuantity;
import dev.kefu.orders.Orders;
import dev.kefu.orders.Payback;
import dev.kefu.orders.ShipmentFate;
import dev.kefu.shared.CaseNumber;
import dev.kefu.shared.Conflict;
import dev.kefu.shared.Money;
import dev.kefu.shared.RuleViolation;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the shop tells of an order after the house sent, cancelled or received something for it. */
@WholeTest
class OrderAfterHouseTests {

    private static final AtomicInteger CASES = new AtomicInteger(700_000);

    @Autowired
    Kefu kefu;

    @Autowired
    Orders orders;

    @Autowired
    Clock clock;

    private final CaseNumber caseNumber = CaseNumber.of(2026, CASES.incrementAndGet());

    @Test
    void showsTheHousesParcelWhateverTheShopTellsAfterwards() {
        var order = kefu.sells(kefu.saleUnderWay().line(3, "50.00"));
        send(order, "SF-1-" + order.number(), 2);

        var again = kefu.tells(order.number(), kefu.saleUnderWay().line(3, "60.00"));

        assertThat(again.status()).isEqualTo(200);
        var shipment = order.json().at("/shipments/0");
        assertThat(shipment.get("trackingNumber").asText()).isEqualTo("SF-1-" + order.number());
        assertThat(shipment.get("byHouse").asBoolean()).isTrue();
        assertThat(shipment.get("fate").asText()).isEqualTo("UNDER_WAY");
        assertThat(shipment.at("/lines/0/quantity").asInt()).isEqualTo(2);
        assertThat(order.line(1).get("unsentQuantity").asInt()).isOne();
        assertThat(found(order).get("state").asText()).isEqualTo("SHIPPED");
    }

    @Test
    void letsTheReturnWindowFollowTheCouriersReports() {
        var order = kefu.sells(kefu.saleUnderWay().line(3, "50.00"));
        send(order, "SF-2-" + order.number(), 3);
        assertThat(kefu.asks("agent", order.returning(1, 1)).status()).isEqualTo(422);

        orders.become(order.number(), "SF-2-" + order.number(), ShipmentFate.DELIVERED, daysAgo(1));
        assertThat(order.line(1).get("deliveredQuantity").asInt()).isEqualTo(3);
        assertThat(found(order).get("state").asText()).isEqualTo("DELIVERED");
        var goods = kefu.opens("agent", order.returning(1, 1));

        orders.become(order.number(), "SF-2-" + order.number(), ShipmentFate.RETURNED, daysAgo(0));
        assertThat(order.line(1).get("deliveredQuantity").asInt()).isZero();
        assertThat(order.line(1).get("deliveredAt").isNull()).isTrue();
        assertThat(order.line(1).get("unsentQuantity").asInt()).isEqualTo(3);
        assertThat(found(order).get("state").asText()).isEqualTo("NOT_SHIPPED");
        assertThat(kefu.asks("agent", order.returning(1, 1)).status()).isEqualTo(422);
        assertThat(goods.tasks()).isNotEmpty();
    }

    @Test
    void refusesWhatContradictsCancelledUnits() {
        var order = kefu.sells(kefu.saleUnderWay().line(5, "5.50", "2.75", "KITCHEN").line(1, "20.00"));
        cancel(order, 2);

        var fewer = kefu.tells(order.number(), kefu.saleUnderWay().line(1, "5.50").line(1, "20.00"));
        var sent = kefu.tells(order.number(), kefu.saleUnderWay().line(5, "5.50", "2.75", "KITCHEN").line(1, "20.00")
                .shipped("T-" + order.number(), 1, 4));
        var fitting = kefu.tells(order.number(), kefu.saleUnderWay().line(5, "5.50", "2.75", "KITCHEN").line(1, "20.00")
                .shipped("T-" + order.number(), 1, 3));

        assertThat(List.of(fewer.status(), sent.status(), fitting.status())).containsExactly(409, 409, 200);
        assertThat(sent.body()).contains(caseNumber.value());
        assertThat(order.line(1).get("cancelledQuantity").asInt()).isEqualTo(2);
        assertThat(order.line(1).get("leftQuantity").asInt()).isEqualTo(3);
        assertThat(order.line(1).get("unsentQuantity").asInt()).isZero();
        assertThat(found(order).get("state").asText()).isEqualTo("PARTLY_DELIVERED");
    }

    @Test
    void showsAnOrderAsCancelledOfWhichNothingIsSent() {
        var order = kefu.sells(kefu.saleUnderWay().line(2, "5.50"));

        cancel(order, 2);

        assertThat(found(order).get("state").asText()).isEqualTo("CANCELLED");
    }

    @Test
    void showsWhatWasPaidBesidesAndKeepsIt() {
        var order = kefu.sells(kefu.saleUnderWay().line(2, "50.00"));
        orders.receive(order.number(), "S-" + order.number(), caseNumber, Money.cny("7.50"));
        kefu.tells(order.number(), kefu.saleUnderWay().line(2, "50.00").with("channel", "JD"));
        var before = order.json();
        var promise = orders.promise(order.number(), caseNumber + "/1", caseNumber,
                new Payback(List.of(new LineQuantity(1, 2)), true, true, Money.cny("17.50"), null));
        orders.pay(promise.decisionKey());

        var after = order.json();

        assertThat(before.get("surcharges").asText()).isEqualTo("7.50");
        assertThat(before.get("paid").asText()).isEqualTo("117.50");
        assertThat(before.get("refundable").asText()).isEqualTo("117.50");
        assertThat(after.get("refunded").asText()).isEqualTo("100.00");
        assertThat(after.get("freightRefunded").asText()).isEqualTo("10.00");
        assertThat(after.get("surchargesRefunded").asText()).isEqualTo("7.50");
        assertThat(after.get("heldBack").asText()).isEqualTo("17.50");
    }

    @Test
    void takesGoodsThatAreSentOnceMoreForNoMoreThanWereBought() {
        var order = kefu.sells(kefu.saleUnderWay().line(2, "50.00").shipped("A-1" + kefuNumber(), 1, 2));
        var first = order.json().at("/shipments/0/trackingNumber").asText();
        orders.become(order.number(), first, ShipmentFate.LOST, daysAgo(1));
        var twice = kefu.saleUnderWay().line(2, "50.00").shipped(first, 1, 2).shipped("A-2" + kefuNumber(), 1, 2);

        var told = kefu.tells(order.number(), twice);

        assertThat(told.status()).as(told.body()).isEqualTo(200);
        assertThat(order.line(1).get("deliveredQuantity").asInt()).isEqualTo(2);
        orders.become(order.number(), first, ShipmentFate.UNDER_WAY, daysAgo(0));
        assertThat(kefu.tells(order.number(), twice).status()).as("said before, and no worse").isEqualTo(200);
        assertThat(kefu.tells(order.number(), twice.shipped("A-3" + kefuNumber(), 1, 1)).status()).isEqualTo(409);
    }

    @Test
    void tellsTheShopOrCancelsWhenBothHappenAtOnce() {
        for (int round = 0; round < 4; round++) {
            var order = kefu.sells(kefu.saleUnderWay().line(2, "50.00"));
            orders.claimUnsent(order.number(), caseNumber, List.of(new LineQuantity(1, 2)));
            var shipped = kefu.saleUnderWay().line(2, "50.00").shipped("B-" + order.number(), 1, 2);

            var cancelled = CompletableFuture.supplyAsync(() -> {
                try {
                    orders.cancelUnits(order.number(), caseNumber, List.of(new LineQuantity(1, 2)));
                    return true;
                } catch (RuleViolation | Conflict refusal) {
                    return false;
                }
            });
            var told = kefu.tells(order.number(), shipped);

            assertThat(told.status()).isEqualTo(cancelled.join() ? 409 : 200);
        }
    }

    @Test
    void returnsWhatArrivedWhileTheRestIsHeldByAnotherCase() {
        var order = kefu.sells(kefu.saleUnderWay().line(3, "50.00").shipped("C-" + kefuNumber(), 1, 2));
        orders.claimUnsent(order.number(), caseNumber, List.of(new LineQuantity(1, 1)));

        var three = kefu.asks("agent", order.returning("DEFECTIVE", 1, 3));
        kefu.opens("agent", order.returning("DEFECTIVE", 1, 2));

        assertThat(three.status()).isEqualTo(422);
        assertThat(order.line(1).get("openQuantity").asInt()).isEqualTo(3);
    }

    private static String kefuNumber() {
        return Integer.toString(CASES.incrementAndGet());
    }

    private void send(Kefu.Order order, String tracking, int quantity) {
        orders.sent(new KnownShipment(order.number(), "SF", tracking, daysAgo(2), null,
                List.of(new LineQuantity(1, quantity)), true));
    }

    private void cancel(Kefu.Order order, int quantity) {
        orders.claimUnsent(order.number(), caseNumber, List.of(new LineQuantity(1, quantity)));
        orders.cancelUnits(order.number(), caseNumber, List.of(new LineQuantity(1, quantity)));
    }

    private JsonNode found(Kefu.Order order) {
        return kefu.as("agent").post("/api/orders/search", Json.of(Map.of("query", order.number()))).json().at("/orders/0");
    }

    private Instant daysAgo(int days) {
        return clock.instant().minus(Duration.ofDays(days));
    }
}
