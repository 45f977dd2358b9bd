package dev.kefu.whole;

import static dev.kefu.whole.Kefu.found;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kefu.Caller.Answer;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A parcel that comes after its return has ended opens a linked case in review. */
@WholeTest
class WholeLateParcelTests {

    private static final String ARRIVED = "return-parcel-arrived";
    private static final Map<String, Object> APPROVE = Map.of("decision", "APPROVE");
    private static final Map<String, Object> PARCEL = Map.of("courier", "ZTO", "trackingNumber", "ZT-4");

    @Autowired
    Kefu kefu;

    private Kefu.Order order;
    private Kefu.Case ended;

    @BeforeEach
    void endBeforeTheParcelComes() {
        order = kefu.sells(kefu.sale().line(1, "500.00"));
        ended = kefu.opens("agent", order.returning(1, 1)).done("returns", "reviewReturn", APPROVE)
                .done("returns", "arrangeReturn", Map.of("byCustomer", true));
        assertThat(ended.tell("agent", "return-withdrawn").status()).isEqualTo(200);
        assertThat(ended.text("outcome")).isEqualTo("WITHDRAWN");
    }

    @Test
    void opensOneLinkedCaseInReviewHoweverOftenItIsTold() {
        var answers = Kefu.atOnce(3, caller -> ended.tell("warehouse", ARRIVED));
        var again = ended.tell("warehouse", ARRIVED);

        assertThat(answers).extracting(Answer::status).contains(200).allMatch(status -> status == 200 || status == 409);
        assertThat(again.status()).isIn(200, 409);
        assertThat(ended.json().get("related")).hasSize(1);
        assertThat(ended.text("outcome")).as("what ended stays ended").isEqualTo("WITHDRAWN");
        var late = late();
        assertThat(late.text("parent")).isEqualTo(ended.number());
        assertThat(late.text("status")).isEqualTo("OPEN");
        assertThat(late.tasks()).containsExactly("reviewReturn");
        assertThat(order.line(1).get("openQuantity").asInt()).isEqualTo(1);
        assertThat(order.json().get("cases")).hasSize(2);
    }

    @Test
    void inspectsAtOnceWhatIsHereAndRefundsIt() {
        ended.tell("warehouse", ARRIVED);

        var late = late().done("returns", "reviewReturn", APPROVE);
        assertThat(late.tasks()).as("nobody has to fetch what is here").containsExactly("inspectGoods");
        late.inspected("warehouse", found(1, 1, 0)).approved("manager").paid();

        assertThat(late.text("outcome")).isEqualTo("REFUNDED");
        assertThat(order.text("refunded")).isEqualTo("500.00");
    }

    @Test
    void sendsBackWhatTheReviewTurnsDown() {
        ended.tell("warehouse", ARRIVED);

        var late = late().done("returns", "reviewReturn", Map.of("decision", "REJECT", "note", "They called it off"));
        assertThat(late.tasks()).containsExactly("shipBack");
        late.done("warehouse", "shipBack", PARCEL);

        assertThat(late.text("outcome")).isEqualTo("SENT_BACK");
        assertThat(order.line(1).get("openQuantity").asInt()).isZero();
        assertThat(ended.tell("warehouse", ARRIVED).status()).as("that parcel had its case").isIn(200, 409);
        assertThat(ended.json().get("related")).hasSize(1);
    }

    @Test
    void sendsBackWhatIsWithdrawnAgain() {
        ended.tell("warehouse", ARRIVED);
        var late = late();

        assertThat(late.tell("agent", "return-withdrawn").status()).isEqualTo(200);
        assertThat(late.tasks()).containsExactly("shipBack");
        late.done("warehouse", "shipBack", PARCEL);

        assertThat(late.text("outcome")).isEqualTo("WITHDRAWN");
    }

    @Test
    void namesTheCaseThatHoldsTheUnitsMeanwhile() {
        var meanwhile = kefu.opens("agent", order.returning(1, 1));

        var refused = ended.tell("warehouse", ARRIVED);

        assertThat(refused.status()).as(refused.body()).isIn(409, 422);
        assertThat(refused.body()).contains(meanwhile.number());
        assertThat(ended.json().get("related")).isEmpty();
    }

    @Test
    void takesNoParcelForWhatEndedOtherwise() {
        var other = kefu.sells(kefu.sale().line(1, "50.00"));
        var rejected = kefu.opens("agent", other.returning(1, 1))
                .done("returns", "reviewReturn", Map.of("decision", "REJECT", "note", "Worn"));
        var refunded = kefu.opens("agent", kefu.sells(kefu.sale().line(1, "50.00")).returning(1, 1)).broughtBack()
                .inspected("warehouse", found(1, 1, 0)).paid();

        assertThat(rejected.tell("warehouse", ARRIVED).status()).isEqualTo(409);
        assertThat(refunded.tell("warehouse", ARRIVED).status()).isEqualTo(409);
        assertThat(rejected.json().get("related")).isEmpty();
        assertThat(refunded.json().get("related")).isEmpty();
    }

    @Test
    void isToldByThoseWhoReceiveParcelsOnly() {
        assertThat(ended.tell("agent", ARRIVED).status()).isEqualTo(403);
        assertThat(ended.tell("technician", ARRIVED).status()).isEqualTo(403);

        assertThat(ended.json().get("related")).isEmpty();
        assertThat(ended.tell("returns", ARRIVED).status()).isEqualTo(200);
    }

    private Kefu.Case late() {
        return kefu.caseCalled(ended.json().at("/related/0").asText());
    }
}
