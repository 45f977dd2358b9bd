package dev.kefu.whole;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kefu.Caller.Answer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Goods that are late, from the report to each of its ends, by HTTP (STK-1 to STK-6). */
@WholeTest
class WholeStockOutTests {

    private static final Map<String, Object> YES = Map.of("approved", true);

    @Autowired
    Kefu kefu;

    @Autowired
    ManagementService jobs;

    private Shelf cups;
    private Kefu.Order order;

    @BeforeEach
    void sellTwoCups() {
        cups = Shelf.with(kefu, 0, "50.00");
        order = kefu.sells(kefu.saleUnderWay().of(cups.sku(), 2, "50.00"));
    }

    @Test
    void endsShippedWhereTheWarehouseFindsTheGoods() {
        var goods = report("agent");
        assertThat(goods.json().at("/facts/state").asText()).isEqualTo("TO_COUNT");

        count(goods, 3).done("warehouse", "shipOrder", parcel(goods, 1));

        ended(goods, "SHIPPED");
        assertThat(cups.state()).isEqualTo("1/0/1");
        assertThat(order.json().at("/shipments/0/trackingNumber").asText()).isEqualTo("W-" + goods.number() + "-1");
        assertThat(goods.timeline()).contains("STOCK_OUT_REPORTED", "STOCK_COUNTED", "GOODS_DISPATCHED", "CLOSED");
    }

    @Test
    void isNotAboutEverythingWhereAProgramNamesNoLine() {
        var nothing = Map.of("orderNumber", order.number(), "cause", "OUT_OF_STOCK", "lines", List.of());
        var before = kefu.rows();

        var refused = kefu.as("agent").post("/api/cases/stock-out", Json.of(nothing));

        assertThat(refused.status()).as(refused.body()).isEqualTo(422);
        assertThat(refused.json().at("/violations/0/field").asText()).isEqualTo("lines");
        assertThat(kefu.rows()).isEqualTo(before);
        var form = kefu.as("agent").post("/engine-rest/process-definition/key/stock-out/submit-form", Json.variables(nothing));
        assertThat(form.status()).as("a form without rows means everything").isEqualTo(200);
    }

    @Test
    void leavesOnlyWithACourierThatTheHouseKnows() {
        var goods = count(report("agent"), 3);

        var unknown = goods.complete("warehouse", "shipOrder", Map.of("courier", "NIX", "trackingNumber", "T1"));
        goods.done("warehouse", "shipOrder", Map.of("courier", "顺丰速运", "trackingNumber", "N-" + goods.number()));

        assertThat(unknown.status()).isEqualTo(422);
        assertThat(unknown.json().at("/violations/0/field").asText()).isEqualTo("courier");
        assertThat(order.json().at("/shipments/0/courier").asText()).isEqualTo("SF");
    }

    @Test
    void sendsEachPartUnderANumberOfItsOwn() {
        var goods = count(report("agent"), 1);
        goods.done("agent", "askCustomer", Map.of("answer", "SHIP_REST")).done("warehouse", "shipOrder", parcel(goods, 1));
        arrive(1);

        var again = goods.complete("warehouse", "shipOrder", parcel(goods, 1));

        assertThat(again.status()).as(again.body()).isEqualTo(422);
        assertThat(again.json().at("/violations/0/field").asText()).isEqualTo("trackingNumber");
    }

    @Test
    void endsRefundedWhereTheCustomerInsists() {
        var goods = count(report("agent"), 0);
        assertThat(goods.json().at("/facts/delay").asText()).isEqualTo("INDEFINITE");
        assertThat(goods.task("askCustomer").get("groups").toString()).contains("agents");

        goods.done("agent", "askCustomer", Map.of("answer", "WAIT"));
        var reply = goods.tell("integration", "customer-replied", Map.of("answer", "REFUND"));
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        goods.done("manager", "authoriseCancellation", YES).paid();

        ended(goods, "REFUNDED");
        assertThat(order.text("refunded")).isEqualTo("110.00");
        assertThat(order.line(1).get("cancelledQuantity").asInt()).isEqualTo(2);
        assertThat(goods.json().at("/facts/replies").findValuesAsText("answer")).containsExactly("WAIT", "REFUND");
    }

