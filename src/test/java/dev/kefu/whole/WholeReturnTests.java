package dev.kefu.whole;

import static dev.kefu.whole.Kefu.found;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kefu.Caller.Answer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A return from the order to the money back, by REST alone. */
@WholeTest
class WholeReturnTests {

    private static final String DEFINITION = "/engine-rest/process-definition/key/product-return";

    @Autowired
    Kefu kefu;

    @Test
    void leadsFromTheOrderToTheMoneyBack() {
        var order = kefu.sells(kefu.sale().line(3, "300.00").line(1, "20.00"));

        var goods = kefu.opens("agent", Json.with(order.returning(1, 2), "note", "Two of three"));
        assertThat(goods.text("status")).isEqualTo("OPEN");
        assertThat(order.line(1).get("openQuantity").asInt()).isEqualTo(2);
        goods.broughtBack().inspected("warehouse", found(1, 2, 0)).approved("manager").paid();

        assertThat(goods.text("status")).isEqualTo("CLOSED");
        assertThat(goods.text("outcome")).isEqualTo("REFUNDED");
        assertThat(goods.text("rma")).startsWith("RMA-");
        assertThat(goods.tasks()).isEmpty();
        assertThat(goods.timeline()).containsSubsequence("OPENED", "RETURN_REQUESTED", "RETURN_REVIEWED_APPROVE",
                "RETURN_APPROVED", "WAY_BACK_ARRANGED", "PARCEL_ARRIVED", "GOODS_INSPECTED", "REFUND_DECIDED",
                "REFUND_APPROVED", "REFUND_PAID", "CLOSED");
        assertThat(order.line(1).get("returnedQuantity").asInt()).isEqualTo(2);
        assertThat(order.line(1).get("openQuantity").asInt()).isZero();
        assertThat(order.line(1).get("refunded").asText()).isEqualTo("600.00");
        assertThat(order.text("paid")).isEqualTo("930.00");
        assertThat(order.text("refunded")).isEqualTo("600.00");
        assertThat(order.text("refundable")).isEqualTo("330.00");
        assertThat(order.json().at("/cases/0/caseNumber").asText()).isEqualTo(goods.number());
        assertThat(order.json().at("/cases/0/outcome").asText()).isEqualTo("REFUNDED");
    }

    @ParameterizedTest
    @CsvSource({"start", "submit-form"})
    void startsByTheEnginesInterfaceWithTheSameChecks(String way) {
        var order = kefu.sells(kefu.sale().line(2, "50.00"));

        var started = kefu.as("agent").post(DEFINITION + "/" + way, Json.variables(order.returning(1, 1)));
        var tooMany = kefu.as("agent").post(DEFINITION + "/" + way, Json.variables(order.returning(1, 2)));

        assertThat(started.status()).as(started.body()).isEqualTo(200);
        assertThat(started.json().get("businessKey").asText()).matches("KF-\\d{4}-\\d{6}");
        assertThat(tooMany.status()).isEqualTo(422);
        assertThat(tooMany.json().at("/violations/0/field").asText()).isEqualTo("lines[0].quantity");
        assertThat(tooMany.json().at("/violations/0/rule").asText()).isEqualTo("RET-6");
    }

    @ParameterizedTest
    @CsvSource({"start", "submit-form"})
    void givesACaseItsOwnNumberWhateverTheCallerWants(String way) {
        var order = kefu.sells(kefu.sale().line(2, "50.00"));
        var body = Json.variables(order.returning(1, 1)).replaceFirst("\\{", "{\"businessKey\": \"KF-2020-000001\", ");

        var started = kefu.as("agent").post(DEFINITION + "/" + way, body);

        assertThat(started.status()).as(started.body()).isEqualTo(200);
        assertThat(started.json().get("businessKey").asText()).isNotEqualTo("KF-2020-000001");
        var history = kefu.as("auditor").get("/engine-rest/history/process-instance/" + started.json().get("id").asText());
        assertThat(history.json().get("businessKey").asText()).isNotEqualTo("KF-2020-000001").startsWith("KF-");
    }

