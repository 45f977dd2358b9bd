package dev.kefu.whole;

import static dev.kefu.whole.Kefu.atOnce;
import static dev.kefu.whole.Kefu.broken;
import static dev.kefu.whole.Kefu.found;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kefu.Caller.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Ten at the same moment: one takes effect, the others are told so, and nothing happens twice. */
@WholeTest
class ConcurrencyTests {

    private static final int TEN = 10;

    @Autowired
    Kefu kefu;

    @Test
    void holdsTheLastUnitForOneReturn() {
        var order = kefu.sells(kefu.sale().line(1, "50.00"));

        var answers = atOnce(TEN, caller -> kefu.asks(caller % 2 == 0 ? "agent" : "consultant", order.returning(1, 1)));

        assertThat(count(answers)).as(words(answers)).isEqualTo(Map.of(201, 1L, 422, 9L));
        assertThat(order.json().get("cases")).hasSize(1);
        assertThat(order.line(1).get("openQuantity").asInt()).isEqualTo(1);
    }

    @Test
    void holdsTheLastDeliveredUnitForOneReturn() {
        var order = kefu.sells(kefu.saleUnderWay().line(3, "50.00").shipped("T-1", 1, 1));

        var answers = atOnce(TEN, caller -> kefu.asks("agent", order.returning(1, 1)));

        assertThat(count(answers)).as(words(answers)).isEqualTo(Map.of(201, 1L, 422, 9L));
    }

    @Test
    void startsOneCaseForOneKey() {
        var order = kefu.sells(kefu.sale().line(50, "50.00"));

        var answers = atOnce(TEN, caller -> kefu.as("agent").with("Idempotency-Key", "once-" + order.number())
                .post(Kefu.START, Json.of(order.returning(1, 1))));

        assertThat(count(answers)).as(words(answers)).isEqualTo(Map.of(201, 10L));
        assertThat(answers.stream().map(Answer::body).distinct()).hasSize(1);
        assertThat(order.line(1).get("openQuantity").asInt()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"complete", "submit-form"})
    void paysOnce(String way) {
        var order = kefu.sells(kefu.sale().line(1, "50.00"));
        var goods = kefu.opens("agent", order.returning(1, 1)).broughtBack().inspected("warehouse", found(1, 1, 0));
        goods.claim("finance", "confirmPayout");
        var payout = goods.taskPath("confirmPayout") + "/" + way;

        var answers = atOnce(TEN, caller -> kefu.as("finance").post(payout,
                Json.variables(Map.of("paid", true, "reference", "B-" + caller))));

        assertOneTookEffect(answers, 204);
        assertThat(order.text("refunded")).isEqualTo("50.00");
        assertThat(goods.timeline()).containsOnlyOnce("REFUND_PAID", "CLOSED");
    }

    @Test
    void approvesOnce() {
        var order = kefu.sells(kefu.sale().line(1, "900.00"));
        var goods = kefu.opens("agent", order.returning(1, 1)).broughtBack().inspected("warehouse", found(1, 1, 0));
        goods.claim("manager", "approveRefund");
        var approval = goods.taskPath("approveRefund") + "/complete";

        var answers = atOnce(TEN, caller -> kefu.as("manager").post(approval,
                Json.variables(Map.of("approved", caller % 2 == 0, "note", "Number " + caller))));

        assertOneTookEffect(answers, 204);
        assertThat(goods.timeline()).filteredOn(what -> what.matches("REFUND_(APPROVED|REFUSED)")).hasSize(1);
        assertThat(goods.tasks()).hasSize(1);
    }

    @Test
    void givesATaskToOneOfThoseWhoWantIt() {
        var goods = kefu.opens("agent", kefu.sells(kefu.sale().line(1, "50.00")).returning(1, 1)).broughtBack();
        var claim = goods.taskPath("inspectGoods") + "/claim";

        var answers = atOnce(TEN, caller -> {
            var user = caller % 2 == 0 ? "warehouse" : "returns";
            return kefu.as(user).post(claim, Json.of(Map.of("userId", user)));
        });

        var assignee = goods.task("inspectGoods").get("assignee").asText();
        assertThat(answers).extracting(Answer::status).as(words(answers)).contains(204).allMatch(status -> status < 500);
        assertThat(goods.complete(assignee, "inspectGoods", Map.of("findings", List.of(found(1, 1, 0)))).status())
                .isEqualTo(204);
    }

