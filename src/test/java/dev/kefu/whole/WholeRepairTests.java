package dev.kefu.whole;

import static dev.kefu.whole.Kefu.found;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kefu.Caller.Answer;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A repair with its three ends, and the claimed defect that is none (RET-2, RET-5). */
@WholeTest
class WholeRepairTests {

    private static final Map<String, Object> PARCEL = Map.of("courier", "ZTO", "trackingNumber", "ZT-2");

    @Autowired
    Kefu kefu;

    private Shelf shelf;
    private Kefu.Order order;

    @BeforeEach
    void sellAKettle() {
        shelf = Shelf.with(kefu, 1, "50.00");
        order = kefu.sells(kefu.sale().of(shelf.sku(), 1, "50.00"));
    }

    @Test
    void sendsTheRepairedGoodsBack() {
        var goods = defective();
        assertThat(goods.tasks()).containsExactly("repairGoods");

        goods.done("technician", "repairGoods", Map.of("repair", "REPAIRED", "note", "New seal"));
        assertThat(goods.tasks()).containsExactly("shipBack");
        assertThat(goods.text("status")).isEqualTo("OPEN");
        goods.done("warehouse", "shipBack", PARCEL);

        assertThat(goods.text("status")).isEqualTo("CLOSED");
        assertThat(goods.text("outcome")).isEqualTo("REPAIRED");
        assertThat(shelf.state()).as("they were the customer's all the time").isEqualTo("1/0/1");
        assertThat(order.text("refunded")).isEqualTo("0.00");
        assertThat(order.line(1).get("openQuantity").asInt()).isZero();
        assertThat(kefu.asks("agent", repair()).status()).as("it may break again").isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"REPLACE", "NOT_REPAIRABLE"})
    void replacesWhatCantBeRepaired(String result) {
        var goods = defective();

        goods.done("technician", "repairGoods", Map.of("repair", result, "note", "The heater is broken"));
        assertThat(goods.tasks()).containsExactly("shipReplacement");
        assertThat(shelf.state()).isEqualTo("1/1/0");
        goods.done("warehouse", "shipReplacement", PARCEL);

        assertThat(goods.text("outcome")).isEqualTo("EXCHANGED");
        assertThat(shelf.state()).as("the broken one is written off").isEqualTo("0/0/0");
        assertThat(order.text("refunded")).isEqualTo("0.00");
    }

    @ParameterizedTest
    @ValueSource(strings = {"REPLACE", "NOT_REPAIRABLE"})
    void refundsWhatCanBeNeitherRepairedNorReplaced(String result) {
        var last = kefu.sells(kefu.sale().of(shelf.sku(), 1, "50.00"));
        kefu.opens("agent", Wish.of(last, "DEFECTIVE", "EXCHANGE").units(1, 1).json())
                .done("returns", "reviewReturn", Map.of("decision", "APPROVE"));
        var goods = defective();

        goods.done("technician", "repairGoods", Map.of("repair", result, "note", "The heater is broken"));
        assertThat(goods.text("status")).isEqualTo("OPEN");
        goods.paid();

        assertThat(goods.text("outcome")).isEqualTo("REFUNDED");
        assertThat(order.text("refunded")).as("the shop's fault: the freight too").isEqualTo("60.00");
        assertThat(order.line(1).get("returnedQuantity").asInt()).isEqualTo(1);
        assertThat(shelf.state()).isEqualTo("1/1/0");
    }

    @Test
    void repairsNothingThatIsNotBroken() {
        var goods = kefu.opens("agent", repair()).broughtBack().inspected("warehouse", found(1, 1, 0));

        assertThat(goods.tasks()).as("a claimed defect that is none").containsExactly("settleDifference");
        goods.done("returns", "settleDifference", Map.of("settlement", "SEND_BACK", "note", "It works"))
                .done("warehouse", "shipBack", PARCEL);

        assertThat(goods.text("outcome")).isEqualTo("SENT_BACK");
    }

    @ParameterizedTest
    @CsvSource({"365, 204", "366, 422"})
    void repairsWithinTheWarranty(int daysAgo, int status) {
        var sold = kefu.sells(delivered(daysAgo).of(shelf.sku(), 1, "50.00"));
        var goods = kefu.opens("agent", Wish.of(sold, "DEFECTIVE", "REPAIR").units(1, 1).json());

        var approved = goods.complete("returns", "reviewReturn", Map.of("decision", "APPROVE"));

        assertThat(approved.status()).as(approved.body()).isEqualTo(status);
    }

    @Test
    void isDoneByTechniciansWhoSayWhatTheyDid() {
        var goods = defective();

        assertThat(goods.complete("warehouse", "repairGoods", Map.of("repair", "REPAIRED", "note", "x")).status()).isEqualTo(403);
        assertThat(goods.complete("returns", "repairGoods", Map.of("repair", "REPAIRED", "note", "x")).status()).isEqualTo(403);
        assertRefused(goods.complete("technician", "repairGoods", Map.of("repair", "GLUED", "note", "x")), "repair");
        assertRefused(goods.complete("technician", "repairGoods", Map.of("note", "x")), "repair");

        assertThat(goods.tasks()).containsExactly("repairGoods");
    }

    private Map<String, Object> repair() {
        return Wish.of(order, "DEFECTIVE", "REPAIR").units(1, 1).json();
    }

    /** Its goods are here, and really broken. */
    private Kefu.Case defective() {
        return kefu.opens("agent", repair()).broughtBack()
                .inspected("warehouse", Json.with(Json.with(found(1, 1, 0), "condition", "USED"), "qualityProblem", true));
    }

    private Sale delivered(int daysAgo) {
        return kefu.sale(daysAgo);
    }

    private static void assertRefused(Answer answer, String field) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(422);
        assertThat(answer.json().at("/violations/0/field").asText()).isEqualTo(field);
    }
}
