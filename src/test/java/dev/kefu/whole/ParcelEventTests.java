package dev.kefu.whole;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kefu.Caller.Answer;
import dev.kefu.orders.LineQuantity;
import dev.kefu.orders.ShipmentsTold;
import dev.kefu.shared.Conflict;
import dev.kefu.shared.RuleViolation;
import dev.kefu.shipping.Leg;
import dev.kefu.shipping.NewParcel;
import dev.kefu.shipping.ParcelEventStatus;
import dev.kefu.shipping.ParcelEvents;
import dev.kefu.shipping.ParcelMoved;
import dev.kefu.shipping.ParcelPurpose;
import dev.kefu.shipping.ParcelState;
import dev.kefu.shipping.ParcelView;
import dev.kefu.shipping.Parcels;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What couriers report, over REST: in any order, twice, late, contradicting, of parcels that nobody knows. */
@WholeTest
@Import(ParcelEventTests.Told.class)
class ParcelEventTests {

    private static final AtomicInteger NUMBERS = new AtomicInteger();
    private static final AtomicInteger EVENTS = new AtomicInteger();

    @Autowired
    Kefu kefu;

    @Autowired
    Parcels parcels;

    @Autowired
    ParcelEvents parcelEvents;

    @Autowired
    Told told;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    private final String number = "TR" + (1000 + NUMBERS.incrementAndGet());

    /** What the house was told. */
    @TestConfiguration
    static class Told {

        private final Queue<ParcelMoved> moves = new ConcurrentLinkedQueue<>();
        private final Set<String> broken = ConcurrentHashMap.newKeySet();
        private final Queue<String> toldWithinTransactions = new ConcurrentLinkedQueue<>();

        @EventListener
        void take(ParcelMoved moved) {
            if (moved.parcel().trackingNumber().endsWith("BROKEN") && broken.add(moved.parcel().trackingNumber())) {
                throw new IllegalStateException("A step is broken");
            }
            moves.add(moved);
        }

        @EventListener
        void fail(ShipmentsTold shipments) {
            if (TransactionSynchronizationManager.isActualTransactionActive()) {
                shipments.shipments().forEach(each -> toldWithinTransactions.add(each.trackingNumber()));
            }
            if (shipments.shipments().get(0).trackingNumber().endsWith("DEAF")) {
                throw new IllegalStateException("Somebody can't hear of it");
            }
        }

        List<Integer> attemptsOf(String trackingNumber) {
            return moves.stream().map(ParcelMoved::parcel).filter(each -> each.trackingNumber().equals(trackingNumber))
                    .map(ParcelView::failedAttempts).toList();
        }

        List<String> of(String trackingNumber) {
            return moves.stream().filter(each -> each.parcel().trackingNumber().equals(trackingNumber))
                    .map(each -> each.before() + " " + each.parcel().state()).toList();
        }
    }

    @Test
    void deliversAParcelThatTheShopSent() {
        var order = sold();

        assertThat(report("PICKED_UP", 20).json().get("state").asText()).isEqualTo("UNDER_WAY");
        report("IN_TRANSIT", 15);
        var taken = report("DELIVERED", 2);

        assertThat(taken.status()).isEqualTo(202);
        assertThat(taken.json().get("known").asBoolean()).isTrue();
        assertThat(taken.json().get("counted").asBoolean()).isTrue();
        assertThat(taken.json().get("orderNumber").asText()).isEqualTo(order.number());
        assertThat(state()).isEqualTo("DELIVERED");
        assertThat(events()).containsExactly("PICKED_UP", "IN_TRANSIT", "DELIVERED");
        assertThat(told.of(number)).containsExactly("ANNOUNCED UNDER_WAY", "UNDER_WAY DELIVERED");
        assertThat(deliveredUnits(order)).isEqualTo(2);
        assertThat(parcel().get("place").asText()).isEqualTo("杭州");
    }

