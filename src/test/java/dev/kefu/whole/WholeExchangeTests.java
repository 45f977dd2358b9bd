package dev.kefu.whole;

import static dev.kefu.whole.Kefu.found;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kefu.Caller.Answer;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Exchange and re-sending of what was missing, from the request to the parcel with the other goods (RET-5). */
@WholeTest
class WholeExchangeTests {

    private static final Map<String, Object> APPROVE = Map.of("decision", "APPROVE");
    private static final Map<String, Object> PARCEL = Map.of("courier", "ZTO", "trackingNumber", "ZT-1");

    @Autowired
    Kefu kefu;

    private Shelf medium;
    private Shelf large;
    private Kefu.Order order;

    @BeforeEach
    void sellACoat() {
        medium = Shelf.with(kefu, 0, "50.00");
        large = Shelf.with(kefu, 1, "50.00");
        order = kefu.sells(kefu.sale().of(medium.sku(), 2, "50.00"));
    }

    @Test
    void givesAnotherSizeForTheGoodsAndPutsThemBackIntoStock() {
        var goods = kefu.opens("agent", exchange(1));
        assertThat(large.state()).as("nothing is promised before the review").isEqualTo("1/0/1");

        goods.done("returns", "reviewReturn", APPROVE);
        assertThat(large.state()).isEqualTo("1/1/0");
        cameBack(goods).inspected("warehouse", found(1, 1, 0));
        assertThat(goods.tasks()).containsExactly("shipReplacement");
        goods.done("warehouse", "shipReplacement", PARCEL);

        assertThat(goods.text("status")).isEqualTo("CLOSED");
        assertThat(goods.text("outcome")).isEqualTo("EXCHANGED");
        assertThat(goods.json().at("/facts/lines/0/outcome").asText()).isEqualTo("EXCHANGED");
        assertThat(goods.json().at("/facts/lines/0/wantedSku").asText()).isEqualTo(large.sku());
        assertThat(large.state()).isEqualTo("0/0/0");
        assertThat(medium.state()).as("as new, so it can be sold again").isEqualTo("1/0/1");
        assertThat(order.text("refunded")).isEqualTo("0.00");
        assertThat(order.line(1).get("openQuantity").asInt()).isZero();
        assertThat(order.line(1).get("returnedQuantity").asInt()).isZero();
    }

    @Test
    void writesOffWhatCantBeSoldAgain() {
        var goods = brought(exchange(1));

        goods.inspected("warehouse", Json.with(found(1, 1, 0), "condition", "USED")).done("warehouse", "shipReplacement", PARCEL);

        assertThat(goods.text("outcome")).isEqualTo("EXCHANGED");
        assertThat(medium.state()).isEqualTo("0/0/0");
    }

    @Test
    void givesTheSameArticleWhereNoOtherIsWanted() {
        medium.arrive(3);
        var goods = brought(Wish.of(order, "DEFECTIVE", "EXCHANGE").units(1, 2).json());
        assertThat(medium.state()).isEqualTo("3/2/1");

        goods.inspected("warehouse", Json.with(found(1, 2, 0), "qualityProblem", true)).done("warehouse", "shipReplacement", PARCEL);

        assertThat(goods.text("outcome")).isEqualTo("EXCHANGED");
        assertThat(medium.state()).as("the faulty ones are not sold again").isEqualTo("1/0/1");
    }

    @Test
    void promisesTheLastOneToOneCaseOnlyAndWaitsForMoreInTheOther() {
        var second = kefu.sells(kefu.sale().of(medium.sku(), 1, "50.00"));
        brought(exchange(1));

        var late = brought(Wish.of(second, "CHANGED_MIND", "EXCHANGE").unitsFor(1, 1, large.sku()).json());
        assertThat(large.state()).isEqualTo("1/1/0");
        late.inspected("warehouse", found(1, 1, 0));
        assertThat(late.tasks()).isEmpty();
        var stockOut = stockOutOf(late);
        assertThat(stockOut.text("kind")).isEqualTo("stock-out");
        assertThat(stockOut.text("parent")).isEqualTo(late.number());
        assertThat(stockOut.tasks()).containsExactly("countStock");

        stockOut.done("warehouse", "countStock", counted(2));
        stockOut.done("warehouse", "shipOrder", Map.of("courier", "ZTO", "trackingNumber", "ZT-" + stockOut.number()));

        assertThat(stockOut.text("outcome")).isEqualTo("SHIPPED");
        assertThat(late.text("outcome")).isEqualTo("EXCHANGED");
        assertThat(large.state()).isEqualTo("1/1/0");
    }