    @Test
    void takesATaskByItsForm() {
        var goods = kefu.opens("agent", kefu.sells(kefu.sale().line(1, "50.00")).returning(1, 1));
        goods.claim("returns", "reviewReturn");

        var refused = submit(goods, Map.of("decision", "REJECT"));
        var accepted = submit(goods, Map.of("decision", "APPROVE"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().at("/violations/0/field").asText()).isEqualTo("note");
        assertThat(accepted.status()).isEqualTo(204);
        assertThat(goods.tasks()).containsExactly("arrangeReturn");
    }

    @Test
    void mergesRowsOfOneLine() {
        var order = kefu.sells(kefu.sale().line(3, "50.00"));
        var twice = Json.with(order.returning(1, 1), "lines",
                List.of(Map.of("line", 1, "quantity", 1), Map.of("line", 1, "quantity", 2)));

        var goods = kefu.opens("agent", twice);

        assertThat(order.line(1).get("openQuantity").asInt()).isEqualTo(3);
        assertThat(goods.json().at("/facts/lines")).hasSize(1);
    }

    @Test
    void putsItBackToTheAgentAndCorrectsIt() {
        var order = kefu.sells(kefu.sale().line(3, "50.00"));
        var goods = kefu.opens("agent", order.returning(1, 3));
        goods.done("returns", "reviewReturn", Map.of("decision", "ASK", "note", "How many?"));

        var tooMany = goods.complete("agent", "completeRequest", order.returning(1, 4));
        goods.done("agent", "completeRequest", order.returning(1, 1));

        assertThat(tooMany.status()).isEqualTo(422);
        assertThat(goods.tasks()).containsExactly("reviewReturn");
        assertThat(order.line(1).get("openQuantity").asInt()).isEqualTo(1);
    }

    @Test
    void keepsNoUnitsOfAnOrderThatTheCorrectedRequestIsNotAbout() {
        var wrong = kefu.sells(kefu.sale().line(1, "50.00"));
        var right = kefu.sells(kefu.sale().line(1, "70.00"));
        var goods = kefu.opens("agent", wrong.returning(1, 1));
        goods.done("returns", "reviewReturn", Map.of("decision", "ASK", "note", "Which order?"));

        goods.done("agent", "completeRequest", right.returning(1, 1));
        goods.broughtBack().inspected("warehouse", found(1, 1, 0)).paid();

        assertThat(wrong.line(1).get("openQuantity").asInt()).isZero();
        assertThat(wrong.json().get("cases")).isEmpty();
        assertThat(right.text("refunded")).isEqualTo("70.00");
    }

    @Test
    void refundsInAsManyPartsAsGoodsWereFound() {
        var order = kefu.sells(kefu.sale().line(150, "1.00"));
        var goods = kefu.opens("agent", order.returning(1, 150)).broughtBack();
        var findings = new Map<?, ?>[150];
        Arrays.fill(findings, Json.with(found(1, 1, 0), "note", "x".repeat(400)));

        goods.inspected("warehouse", findings).paid();

        assertThat(order.text("refunded")).isEqualTo("150.00");
    }

    @Test
    void returnsAnOrderOfManyLines() {
        var sale = kefu.sale();
        for (int line = 0; line < 200; line++) {
            sale.line(1, "1.00");
        }
        var order = kefu.sells(sale);
        var all = IntStream.rangeClosed(1, 200).mapToObj(line -> Map.of("line", line, "quantity", 1)).toList();

        var goods = kefu.opens("agent", Json.with(order.returning(1, 1), "lines", all));

        assertThat(goods.json().at("/facts/lines")).hasSize(200);
    }

    private Answer submit(Kefu.Case goods, Map<String, ?> variables) {
        return kefu.as("returns").post(goods.taskPath("reviewReturn") + "/submit-form", Json.variables(variables));
    }
}
