package dev.kefu.whole;

import static dev.kefu.whole.Kefu.found;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kefu.Caller.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A customer may call it off until the refund is ordered, and gets back what is here or on its way (RET-8). */
@WholeTest
class WholeWithdrawalTests {

    private static final String WITHDRAWN = "return-withdrawn";
    private static final Map<String, Object> APPROVE = Map.of("decision", "APPROVE");
    private static final Map<String, Object> PARCEL = Map.of("courier", "ZTO", "trackingNumber", "ZT-3");

    @Autowired
    Kefu kefu;

    private Kefu.Order order;

    @BeforeEach
    void sell() {
        order = kefu.sells(kefu.sale().line(1, "500.00"));
    }

    @Test
    void closesAtOnceWhatIsStillInReview() {
        var goods = opened();

        assertEnds(goods, goods.tell("agent", WITHDRAWN));
    }

    @Test
    void closesAtOnceWhatLacksSomething() {
        var goods = opened().done("returns", "reviewReturn", Map.of("decision", "ASK", "note", "Which colour?"));

        assertEnds(goods, goods.tell("agent", WITHDRAWN));
    }

    @Test
    void closesAtOnceWhatWaitsForAnException() {
        var old = kefu.sells(kefu.sale(30).line(1, "500.00"));
        var goods = kefu.opens("agent", old.returning(1, 1))
                .done("returns", "reviewReturn", Map.of("decision", "EXCEPTION", "note", "A good customer"));
        assertThat(goods.tasks()).containsExactly("grantException");

        goods.tell("agent", WITHDRAWN);

        assertThat(goods.text("outcome")).isEqualTo("WITHDRAWN");
        assertThat(goods.tasks()).isEmpty();
    }

    @Test
    void closesAtOnceWhatTheCustomerIsToSendAndDidNotSend() {
        var goods = opened().done("returns", "reviewReturn", APPROVE).done("returns", "arrangeReturn", Map.of("byCustomer", true));

        assertEnds(goods, goods.tell("agent", WITHDRAWN));
    }

    @Test
    void waitsForAParcelThatACourierCollectsAndSendsItBack() {
        var goods = opened().done("returns", "reviewReturn", APPROVE)
                .done("returns", "arrangeReturn", Map.of("courier", "YTO", "trackingNumber", "YT-W"));

        assertWaitsAndSendsBack(goods);
    }

    @Test
    void waitsForAParcelThatTheCustomerSentAndSendsItBack() {
        var goods = opened().done("returns", "reviewReturn", APPROVE).done("returns", "arrangeReturn", Map.of("byCustomer", true));
        var shipped = kefu.as("agent").post(message(goods, "return-shipped"), Json.of(PARCEL));
        assertThat(shipped.status()).as(shipped.body()).isEqualTo(200);

        assertWaitsAndSendsBack(goods);
    }

    @Test
    void sendsBackWhatIsHereAlready() {
        var goods = opened().broughtBack();

        assertThat(goods.tell("agent", WITHDRAWN).status()).isEqualTo(200);
        assertThat(goods.tasks()).containsExactly("shipBack");
        goods.done("warehouse", "shipBack", PARCEL);

        assertThat(goods.text("outcome")).isEqualTo("WITHDRAWN");
        assertThat(order.line(1).get("openQuantity").asInt()).isZero();
    }

    @Test
    void sendsBackWhatWasInspectedAndHasToBeSettled() {
        var goods = opened().broughtBack().inspected("warehouse", found(1, 0, 1));
        assertThat(goods.tasks()).containsExactly("settleDifference");

        assertThat(goods.tell("agent", WITHDRAWN).status()).isEqualTo(200);
        goods.done("warehouse", "shipBack", PARCEL);

        assertThat(goods.text("outcome")).isEqualTo("WITHDRAWN");
    }

    @Test
    void canNoLongerBeSaidOnceTheRefundIsOrdered() {
        var goods = opened().broughtBack();
        assertThat(actions(goods)).contains(WITHDRAWN);
        goods.inspected("warehouse", found(1, 1, 0));
        assertThat(goods.tasks()).containsExactly("approveRefund");
        assertThat(actions(goods)).doesNotContain(WITHDRAWN);

        var refused = goods.tell("agent", WITHDRAWN);

        assertThat(refused.status()).isEqualTo(409);
        goods.approved("manager").paid();
        assertThat(goods.text("outcome")).isEqualTo("REFUNDED");
        assertThat(goods.tell("agent", WITHDRAWN).status()).isEqualTo(409);
    }