    @Test
    void givesMoneyInsteadOnceWhereNothingIsInStockAndTheCustomerTakesThat() {
        large.arrive(1);
        var other = kefu.sells(kefu.sale().of(medium.sku(), 2, "50.00"));
        brought(Wish.of(other, "CHANGED_MIND", "EXCHANGE").unitsFor(1, 2, large.sku()).json());
        var goods = brought(exchange(1)).inspected("warehouse", found(1, 1, 0));
        var stockOut = stockOutOf(goods);
        assertThat(goods.json().at("/facts/stockOut").asText()).isEqualTo(stockOut.number());

        stockOut.done("warehouse", "countStock", counted(2));
        stockOut.done("agent", "askCustomer", Map.of("answer", "REFUND"));
        stockOut.done("manager", "authoriseCancellation", Map.of("approved", true)).paid();

        assertThat(stockOut.text("outcome")).isEqualTo("REFUNDED");
        assertThat(goods.text("status")).isEqualTo("CLOSED");
        assertThat(goods.text("outcome")).isEqualTo("REFUNDED");
        assertThat(order.text("refunded")).isEqualTo("50.00");
        assertThat(order.line(1).get("returnedQuantity").asInt()).isEqualTo(1);
        assertThat(medium.state()).isEqualTo("1/0/1");
    }

    @Test
    void sendsBackWhatInspectionRefusesAndLetsTheOtherGoodsGo() {
        var goods = brought(exchange(1)).inspected("warehouse", found(1, 0, 1));
        assertThat(goods.tasks()).containsExactly("settleDifference");

        goods.done("returns", "settleDifference", Map.of("settlement", "SEND_BACK", "note", "They want it back"));
        assertThat(large.state()).isEqualTo("1/0/1");
        goods.done("warehouse", "shipBack", PARCEL);

        assertThat(goods.text("outcome")).isEqualTo("SENT_BACK");
        assertThat(medium.state()).isEqualTo("0/0/0");
        assertThat(kefu.asks("agent", exchange(1)).status()).as("the customer may ask again").isEqualTo(201);
    }

    @Test
    void letsTheGoodsGoThatNothingCameFor() {
        var goods = brought(exchange(1)).inspected("warehouse", found(1, 0, 0));

        goods.done("returns", "settleDifference", Map.of("settlement", "AS_FOUND", "note", "An empty parcel"));

        assertThat(goods.text("outcome")).isEqualTo("REJECTED");
        assertThat(large.state()).isEqualTo("1/0/1");
        assertThat(order.line(1).get("openQuantity").asInt()).isZero();
    }

    @Test
    void letsTheGoodsGoWhenTheProcessIsStopped() {
        var goods = brought(exchange(1));
        var instance = kefu.as("admin").get("/engine-rest/process-instance?businessKey=" + goods.number()).json().at("/0/id").asText();

        var stopped = kefu.as("admin").with("Reason", "Opened twice").delete("/engine-rest/process-instance/" + instance);

        assertThat(stopped.status()).as(stopped.body()).isEqualTo(204);
        assertThat(large.state()).isEqualTo("1/0/1");
    }

    @Test
    void exchangesForGoodsOfTheSamePriceOnly() {
        var dear = Shelf.with(kefu, 5, "60.00");

        var refused = kefu.asks("agent", Wish.of(order, "CHANGED_MIND", "EXCHANGE").unitsFor(1, 1, dear.sku()).json());

        assertRefused(refused, "lines[0].wantedSku");
        assertThat(refused.body()).contains("60.00");
    }

    @Test
    void exchangesForNothingThatNobodyKnows() {
        var refused = kefu.asks("agent", Wish.of(order, "CHANGED_MIND", "EXCHANGE").unitsFor(1, 1, "NOPE").json());

        assertRefused(refused, "lines[0].wantedSku");
        assertThat(refused.body()).contains("NOPE");
    }

    @Test
    void asksTheReviewerToCheckAPriceThatNobodyKnows() {
        var unknown = Shelf.withoutPrice(kefu, 5);

        var goods = kefu.opens("agent", Wish.of(order, "CHANGED_MIND", "EXCHANGE").unitsFor(1, 1, unknown.sku()).json());

        var verdict = kefu.as("returns").get(goods.taskPath("reviewReturn") + "/variables/verdict").json().get("value").asText();
        assertThat(verdict).contains(unknown.sku()).contains("price is not known");
    }

