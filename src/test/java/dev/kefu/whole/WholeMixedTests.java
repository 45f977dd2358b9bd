package dev.kefu.whole;

import static dev.kefu.whole.Kefu.found;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kefu.Caller.Answer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What is not the plain way: several findings, lines that end differently, no return at all, exceptions (RET-2, RET-4, RET-7). */
@WholeTest
class WholeMixedTests {

    private static final AtomicInteger CUSTOMERS = new AtomicInteger();
    private static final Map<String, Object> APPROVE = Map.of("decision", "APPROVE");
    private static final Map<String, Object> PARCEL = Map.of("courier", "ZTO", "trackingNumber", "ZT-6");

    private final String customer = "C-M" + CUSTOMERS.incrementAndGet();

    @Autowired
    Kefu kefu;

    @Test
    void endsAsMostOfTheMoneyDoesAndTellsEachLine() {
        var cup = Shelf.with(kefu, 0, "50.00");
        var kettle = Shelf.with(kefu, 0, "300.00");
        var order = kefu.sells(kefu.sale().of(cup.sku(), 2, "50.00").of(kettle.sku(), 1, "300.00"));
        var goods = kefu.opens("agent", Wish.of(order, "CHANGED_MIND", "REFUND").units(1, 2).units(2, 1).json()).broughtBack();

        goods.inspected("warehouse", found(1, 2, 0), found(2, 0, 1));
        assertThat(goods.tasks()).containsExactly("settleDifference");
        goods.done("returns", "settleDifference", Map.of("settlement", "SEND_BACK", "note", "The kettle was used")).paid();
        goods.done("warehouse", "shipBack", PARCEL);

        assertThat(goods.text("outcome")).as("300 of 400 went back to the customer as goods").isEqualTo("SENT_BACK");
        assertThat(goods.json().at("/facts/lines").findValuesAsText("outcome")).containsExactly("REFUNDED", "SENT_BACK");
        assertThat(order.text("refunded")).isEqualTo("100.00");
        assertThat(order.line(1).get("returnedQuantity").asInt()).isEqualTo(2);
        assertThat(order.line(2).get("returnedQuantity").asInt()).isZero();
        assertThat(order.line(2).get("openQuantity").asInt()).isZero();
        assertThat(cup.state()).isEqualTo("2/0/2");
        assertThat(kettle.state()).isEqualTo("0/0/0");
    }