    @Test
    void countsOnceThoughToldTwice() {
        var goods = opened();

        var answers = Kefu.atOnce(4, caller -> goods.tell("agent", WITHDRAWN));

        assertThat(answers).extracting(Answer::status).containsOnlyOnce(200).containsOnly(200, 409);
        assertThat(goods.timeline()).containsOnlyOnce("RETURN_WITHDRAWN");
        assertThat(order.line(1).get("openQuantity").asInt()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"warehouse", "finance", "technician", "hr", "auditor", "integration", "orderclerk"})
    void isSaidByServiceStaffOnly(String user) {
        var goods = opened();

        assertThat(goods.tell(user, WITHDRAWN).status()).isEqualTo(403);

        assertThat(goods.text("status")).isEqualTo("OPEN");
        assertThat(actions(goods)).containsExactly(WITHDRAWN);
    }

    @Test
    void isEitherInspectedOrWithdrawnButNeverBoth() {
        var goods = opened().broughtBack();
        goods.claim("warehouse", "inspectGoods");
        var inspection = goods.taskPath("inspectGoods") + "/complete";
        var findings = Json.variables(Map.of("findings", List.of(found(1, 1, 0))));

        var answers = Kefu.atOnce(2, caller -> caller == 0 ? kefu.as("warehouse").post(inspection, findings)
                : goods.tell("agent", WITHDRAWN));

        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).as(answer.body()).isLessThan(500));
        var withdrawn = answers.get(1).status() == 200;
        assertThat(goods.timeline().contains("RETURN_WITHDRAWN")).isEqualTo(withdrawn);
        assertThat(goods.tasks()).containsExactly(withdrawn ? "shipBack" : "approveRefund");
    }

    private void assertWaitsAndSendsBack(Kefu.Case goods) {
        var withdrawn = goods.tell("agent", WITHDRAWN);
        assertThat(withdrawn.status()).as(withdrawn.body()).isEqualTo(200);
        assertThat(goods.text("status")).isEqualTo("OPEN");
        assertThat(goods.tasks()).isEmpty();
        assertThat(goods.tell("agent", WITHDRAWN).status()).isEqualTo(409);

        assertThat(goods.tell("warehouse", "return-parcel-arrived").status()).isEqualTo(200);
        assertThat(goods.tasks()).containsExactly("shipBack");
        assertThat(order.line(1).get("openQuantity").asInt()).isEqualTo(1);
        goods.done("warehouse", "shipBack", PARCEL);

        assertThat(goods.text("status")).isEqualTo("CLOSED");
        assertThat(goods.text("outcome")).isEqualTo("WITHDRAWN");
        assertThat(order.line(1).get("openQuantity").asInt()).isZero();
        assertThat(order.text("promised")).isEqualTo("0.00");
    }

    private void assertEnds(Kefu.Case goods, Answer withdrawn) {
        assertThat(withdrawn.status()).as(withdrawn.body()).isEqualTo(200);
        assertThat(goods.text("status")).isEqualTo("CLOSED");
        assertThat(goods.text("outcome")).isEqualTo("WITHDRAWN");
        assertThat(goods.tasks()).isEmpty();
        assertThat(goods.timeline()).contains("RETURN_WITHDRAWN");
        assertThat(order.line(1).get("openQuantity").asInt()).isZero();
        assertThat(actions(goods)).doesNotContain(WITHDRAWN);
        assertThat(kefu.asks("agent", order.returning(1, 1)).status()).as("the customer may ask again").isEqualTo(201);
    }

    private List<String> actions(Kefu.Case goods) {
        var actions = new ArrayList<String>();
        kefu.as("agent").get("/api/cases/" + goods.number()).json().get("actions").forEach(each -> actions.add(each.asText()));
        return actions;
    }

    private Kefu.Case opened() {
        return kefu.opens("agent", order.returning(1, 1));
    }

    private static String message(Kefu.Case goods, String message) {
        return "/api/cases/" + goods.number() + "/messages/" + message;
    }
}