    @ParameterizedTest
    @ValueSource(strings = {"REFUND", "REPAIR", "RESEND"})
    void wantsOtherGoodsInAnExchangeOnly(String resolution) {
        var refused = kefu.asks("agent", Wish.of(order, "DEFECTIVE", resolution).unitsFor(1, 1, large.sku()).json());

        assertRefused(refused, "lines[0].wantedSku");
    }

    @Test
    void sendsWhatWasMissingWithoutWaitingForAnything() {
        medium.arrive(1);
        var goods = kefu.opens("agent", Wish.of(order, "MISSING_PARTS", "RESEND").units(1, 1).json());

        goods.done("returns", "reviewReturn", APPROVE);
        assertThat(goods.tasks()).containsExactly("shipReplacement");
        assertThat(medium.state()).isEqualTo("1/1/0");
        goods.done("warehouse", "shipReplacement", PARCEL);

        assertThat(goods.text("outcome")).isEqualTo("RESENT");
        assertThat(medium.state()).isEqualTo("0/0/0");
        assertThat(order.text("refunded")).isEqualTo("0.00");
        assertThat(order.line(1).get("openQuantity").asInt()).isZero();
    }

    @Test
    void saysWhatIsWrongWithTheParcelOfTheOtherGoods() {
        var goods = brought(exchange(1)).inspected("warehouse", found(1, 1, 0));

        assertRefused(goods.complete("warehouse", "shipReplacement", Map.of("courier", "ZTO")), "trackingNumber");
        assertRefused(goods.complete("warehouse", "shipReplacement", Map.of("trackingNumber", "1")), "courier");
        assertRefused(goods.complete("warehouse", "shipReplacement", Map.of("courier", "NIX", "trackingNumber", "1")), "courier");
        assertThat(goods.complete("warehouse", "shipReplacement", Json.with(PARCEL, "settlement", "AS_FOUND")).status())
                .isEqualTo(422);

        assertThat(large.state()).isEqualTo("1/1/0");
        assertThat(goods.tasks()).containsExactly("shipReplacement");
    }

    @Test
    void givesTheLastOneToOneOfTwoWhoseReviewsEndAtOnce() {
        var second = kefu.sells(kefu.sale().of(medium.sku(), 1, "50.00"));
        var one = kefu.opens("agent", exchange(1));
        var other = kefu.opens("agent", Wish.of(second, "CHANGED_MIND", "EXCHANGE").unitsFor(1, 1, large.sku()).json());

        var answers = Kefu.atOnce(2, caller -> (caller == 0 ? one : other).complete("returns", "reviewReturn", APPROVE));

        assertThat(answers).extracting(Answer::status).containsOnly(204);
        assertThat(large.state()).isEqualTo("1/1/0");
        cameBack(one).inspected("warehouse", found(1, 1, 0));
        cameBack(other).inspected("warehouse", found(1, 1, 0));
        assertThat(Stream.of(one, other).flatMap(goods -> goods.tasks().stream())).containsExactly("shipReplacement");
        assertThat(Stream.of(one, other).filter(goods -> !goods.json().at("/related").isEmpty())).hasSize(1);
    }

    private Kefu.Case stockOutOf(Kefu.Case goods) {
        return kefu.caseCalled(goods.json().at("/related/0").asText());
    }

    private Map<String, Object> counted(int onHand) {
        return Map.of("counted", List.of(Map.of("sku", large.sku(), "onHand", onHand)));
    }

    private Map<String, Object> exchange(int quantity) {
        return Wish.of(order, "CHANGED_MIND", "EXCHANGE").unitsFor(1, quantity, large.sku()).json();
    }

    private Kefu.Case brought(Map<String, Object> request) {
        return kefu.opens("agent", request).broughtBack();
    }

    private static Kefu.Case cameBack(Kefu.Case goods) {
        goods.done("returns", "arrangeReturn", Map.of("courier", "YTO", "trackingNumber", "YT-" + goods.number()));
        assertThat(goods.tell("warehouse", "return-parcel-arrived").status()).isEqualTo(200);
        return goods;
    }

    private static void assertRefused(Answer answer, String field) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(422);
        assertThat(answer.json().at("/violations/0/field").asText()).isEqualTo(field);
    }
}