    @Test
    void ordersWhatIsToldByWhenItHappened() {
        var order = sold();

        report("DELIVERED", 2);
        assertThat(deliveredUnits(order)).isEqualTo(2);
        report("RETURNING", 10);
        report("FAILED_ATTEMPT", 15);

        assertThat(events()).containsExactly("FAILED_ATTEMPT", "RETURNING", "DELIVERED");
        assertThat(state()).isEqualTo("RETURNED");
        assertThat(deliveredUnits(order)).as("delivered to the sender").isZero();
        assertThat(told.of(number)).startsWith("ANNOUNCED DELIVERED", "DELIVERED RETURNED");
        report("PICKED_UP", 1);
        report("DELIVERED", 0);
        assertThat(state()).isEqualTo("DELIVERED");
        assertThat(deliveredUnits(order)).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"RETURNED_TO_SENDER, RETURNED", "LOST, LOST", "DAMAGED, DAMAGED"})
    void countsUnitsThatDidNotArriveAsUnsent(String status, String state) {
        var order = sold();

        report(status, 2);

        assertThat(state()).isEqualTo(state);
        assertThat(deliveredUnits(order)).isZero();
        assertThat(order.line(1).get("unsentQuantity").asInt()).isEqualTo(2);
    }

    @Test
    void findsALostParcel() {
        var order = sold();

        report("LOST", 5);
        report("IN_TRANSIT", 2);

        assertThat(state()).isEqualTo("UNDER_WAY");
        assertThat(order.line(1).get("unsentQuantity").asInt()).isZero();
        assertThat(told.of(number)).containsExactly("ANNOUNCED LOST", "LOST UNDER_WAY");
    }

    @Test
    void saysThatEventsContradictEachOther() {
        sold();

        report("DELIVERED", 5);
        report("IN_TRANSIT", 2);

        assertThat(state()).isEqualTo("DELIVERED");
        assertThat(parcel().get("contradicted").asBoolean()).isTrue();
        assertThat(told.of(number)).containsExactly("ANNOUNCED DELIVERED");
    }

    @Test
    void countsTheSameEventOnceAndRefusesAnotherUnderItsId() {
        sold();
        var event = event("FAILED_ATTEMPT", 3);

        var answers = Kefu.atOnce(10, caller -> tell(event));
        var again = tell(event);
        var other = tell(with(event, "status", "DELIVERED"));
        var otherPlace = tell(with(event, "place", "成都"));

        assertThat(answers).extracting(Answer::status).containsOnly(202);
        assertThat(answers.stream().filter(each -> each.json().get("counted").asBoolean())).hasSize(1);
        assertThat(again.json().get("counted").asBoolean()).isFalse();
        assertThat(again.json().get("state").asText()).isEqualTo("FAILED_ATTEMPT");
        assertThat(Stream.of(other, otherPlace).map(Answer::status)).containsOnly(409);
        assertThat(parcel().get("failedAttempts").asInt()).isEqualTo(1);
        assertThat(told.of(number)).containsExactly("ANNOUNCED FAILED_ATTEMPT");
    }

    @Test
    void takesTheSameEventWrittenOtherwise() {
        sold();
        var event = event("IN_TRANSIT", 3);
        tell(event);

        var again = tell(with(with(event, "trackingNumber", " " + number.toLowerCase() + "-"), "occurredAt",
                OffsetDateTime.parse(event.get("occurredAt").toString()).withOffsetSameInstant(java.time.ZoneOffset.ofHours(-3)).toString()));

        assertThat(again.status()).as(again.body()).isEqualTo(202);
        assertThat(again.json().get("counted").asBoolean()).isFalse();
        assertThat(events()).hasSize(1);
    }

    @Test
    void tellsEachFailedAttemptOnce() {
        sold();

        report("FAILED_ATTEMPT", 30);
        report("FAILED_ATTEMPT", 6);
        report("IN_TRANSIT", 36);

        assertThat(told.of(number)).containsExactly("ANNOUNCED FAILED_ATTEMPT", "FAILED_ATTEMPT FAILED_ATTEMPT");
        assertThat(parcel().get("failedAttempts").asInt()).isEqualTo(2);
    }

    @Test
    void takesTenEventsOfOneParcelAtTheSameMoment() {
        sold();

        var answers = Kefu.atOnce(10, caller -> report("FAILED_ATTEMPT", caller + 1));

        assertThat(answers).extracting(Answer::status).containsOnly(202);
        assertThat(parcel().get("failedAttempts").asInt()).isEqualTo(10);
        // Those that came together are told together
        assertThat(told.attemptsOf(number)).isSorted().doesNotHaveDuplicates().endsWith(10);
    }

    @Test
    void keepsTheEventOfAnUnknownParcelUntilTheShopTellsIt() {
        var early = report("DELIVERED", 2);
        assertThat(early.status()).isEqualTo(202);
        assertThat(early.json().get("known").asBoolean()).isFalse();
        assertThat(early.json().get("counted").asBoolean()).isTrue();
        assertThat(found()).isEmpty();

        var order = sold();

        assertThat(told.of(number)).containsExactly("ANNOUNCED DELIVERED");
        assertThat(deliveredUnits(order)).isEqualTo(2);
        assertThat(state()).isEqualTo("DELIVERED");
    }

    @Test
    void keepsTheEventOfAnUnknownParcelUntilTheHouseSendsIt() {
        var order = kefu.sells(kefu.saleUnderWay().line(2, "50.00"));
        report("IN_TRANSIT", 2);

        var registered = parcels.register(parcel(order, number));

        assertThat(registered.state()).isEqualTo(ParcelState.UNDER_WAY);
        assertThat(told.of(number)).containsExactly("ANNOUNCED UNDER_WAY");
        assertThat(order.json().get("shipments").findValuesAsText("trackingNumber")).containsExactly(number);
        assertThat(parcels.register(parcel(order, " " + number.toLowerCase())).id()).isEqualTo(registered.id());
        assertThat(found()).hasSize(1);
    }

    @Test
    void missesNoEventThatComesWhileItsParcelIsRegistered() {
        for (int i = 0; i < 10; i++) {
            var order = kefu.sells(kefu.saleUnderWay().line(2, "50.00"));
            var tracking = number + "-" + i;

            var answers = Kefu.atOnce(2, caller -> caller == 0 ? tell(with(event("DELIVERED", 2), "trackingNumber", tracking))
                    : registered(parcel(order, tracking)));

            assertThat(answers).extracting(Answer::status).as(tracking).containsOnly(202);
            assertThat(told.of(tracking)).as(tracking).containsExactly("ANNOUNCED DELIVERED");
            assertThat(deliveredUnits(order)).as(tracking).isEqualTo(2);
        }
    }

    @Test
    void storesWhatTheShopTellsThoughSomebodyCanNotHearOfIt() {
        var sale = kefu.saleUnderWay().line(4, "50.00");
        var order = kefu.sells(sale.with("shipments", List.of(shipment(number + "DEAF"))));

        var changed = kefu.tells(order.number(), sale.with("shipments", List.of(shipment(number), shipment(number + "DEAF"))));

        assertThat(changed.status()).as(changed.body()).isEqualTo(200);
        assertThat(order.json().get("shipments").findValuesAsText("trackingNumber")).containsExactlyInAnyOrder(number, number + "DEAF");
        assertThat(told.toldWithinTransactions).doesNotContain(number, number + "DEAF");
    }

    /** As many as the pool has connections, and again as many: each would wait for a second one of them. */
    @Test
    void showsParcelsToAllWhoLookAtOnce() {
        var orders = IntStream.range(0, 40).mapToObj(i -> kefu.sells(kefu.saleUnderWay().line(2, "50.00")
                .with("shipments", List.of(shipment(number + "-" + i))))).toList();

        var answers = Kefu.atOnce(40, i -> kefu.as("agent").get("/api/parcels?orderNumber=" + orders.get(i).number()));

        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
            assertThat(answer.json()).hasSize(1);
        });
    }

    @Test
    void countsLaterWhatWentWrongAtFirst() {
        var tracking = number + "BROKEN";
        var order = kefu.sells(kefu.saleUnderWay().line(2, "50.00").with("shipments", List.of(shipment(tracking))));
        assertThat(tell(with(event("DELIVERED", 2), "trackingNumber", tracking)).status()).isEqualTo(500);
        assertThat(deliveredUnits(order)).isZero();

        parcelEvents.matchWhatIsLeft();

        assertThat(deliveredUnits(order)).isEqualTo(2);
        assertThat(told.of(tracking)).containsExactly("ANNOUNCED DELIVERED");
    }

    @Test
    void looksNotEachMinuteAtWhatAnotherCourierReportsOfItsOwnParcelOfTheSameNumber() {
        var tracking = number + "OTHER";
        kefu.sells(kefu.saleUnderWay().line(2, "50.00").with("shipments", List.of(shipment(tracking))));
        var foreign = with(with(event("DELIVERED", 2), "trackingNumber", tracking), "courier", "SF");
        assertThat(tell(foreign).json().path("known").asBoolean()).isFalse();

        assertThat(isPassedOver(foreign)).isTrue();
    }

    private boolean isPassedOver(Map<String, Object> event) {
        return jdbc.sql("select count(*) from parcel_event where event_id = ? and not known and passed_over_at is not null")
                .param(event.get("eventId")).query(Integer.class).single() == 1;
    }

    @Test
    void sendsNothingMoreInAParcelThatHasLeft() {
        var order = kefu.sells(kefu.saleUnderWay().line(3, "50.00").with("shipments", List.of(shipment(number))));

        Assertions.assertThatThrownBy(() -> parcels.register(new NewParcel(order.number(), Leg.TO_CUSTOMER, ParcelPurpose.ORDER, null,
                "YTO", number, List.of(new LineQuantity(1, 3)), null))).isInstanceOf(RuleViolation.class)
                .hasMessageContaining("The parcel " + number + " of this order has left");

        assertThat(parcels.register(parcel(order, number)).lines()).containsExactly(new LineQuantity(1, 2));
    }

    @Test
    void missesNoEventThatComesWhileTheShopTellsItsParcel() {
        for (int i = 0; i < 10; i++) {
            var tracking = number + "-" + i;
            var sale = kefu.saleUnderWay().line(2, "50.00").with("shipments", List.of(shipment(tracking)));

            var answers = Kefu.atOnce(2, caller -> caller == 0 ? tell(with(event("DELIVERED", 2), "trackingNumber", tracking))
                    : kefu.tells("P-" + tracking, sale));

            assertThat(answers).extracting(Answer::status).as(tracking).containsExactly(202, 201);
            assertThat(told.of(tracking)).as(tracking).containsExactly("ANNOUNCED DELIVERED");
        }
    }

    @Test
    void tellsParcelsOfTwoCouriersApart() {
        var one = sold();
        var other = kefu.sells(kefu.saleUnderWay().line(2, "50.00")
                .with("shipments", List.of(with(shipment(number), "courier", "SF"))));
        hasCouriers();

        var taken = tell(with(event("DELIVERED", 2), "courier", "顺丰"));

        assertThat(taken.json().get("orderNumber").asText()).isEqualTo(other.number());
        assertThat(deliveredUnits(one)).isZero();
        assertThat(deliveredUnits(other)).isEqualTo(2);
        assertThat(tell(with(event("DELIVERED", 2), "courier", "EMS")).json().get("known").asBoolean()).isFalse();
        assertThat(found()).hasSize(2);
    }

    @Test
    void takesTheWordOfACourierWhomNobodyKnowsForTheOnlyParcelOfItsNumber() {
        sold();

        assertThat(tell(with(event("IN_TRANSIT", 2), "courier", "A courier round the corner")).json().get("known").asBoolean()).isTrue();
    }

    @Test
    void movesBothOrdersInOneParcel() {
        var one = sold();
        var other = sold();

        report("DELIVERED", 2);

        assertThat(deliveredUnits(one)).isEqualTo(2);
        assertThat(deliveredUnits(other)).isEqualTo(2);
    }

    @Test
    void keepsACustomersNumberFromBeingGivenToAnother() {
        sold();
        var other = kefu.sells(kefu.saleUnderWay().line(2, "50.00").with("customer", Map.of("id", "C-OTHER", "name", "李雷")));

        Assertions.assertThatThrownBy(() -> parcels.register(parcel(other, number))).isInstanceOf(Conflict.class);

        assertThat(other.json().get("shipments")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "---", "12345678901234567890123456789012345678901234567890123456789012345", "YT\u202e1"})
    void registersNoNumberThatIsNone(String tracking) {
        var order = kefu.sells(kefu.saleUnderWay().line(2, "50.00"));

        Assertions.assertThatThrownBy(() -> parcels.register(parcel(order, tracking))).isInstanceOf(RuleViolation.class)
                .hasMessageContaining("trackingNumber");
    }

    @Test
    void tellsTheWayBackApartFromTheWayThere() {
        var order = sold();
        report("DELIVERED", 30);
        var back = parcels.register(new NewParcel(order.number(), Leg.TO_SHOP, ParcelPurpose.RETURN, null, "YTO", number,
                List.of(new LineQuantity(1, 1)), null));

        report("DELIVERED", 0);

        assertThat(parcels.get(back.id()).state()).isEqualTo(ParcelState.DELIVERED);
        assertThat(deliveredUnits(order)).isEqualTo(2);
        assertThat(found()).extracting(each -> each.get("leg").asText()).containsExactly("TO_SHOP", "TO_CUSTOMER");
        assertThat(found()).noneMatch(each -> each.get("contradicted").asBoolean());
    }

    @Test
    void writesDownWhatPeopleSeeOnce() {
        var order = sold();
        var parcel = parcels.called(number).get(0);
        report("RETURNING", 0);

        parcels.observed(parcel.id(), ParcelEventStatus.RETURNED_TO_SENDER);
        parcels.observed(parcel.id(), ParcelEventStatus.RETURNED_TO_SENDER);
        assertThat(events()).containsExactly("RETURNING", "RETURNED_TO_SENDER");
        assertThat(told.of(number)).endsWith("RETURNING RETURNED");
        report("RETURNING", 0);
        var delivered = parcels.observed(parcel.id(), ParcelEventStatus.DELIVERED);

        assertThat(delivered.state()).isEqualTo(ParcelState.DELIVERED);
        assertThat(deliveredUnits(order)).isEqualTo(2);
    }

    @Test
    void takesTheShopsWordWhereCouriersSayNothingBetter() {
        var order = kefu.sells(kefu.saleUnderWay().line(2, "50.00").with("shipments",
                List.of(with(shipment(number), "deliveredAt", ago(1)))));

        assertThat(state()).isEqualTo("DELIVERED");
        report("FAILED_ATTEMPT", 9);
        assertThat(state()).isEqualTo("DELIVERED");
        assertThat(told.of(number)).extracting(each -> each.split(" ")[1]).containsOnly("DELIVERED");
        report("RETURNED_TO_SENDER", 0);

        assertThat(state()).isEqualTo("RETURNED");
        assertThat(deliveredUnits(order)).isZero();
        report("RETURNED_TO_SENDER", 0);
        assertThat(state()).isEqualTo("RETURNED");
    }

    @Test
    void listsTheParcelsOfAnOrder() {
        var order = sold();
        report("IN_TRANSIT", 2);
        parcels.register(parcel(order, number + "B"));

        var found = kefu.as("agent").get("/api/parcels?orderNumber=" + order.number()).json();

        assertThat(found.findValuesAsText("trackingNumber")).containsExactly(number, number + "B");
        assertThat(found.findValuesAsText("state")).containsExactly("UNDER_WAY", "ANNOUNCED");
        assertThat(found.at("/0/lines/0/quantity").asInt()).isEqualTo(2);
        assertThat(found.at("/0/events/0/status").asText()).isEqualTo("IN_TRANSIT");
    }

    @Test
    void hidesWhereACustomerLivesFromThoseWhoNeedNotKnow() {
        sold();
        report("IN_TRANSIT", 2);

        for (var user : List.of("auditor", "hr", "analyst")) {
            var seen = kefu.as(user).get("/api/parcels?trackingNumber=" + number);
            assertThat(seen.status()).isEqualTo(200);
            assertThat(seen.json().at("/0/state").asText()).isEqualTo("UNDER_WAY");
            assertThat(seen.body()).doesNotContain("杭州");
        }
        assertThat(kefu.as("orderclerk").get("/api/parcels?trackingNumber=" + number).body()).contains("杭州");
        assertThat(kefu.as("agent").get("/api/parcels").status()).isEqualTo(422);
        assertThat(kefu.anonymous().get("/api/parcels?trackingNumber=" + number).status()).isEqualTo(401);
        assertThat(kefu.as("agent").get("/api/parcels?trackingNumber=nobody").json()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"integration, 202", "orderclerk, 202", "supervisor, 202", "agent, 403", "warehouse, 403", "auditor, 403", "manager, 403"})
    void takesEventsFromThoseOnlyWhoseBusinessItIs(String user, int status) {
        sold();

        assertThat(kefu.as(user).post("/api/parcel-events", Json.of(event("IN_TRANSIT", 2))).status()).isEqualTo(status);
    }

    @Test
    void namesWhatIsMissingInAnEvent() {
        var call = kefu.as("integration");

        assertThat(call.post("/api/parcel-events", "{}").json().get("violations").findValuesAsText("field"))
                .containsExactly("eventId", "courier", "trackingNumber", "status", "occurredAt");
        assertThat(tell(with(event("IN_TRANSIT", 1), "status", "EATEN")).json().at("/violations/0/field").asText()).isEqualTo("status");
        assertThat(tell(with(event("IN_TRANSIT", 1), "trackingNumber", "--")).status()).isEqualTo(422);
        assertThat(tell(with(event("IN_TRANSIT", 1), "occurredAt", "1066-10-14T09:00:00Z")).status()).isEqualTo(422);
        assertThat(tell(with(event("IN_TRANSIT", 1), "occurredAt", "yesterday")).status()).isEqualTo(400);
        assertThat(call.post("/api/parcel-events", "{\"eventId\": 1").status()).isEqualTo(400);
    }

    @Test
    void refusesWhatHasNotHappenedYetButForAClockThatIsFast() {
        sold();
        var now = OffsetDateTime.now(clock);

        assertThat(tell(with(event("IN_TRANSIT", 1), "occurredAt", now.plus(Duration.ofMinutes(4)).toString())).status()).isEqualTo(202);
        var refused = tell(with(event("DELIVERED", 1), "occurredAt", now.plus(Duration.ofMinutes(6)).toString()));

        assertThat(refused.json().at("/violations/0/field").asText()).isEqualTo("occurredAt");
        assertThat(state()).isEqualTo("UNDER_WAY");
    }

    @Test
    void forgetsWhereTheParcelsOfACustomerWere() {
        var customer = "C-" + number;
        var order = kefu.sells(kefu.saleUnderWay().line(2, "50.00").with("shipments", List.of(shipment(number)))
                .with("customer", Map.of("id", customer, "name", "王芳")));
        var event = event("IN_TRANSIT", 5);
        tell(with(event, "place", "忘川路 7 号"));
        var reason = "{\"reason\": \"The customer asked for it\"}";

        var export = kefu.as("supervisor").post("/api/customers/" + customer + "/export", reason);
        var erased = kefu.as("supervisor").post("/api/customers/" + customer + "/erasure", reason);

        assertThat(export.body()).contains("忘川路 7 号", number);
        assertThat(erased.status()).as(erased.body()).isEqualTo(204);
        assertThat(kefu.as("agent").get("/api/parcels?orderNumber=" + order.number()).body()).doesNotContain("忘川路");
        assertThat(tell(with(event, "place", "忘川路 7 号")).status()).isEqualTo(202);
        tell(with(event("DELIVERED", 1), "place", "忘川路 7 号"));
        assertThat(jdbc.sql("select count(*) from parcel_event where place like '%忘川路 7%'").query(Long.class).single()).isZero();
        assertThat(state()).isEqualTo("DELIVERED");
    }

    /** An order that is under way in one parcel of this test's number. */
    private Kefu.Order sold() {
        return kefu.sells(kefu.saleUnderWay().line(2, "50.00").with("shipments", List.of(shipment(number))));
    }

    private Map<String, Object> shipment(String tracking) {
        return Map.of("courier", "YTO", "trackingNumber", tracking, "shippedAt", ago(40),
                "lines", List.of(Map.of("line", 1, "quantity", 2)));
    }

    private NewParcel parcel(Kefu.Order order, String tracking) {
        return new NewParcel(order.number(), Leg.TO_CUSTOMER, ParcelPurpose.ORDER, null, "YTO", tracking,
                List.of(new LineQuantity(1, 2)), null);
    }

    private Answer registered(NewParcel parcel) {
        parcels.register(parcel);
        return new Answer(202, Map.of(), "");
    }

    private void hasCouriers() {
        for (var courier : List.of(List.of("YTO", "圆通"), List.of("SF", "顺丰"), List.of("EMS", "邮政"))) {
            var told = kefu.as("supervisor").put("/api/couriers/" + courier.get(0), Json.of(Map.of("nameZh", courier.get(1), "nameEn",
                    courier.get(0), "isDefault", false, "preference", 9, "freeOfDifference", false, "active", true)));
            assertThat(told.status()).as(told.body()).isIn(200, 201, 409);
        }
    }

    private Answer report(String status, int hoursAgo) {
        return tell(event(status, hoursAgo));
    }

    private Answer tell(Map<String, ?> event) {
        return kefu.as("integration").post("/api/parcel-events", Json.of(event));
    }

    private Map<String, Object> event(String status, int hoursAgo) {
        return Map.of("eventId", "PE-" + EVENTS.incrementAndGet(), "courier", "YTO", "trackingNumber", number, "status", status,
                "occurredAt", ago(hoursAgo), "place", "杭州");
    }

    private String ago(int hours) {
        return OffsetDateTime.now(clock).minusHours(hours).toString();
    }

    private static Map<String, Object> with(Map<String, ?> map, String key, Object value) {
        var changed = new LinkedHashMap<String, Object>(map);
        changed.put(key, value);
        return changed;
    }

    private JsonNode found() {
        return kefu.as("agent").get("/api/parcels?trackingNumber=" + number).json();
    }

    private JsonNode parcel() {
        return found().get(0);
    }

    private String state() {
        return parcel().get("state").asText();
    }

    private List<String> events() {
        return parcel().get("events").findValuesAsText("status");
    }

    private int deliveredUnits(Kefu.Order order) {
        return order.line(1).get("deliveredQuantity").asInt();
    }
}