    @Test
    void keepsApartWhatWasFoundOfOneLine() {
        var cup = Shelf.with(kefu, 0, "50.00");
        var order = kefu.sells(kefu.sale().of(cup.sku(), 5, "50.00"));
        var goods = kefu.opens("agent", order.returning(1, 5)).broughtBack();

        goods.inspected("warehouse", found(1, 2, 0), Json.with(found(1, 1, 0), "condition", "USED"),
                Json.with(found(1, 0, 1), "condition", "WRONG_GOODS"));
        goods.done("returns", "settleDifference", Map.of("settlement", "SEND_BACK", "note", "One is another's")).paid();
        goods.done("warehouse", "shipBack", PARCEL);

        assertThat(goods.text("outcome")).isEqualTo("REFUNDED");
        assertThat(order.text("refunded")).isEqualTo("150.00");
        assertThat(order.line(1).get("returnedQuantity").asInt()).isEqualTo(3);
        assertThat(order.line(1).get("openQuantity").asInt()).as("what did not arrive is free").isZero();
        assertThat(cup.state()).as("two as new; the used one is written off").isEqualTo("2/0/2");
        assertThat(goods.json().at("/facts/lines/0/findings")).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[{\"line\": 1, \"accepted\": 2, \"refused\": 2}]", "[{\"line\": 2, \"accepted\": 1, \"refused\": 0}]",
            "[{\"line\": 1, \"accepted\": 2, \"refused\": 0}, {\"line\": 1, \"accepted\": 2, \"refused\": 0}]",
            "[{\"line\": 1, \"accepted\": -1, \"refused\": 2}]", "[]"})
    void findsNoMoreThanWasApproved(String findings) {
        var order = kefu.sells(kefu.sale().line(3, "50.00").line(1, "50.00"));
        var goods = kefu.opens("agent", order.returning(1, 3)).broughtBack();
        goods.claim("warehouse", "inspectGoods");
        var rows = findings.replace("}", ", \"condition\": \"AS_NEW\", \"qualityProblem\": false}");

        var refused = kefu.as("warehouse").post(goods.taskPath("inspectGoods") + "/complete",
                Json.of(Map.of("variables", Map.of("findings", Map.of("value", rows, "type", "Json")))));

        assertThat(refused.status()).as(refused.body()).isEqualTo(422);
        assertThat(refused.json().at("/violations/0/field").asText()).startsWith("findings");
        assertThat(goods.tasks()).containsExactly("inspectGoods");
    }

    @Test
    void refundsACheapFaultWithoutSeeingItThreeTimesAYear() {
        for (int time = 1; time <= 3; time++) {
            var order = sold("20.00");
            var goods = kefu.opens("agent", Wish.of(order, "DEFECTIVE", "REFUND").units(1, 1).json())
                    .done("returns", "reviewReturn", APPROVE);
            assertThat(goods.tasks()).as("nothing has to come back").doesNotContain("arrangeReturn");
            goods.paid();
            assertThat(goods.text("outcome")).isEqualTo("REFUNDED");
            assertThat(order.text("refunded")).as("with the freight: the shop's fault").isEqualTo("30.00");
        }

        var fourth = kefu.opens("agent", Wish.of(sold("20.00"), "DEFECTIVE", "REFUND").units(1, 1).json())
                .done("returns", "reviewReturn", APPROVE);

        assertThat(fourth.tasks()).containsExactly("arrangeReturn");
    }

    @Test
    void seesWhatIsNotCheapOrNotTheShopsFault() {
        var dear = kefu.opens("agent", Wish.of(sold("20.01"), "DEFECTIVE", "REFUND").units(1, 1).json());
        var wish = kefu.opens("agent", Wish.of(sold("20.00"), "CHANGED_MIND", "REFUND").units(1, 1).json());
        var split = kefu.sells(kefu.sale().line(2, "15.00").line(1, "15.00").with("customer", Map.of("id", customer, "name", "王")));
        var both = kefu.opens("agent", Wish.of(split, "DEFECTIVE", "REFUND").units(1, 1).units(2, 1).json());

        for (var goods : List.of(dear, wish, both)) {
            goods.done("returns", "reviewReturn", APPROVE);
            assertThat(goods.tasks()).containsExactly("arrangeReturn");
        }
    }

    @Test
    void pretendsNoDefectThatInspectionDoesNotFind() {
        var order = kefu.sells(kefu.sale(10).line(1, "50.00"));
        var goods = kefu.opens("agent", Wish.of(order, "DEFECTIVE", "REFUND").units(1, 1).json()).broughtBack();

        goods.inspected("warehouse", found(1, 1, 0));

        assertThat(goods.tasks()).as("after 7 days nobody takes back what is not broken").containsExactly("settleDifference");
        goods.done("returns", "settleDifference", Map.of("settlement", "SEND_BACK", "note", "It works"))
                .done("warehouse", "shipBack", PARCEL);
        assertThat(goods.text("outcome")).isEqualTo("SENT_BACK");
        assertThat(order.text("refunded")).isEqualTo("0.00");
    }

    @Test
    void paysTheFreightBackOnlyWhereTheDefectIsOne() {
        var none = kefu.sells(kefu.sale(3).line(1, "50.00"));
        var real = kefu.sells(kefu.sale(3).line(1, "50.00"));

        kefu.opens("agent", Wish.of(none, "DEFECTIVE", "REFUND").units(1, 1).json()).broughtBack()
                .inspected("warehouse", found(1, 1, 0)).paid();
        kefu.opens("agent", Wish.of(real, "DEFECTIVE", "REFUND").units(1, 1).json()).broughtBack()
                .inspected("warehouse", Json.with(found(1, 1, 0), "qualityProblem", true)).paid();

        assertThat(none.text("refunded")).as("as after a change of mind").isEqualTo("50.00");
        assertThat(real.text("refunded")).isEqualTo("60.00");
    }

    @Test
    void letsInByExceptionWhatASupervisorGrants() {
        var order = kefu.sells(kefu.sale(30).line(1, "50.00"));
        var goods = kefu.opens("agent", order.returning(1, 1));
        assertThat(goods.json().at("/facts/withinPolicy").asBoolean()).isFalse();
        assertThat(goods.complete("returns", "reviewReturn", APPROVE).status()).isEqualTo(422);
        assertRefused(goods.complete("returns", "reviewReturn", Map.of("decision", "EXCEPTION")), "note");

        goods.done("returns", "reviewReturn", Map.of("decision", "EXCEPTION", "note", "A good customer"));
        assertThat(goods.complete("manager", "grantException", Map.of("granted", true)).status()).isEqualTo(403);
        assertRefused(goods.complete("supervisor", "grantException", Map.of("granted", false)), "note");
        goods.done("supervisor", "grantException", Map.of("granted", true, "note", "Once"));
        goods.done("returns", "arrangeReturn", Map.of("byCustomer", true));
        goods.tell("warehouse", "return-parcel-arrived");
        goods.inspected("warehouse", found(1, 1, 0)).paid();

        assertThat(goods.text("outcome")).isEqualTo("REFUNDED");
        assertThat(order.text("refunded")).isEqualTo("50.00");
    }

    @Test
    void rejectsWhatNoSupervisorGrants() {
        var order = kefu.sells(kefu.sale(30).line(1, "50.00"));
        var goods = kefu.opens("agent", order.returning(1, 1))
                .done("returns", "reviewReturn", Map.of("decision", "EXCEPTION", "note", "They asked"))
                .done("supervisor", "grantException", Map.of("granted", false, "note", "Too late"));

        assertThat(goods.text("outcome")).isEqualTo("REJECTED");
        assertThat(order.line(1).get("openQuantity").asInt()).isZero();
    }

    @Test
    void neverLetsWhoOpenedACaseGrantItsException() {
        var order = kefu.sells(kefu.sale(30).line(1, "50.00"));
        var goods = kefu.opens("supervisor", order.returning(1, 1))
                .done("returns", "reviewReturn", Map.of("decision", "EXCEPTION", "note", "They asked"));

        assertThat(goods.complete("supervisor", "grantException", Map.of("granted", true)).status()).isIn(403, 422);

        assertThat(goods.tasks()).containsExactly("grantException");
    }

    @Test
    void asksAgainWhatToDoWhenTheRefundIsRefused() {
        var order = kefu.sells(kefu.sale().line(1, "500.00"));
        var goods = kefu.opens("agent", order.returning(1, 1)).broughtBack().inspected("warehouse", found(1, 1, 0));
        goods.done("manager", "approveRefund", Map.of("approved", false, "note", "Look at the photo again"));
        assertThat(goods.tasks()).containsExactly("settleDifference");
        assertThat(goods.json().at("/facts/difference").asText()).contains("Look at the photo again");
        assertThat(order.text("promised")).isEqualTo("0.00");

        goods.done("returns", "settleDifference", Map.of("settlement", "SEND_BACK", "note", "They take it back"))
                .done("warehouse", "shipBack", PARCEL);

        assertThat(goods.text("outcome")).isEqualTo("SENT_BACK");
        assertThat(order.text("refunded")).isEqualTo("0.00");
    }

    @Test
    void saysHowTheGoodsComeBackOrRefuses() {
        var goods = kefu.opens("agent", kefu.sells(kefu.sale().line(1, "50.00")).returning(1, 1)).done("returns", "reviewReturn", APPROVE);

        for (var way : List.<Map<String, Object>>of(Map.of(), Map.of("courier", "YTO"), Map.of("trackingNumber", "1"), Map.of("byCustomer", false))) {
            assertThat(goods.complete("returns", "arrangeReturn", way).status()).as(way.toString()).isEqualTo(422);
        }

        assertThat(goods.tasks()).containsExactly("arrangeReturn");
    }

    @Test
    void hearsOfEachParcelOnce() {
        var goods = kefu.opens("agent", kefu.sells(kefu.sale().line(1, "50.00")).returning(1, 1)).done("returns", "reviewReturn", APPROVE)
                .done("returns", "arrangeReturn", Map.of("byCustomer", true));

        for (var parcel : List.of(PARCEL, PARCEL, Json.with(PARCEL, "trackingNumber", "ZT-7"))) {
            assertThat(kefu.as("agent").post("/api/cases/" + goods.number() + "/messages/return-shipped", Json.of(parcel)).status())
                    .isEqualTo(200);
        }

        assertThat(goods.timeline().stream().filter("GOODS_SHIPPED"::equals)).hasSize(2);
        assertThat(goods.json().at("/facts/customersParcel/trackingNumber").asText()).isEqualTo("ZT-7");
    }

    private Kefu.Order sold(String price) {
        return kefu.sells(kefu.sale().line(1, price).with("customer", Map.of("id", customer, "name", "王")));
    }

    private static void assertRefused(Answer answer, String field) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(422);
        assertThat(answer.json().at("/violations/0/field").asText()).isEqualTo(field);
    }
}