    @Test
    void endsPartlyShippedWhereTheRestIsRefunded() {
        var goods = count(report("agent"), 1);

        goods.done("agent", "askCustomer", Map.of("answer", "SHIP_REST")).done("warehouse", "shipOrder", parcel(goods, 1));
        assertThat(goods.tell("agent", "customer-replied", Map.of("answer", "REFUND")).status()).isEqualTo(200);
        goods.done("manager", "authoriseCancellation", YES).paid();

        ended(goods, "PARTLY_SHIPPED");
        assertThat(order.text("refunded")).isEqualTo("50.00");
    }

    @Test
    void endsSubstitutedAndGivesBackWhatTheOtherArticleCostsLess() {
        var mugs = Shelf.with(kefu, 2, "40.00");
        var goods = count(report("warehouse"), 0);

        goods.done("agent", "askCustomer", Map.of("answer", "SUBSTITUTE", "substituteSku", mugs.sku()))
                .done("warehouse", "shipOrder", parcel(goods, 1)).done("manager", "authoriseCancellation", YES).paid();

        ended(goods, "SUBSTITUTED");
        assertThat(order.text("refunded")).isEqualTo("20.00");
        assertThat(mugs.state()).isEqualTo("0/0/0");
    }

    @Test
    void endsRejectedWhereATeamLeaderTurnsAJuniorsReportDown() {
        var goods = report("junior");

        goods.done("teamlead", "reviewReport", Map.of("approved", false, "note", "They are on the shelf."));

        ended(goods, "REJECTED");
        assertThat(order.line(1).get("openQuantity").asInt()).isZero();
    }

    @Test
    void showsWhatWasCounted() {
        var goods = count(report("agent"), 1);

        var facts = goods.json().get("facts");
        assertThat(facts.at("/counted/0/sku").asText()).isEqualTo(cups.sku());
        assertThat(facts.at("/counted/0/booked").asInt()).isZero();
        assertThat(facts.at("/counted/0/onHand").asInt()).isEqualTo(1);
        assertThat(facts.at("/counted/0/countedBy").asText()).isEqualTo("warehouse");
        assertThat(facts.at("/promises/0").has("delayDays")).isFalse();
    }

    @Test
    void saysHowLateEachPromiseIs() {
        kefu.as("warehouse").put("/api/stock/" + cups.sku(), "{\"onHand\": 0, \"replenishmentDays\": 5}");

        var goods = count(report("agent"), 0);

        var facts = goods.json().get("facts");
        assertThat(facts.at("/promises/0/delayDays").asInt()).isPositive().isEqualTo(facts.get("delayDays").asInt());
    }

    @Test
    void callsTheSubstituteByItsOwnName() {
        var mugs = Shelf.with(kefu, 2, "50.00");
        kefu.sells(kefu.saleUnderWay().line(1, "9.00").of(mugs.sku(), 1, "50.00"));
        var goods = count(report("agent"), 0);

        goods.done("agent", "askCustomer", Map.of("answer", "SUBSTITUTE", "substituteSku", mugs.sku()));

        var line = goods.json().at("/facts/lines/0");
        assertThat(line.get("sku").asText()).isEqualTo(mugs.sku());
        assertThat(line.get("name").asText()).isEqualTo("保温杯 2");
        assertThat(line.get("insteadOf").asText()).isEqualTo("保温杯 1");
    }

    @Test
    void refusesACourierThatNobodyKnowsAndACountBeyondAllMeasure() {
        var goods = report("agent");

        for (var many : List.of(10_000_001L, 1_000_000_000_000L)) {
            var measure = goods.complete("warehouse", "countStock", Map.of("counted",
                    List.of(Map.of("sku", cups.sku(), "onHand", many))));
            assertThat(measure.status()).as(measure.body()).isEqualTo(422);
            assertThat(measure.json().at("/violations/0/field").asText()).isEqualTo("counted[0].onHand");
        }
        count(goods, 2);
        var courier = goods.complete("warehouse", "shipOrder", Map.of("courier", "NIX", "trackingNumber", "T1"));

        assertThat(courier.status()).as(courier.body()).isEqualTo(422);
        assertThat(courier.json().at("/violations/0/field").asText()).isEqualTo("courier");
        goods.done("warehouse", "shipOrder", Map.of("courier", "圆通速递", "trackingNumber", "T-" + goods.number()));
        assertThat(goods.json().at("/facts/parcels/0/courier").asText()).isEqualTo("YTO");
    }