    @RepeatedTest(10)
    void receivesAParcelOnce() {
        var goods = kefu.opens("agent", kefu.sells(kefu.sale().line(1, "50.00")).returning(1, 1));
        goods.done("returns", "reviewReturn", Map.of("decision", "APPROVE"));
        goods.done("returns", "arrangeReturn", Map.of("byCustomer", true));

        var answers = atOnce(TEN, caller -> goods.tell(caller % 2 == 0 ? "warehouse" : "returns", "return-parcel-arrived"));

        assertThat(count(answers)).as(words(answers)).isEqualTo(Map.of(200, 1L, 409, 9L));
        assertThat(goods.timeline()).containsOnlyOnce("PARCEL_ARRIVED");
        assertThat(goods.tasks()).containsExactly("inspectGoods");
    }

    @Test
    void inspectsTwoReturnsOfOneOrderAtOnceAndRefundsBoth() {
        var order = kefu.sells(kefu.sale().line(10, "33.33").with("discount", "0.05"));
        var all = new ArrayList<Kefu.Case>();
        for (int i = 0; i < TEN; i++) {
            all.add(kefu.opens("agent", order.returning("DEFECTIVE", 1, 1)).broughtBack());
            all.get(i).claim("warehouse", "inspectGoods");
        }
        var inspections = all.stream().map(goods -> goods.taskPath("inspectGoods")).toList();

        var inspected = atOnce(TEN, caller -> again(() -> kefu.as("warehouse").post(inspections.get(caller) + "/complete",
                Json.variables(Map.of("findings", List.of(broken(1, 1, 0)))))));
        all.forEach(goods -> goods.claim("finance", "confirmPayout"));
        var payouts = all.stream().map(goods -> goods.taskPath("confirmPayout")).toList();
        var paid = atOnce(TEN, caller -> again(() -> kefu.as("finance").post(payouts.get(caller) + "/complete",
                Json.variables(Map.of("paid", true, "reference", "B-" + caller)))));

        assertThat(count(inspected)).as(words(inspected)).isEqualTo(Map.of(204, 10L));
        assertThat(count(paid)).as(words(paid)).isEqualTo(Map.of(204, 10L));
        assertThat(order.text("refunded")).isEqualTo("343.25").isEqualTo(order.text("paid"));
        assertThat(order.text("refundable")).isEqualTo("0.00");
        assertThat(order.line(1).get("returnedQuantity").asInt()).isEqualTo(10);
    }

    @Test
    void storesAnOrderThatIsToldManyTimesAtOnce() {
        var sale = kefu.sale().line(1, "50.00");

        var answers = atOnce(TEN, caller -> kefu.tells("W-AT-ONCE", sale));

        assertThat(answers).extracting(Answer::status).as(words(answers)).allMatch(status -> status == 200 || status == 201);
        assertThat(kefu.as("agent").get("/api/orders/W-AT-ONCE").json().get("lines")).hasSize(1);
    }

    /** Whoever lost a race may try again; nothing but a 409 is worth it. */
    private static Answer again(java.util.function.Supplier<Answer> call) {
        var answer = call.get();
        for (int attempt = 1; answer.status() == 409 && attempt < 20; attempt++) {
            answer = call.get();
        }
        return answer;
    }

    private static void assertOneTookEffect(List<Answer> answers, int success) {
        assertThat(answers).extracting(Answer::status).as(words(answers)).containsOnlyOnce(success)
                .allMatch(status -> status == success || status >= 400 && status < 500);
    }

    private static Map<Integer, Long> count(List<Answer> answers) {
        return answers.stream().collect(groupingBy(Answer::status, counting()));
    }

    private static String words(List<Answer> answers) {
        return answers.stream().map(answer -> answer.status() + " " + answer.body()).distinct().toList().toString();
    }
}