    @Test
    void saysThatTheHouseItselfTellsOfGoods() {
        var answer = report("agent").tell("agent", "goods-arrived");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.body()).contains("the house tells it the case by itself");
    }

    @RepeatedTest(3)
    void booksGoodsThatComeWhileTheCustomerChangesTheirMind() {
        var goods = count(report("agent"), 0).done("agent", "askCustomer", Map.of("answer", "WAIT"));

        var answers = Kefu.atOnce(2, caller -> caller == 0
                ? kefu.as("warehouse").post("/api/stock/" + cups.sku() + "/arrivals", "{\"quantity\": 2}")
                : goods.tell("agent", "customer-replied", Map.of("answer", "REFUND")));

        assertThat(answers.get(0).status()).as(answers.get(0).body()).isEqualTo(200);
        assertThat(answers.get(1).status()).as(answers.get(1).body()).isIn(200, 409);
        assertThat(cups.state()).isEqualTo("2/2/0");
    }

    @RepeatedTest(3)
    void keepsAllThatTheCustomerSaysAtOnce() {
        var goods = count(report("agent"), 0);

        var answers = Kefu.atOnce(4, caller -> goods.tell("agent", "customer-replied",
                Map.of("answer", caller % 2 == 0 ? "WAIT" : "REFUND")));

        assertThat(answers).extracting(Answer::status).allMatch(status -> status == 200 || status == 409);
        assertThat(goods.json().at("/facts/replies").size())
                .isEqualTo((int) answers.stream().filter(each -> each.status() == 200).count());
    }

    @Test
    void refusesWhatCantBeAndKeepsNothing() {
        report("agent");
        var rows = kefu.rows();

        var second = post("agent", Map.of("orderNumber", order.number(), "cause", "PROMOTION",
                "lines", List.of(Map.of("line", 1, "quantity", 1))));
        var unknown = post("agent", Map.of("orderNumber", "NOBODYS", "cause", "PROMOTION"));
        var finance = post("finance", Map.of("orderNumber", order.number(), "cause", "PROMOTION"));

        assertThat(second.status()).as(second.body()).isEqualTo(422);
        assertThat(second.json().at("/violations/0/field").asText()).isEqualTo("lines[0].quantity");
        assertThat(unknown.json().at("/violations/0/field").asText()).isEqualTo("orderNumber");
        assertThat(finance.status()).isEqualTo(403);
        assertThat(kefu.rows()).isEqualTo(rows);
    }

    private Kefu.Case report(String user) {
        var answer = post(user, Map.of("orderNumber", order.number(), "cause", "OUT_OF_STOCK"));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return kefu.caseOf(answer);
    }

    private Answer post(String user, Map<String, Object> request) {
        return kefu.as(user).post("/api/cases/stock-out", Json.of(request));
    }

    private Kefu.Case count(Kefu.Case goods, int onHand) {
        return goods.done("warehouse", "countStock", Map.of("counted", List.of(Map.of("sku", cups.sku(), "onHand", onHand))));
    }

    /** Cases go on with what came in jobs, which run here. */
    private void arrive(int quantity) {
        cups.arrive(quantity);
        jobs.createJobQuery().activityId("recordArrival").list().forEach(job -> jobs.executeJob(job.getId()));
    }

    private static Map<String, Object> parcel(Kefu.Case goods, int number) {
        return new HashMap<>(Map.of("courier", "YTO", "trackingNumber", "W-" + goods.number() + "-" + number));
    }

    private static void ended(Kefu.Case goods, String outcome) {
        assertThat(goods.text("status")).as(goods.json().toString()).isEqualTo("CLOSED");
        assertThat(goods.text("outcome")).isEqualTo(outcome);
    }
}
