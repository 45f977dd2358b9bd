package dev.kefu.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What a variable of a start or a task must not be: each is refused by its name, and nothing is stored. */
@WholeTest
class VariableLimitsTests {

    private static final String DEFINITION = "/engine-rest/process-definition/key/product-return/";

    @Autowired
    Kefu kefu;

    static Stream<Arguments> typed() {
        return Stream.of(
                arguments("reason", "reason", "{\"value\":\"CHANGED_MIND\",\"type\":\"Nonsense\"}"),
                arguments("reason", "reason", "{\"value\":\"CHANGED_MIND\",\"type\":\"\"}"),
                arguments("reason", "reason", "{\"value\":\"CHANGED_MIND\",\"type\":\"Xml\"}"),
                arguments("reason", "reason", "{\"value\":\"CHANGED_MIND\",\"type\":\"Long\"}"),
                arguments("reason", "reason", "{\"value\":1,\"type\":\"Long\"}"),
                arguments("reason", "reason", "{\"value\":1,\"type\":\"Short\"}"),
                arguments("reason", "reason", "{\"value\":1.5,\"type\":\"Double\"}"),
                arguments("reason", "reason", "{\"value\":\"2026-11-21T10:00:00.000+0800\",\"type\":\"Date\"}"),
                arguments("reason", "reason", "{\"value\":\"yesterday\",\"type\":\"Date\"}"),
                arguments("reason", "reason", "{\"value\":\"QUJD\",\"type\":\"Bytes\"}"),
                arguments("reason", "reason", "{\"value\":null,\"type\":\"Null\"}"),
                arguments("reason", "reason", "{\"value\":\"CHANGED_MIND\",\"type\":\"String\",\"valueInfo\":{\"transient\":\"x\"}}"),
                arguments("reason", "reason", "{\"value\":\"QUJD\",\"type\":\"File\",\"valueInfo\":{\"filename\":\"a.txt\"}}"),
                arguments("reason", "reason", "{\"value\":\"rO0ABQ==\",\"type\":\"Object\",\"valueInfo\":{\"objectTypeName\":\"a.B\","
                        + "\"serializationDataFormat\":\"application/x-java-serialized-object\"}}"),
                arguments("reason", "reason", "null"),
                arguments("note", "note", "{\"value\":\"a\\u202Eb\"}"),
                arguments("orderNumber", "orderNumber", "{\"value\":\"W-1\\u200B\"}"),
                arguments("orderNumber", "orderNumber", "{\"value\":\"W-1\\nW-2\"}"),
                arguments("lines", "lines[0].line", json("[{\"line\":1e999999999,\"quantity\":1}]")),
                arguments("lines", "lines[0].line", json("[{\"line\":" + "9".repeat(500) + ",\"quantity\":1}]")),
                arguments("lines", "lines[0]", json("[{\"line\":NaN,\"quantity\":1}]")),
                arguments("lines", "lines[0]", json("[{\"line\":01,\"quantity\":1}]")),
                arguments("lines", "lines[0]", json("[{\"line\":1,\"line\":2,\"quantity\":1}]")),
                arguments("lines", "lines[0].line", json("[{\"line\":" + "[".repeat(50) + "]".repeat(50) + ",\"quantity\":1}]")),
                arguments("lines", "lines", json("[" + "{},".repeat(40_000) + "{}]")),
                arguments("businessKey", "businessKey", "{\"value\":\"KF-2026-000001\"}"),
                arguments("requestedBy", "requestedBy", "{\"value\":\"vp\"}"),
                arguments("approverGroup", "approverGroup", "{\"value\":\"NONE\"}"),
                arguments("refundOutcome", "refundOutcome", "{\"value\":\"PAID\"}"),
                arguments("verdict", "verdict", "{\"value\":\"Within the policy.\"}"),
                arguments("goods", "goods", "{\"value\":\"Gold\"}"),
                arguments("decideRefund", "decideRefund", "{\"value\":\"shadow\"}"),
                arguments("re\u0430son", "re\u0430son", "{\"value\":\"CHANGED_MIND\"}"),
                arguments("reason ", "reason ", "{\"value\":\"CHANGED_MIND\"}"));
    }

    @ParameterizedTest(name = "{0} = {2}")
    @MethodSource("typed")
    void namesTheVariableThatIsNotOfItsTypeByStartAndForm(String name, String field, String value) {
        var order = kefu.sells(kefu.sale().line(2, "50.00"));
        var body = variables(order, name, value);
        var before = kefu.rows();

        for (var way : List.of("start", "submit-form")) {
            var answer = kefu.as("agent").post(DEFINITION + way, body);

            assertThat(answer.status()).as(answer.body()).isEqualTo(422);
            assertThat(answer.json().get("violations").findValuesAsText("field")).as(answer.body())
                    .anyMatch(found -> found.startsWith(field));
        }
        assertThat(kefu.rows()).isEqualTo(before);
    }

    @Test
    void namesTheFirstOfManyVariablesAndCountsTheOthers() {
        var many = IntStream.range(0, 5_000).mapToObj(i -> "\"v" + i + "\":1").collect(Collectors.joining(",", "{", "}"));
        var long_ = "{\"" + "n".repeat(50_000) + "\":1}";
        var before = kefu.rows();

        var tooMany = kefu.as("agent").post(Kefu.START, many);
        var tooLong = kefu.as("agent").post(Kefu.START, long_);

        assertThat(tooMany.status()).isEqualTo(422);
        assertThat(tooMany.body()).contains("4980 further variables").hasSizeLessThan(10_000);
        assertThat(tooLong.status()).isIn(400, 422);
        assertThat(tooLong.body()).hasSizeLessThan(5_000);
        assertThat(kefu.rows()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({"amount", "approverGroup", "caseNumber", "orderNumber", "requestedBy", "refundOutcome", "verdict", "goods", "approved",
            "currency", "cause", "reviewers", "recordReview", "businessKey"})
    void takesNeitherMoneyNorApproverNorCaseNorOrderFromATask(String name) {
        var goods = kefu.opens("agent", kefu.sells(kefu.sale().line(2, "50.00")).returning(1, 1));
        goods.claim("returns", "reviewReturn");
        var path = goods.taskPath("reviewReturn");
        var body = Json.variables(Json.with(Map.of("decision", "APPROVE"), name, "KF-2026-000001"));
        var before = kefu.rows();

        for (var way : List.of("complete", "submit-form")) {
            var answer = kefu.as("returns").post(path + "/" + way, body);

            assertThat(answer.status()).as(way + answer.body()).isEqualTo(422);
            assertThat(answer.json().get("violations").findValuesAsText("field")).containsExactly(name);
        }
        assertThat(kefu.rows()).isEqualTo(before);
        assertThat(goods.tasks()).containsExactly("reviewReturn");
    }

    @Test
    void namesVariablesOfWhichThereIsNothing() {
        var answer = kefu.as("agent").post(DEFINITION + "start", "{\"variables\":{\"reason\":null,\"amount\":null}}");

        assertThat(answer.status()).as(answer.body()).isEqualTo(422);
        assertThat(answer.json().get("violations").findValuesAsText("field")).containsExactly("reason", "amount");
    }

    @Test
    void takesNothingAlongWithAMessage() {
        var goods = kefu.opens("agent", kefu.sells(kefu.sale().line(2, "50.00")).returning(1, 1));
        goods.done("returns", "reviewReturn", Map.of("decision", "APPROVE"));
        goods.done("returns", "arrangeReturn", Map.of("byCustomer", true));

        var byApi = kefu.as("warehouse").post("/api/cases/" + goods.number() + "/messages/return-parcel-arrived",
                "{\"amount\":\"9999.00\"}");
        var byEngine = kefu.as("warehouse").post("/engine-rest/message", "{\"messageName\":\"return-parcel-arrived\",\"businessKey\":\""
                + goods.number() + "\",\"processVariables\":{\"amount\":{\"value\":\"9999.00\"}}}");

        assertThat(byApi.status()).as(byApi.body()).isEqualTo(422);
        assertThat(byApi.json().get("violations").findValuesAsText("field")).containsExactly("amount");
        assertThat(byEngine.status()).as(byEngine.body()).isEqualTo(422);
        assertThat(goods.timeline()).doesNotContain("PARCEL_ARRIVED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"true\"", "1", "\"yes\"", "[]"})
    void takesAFlagForNothingElse(String value) {
        var goods = kefu.opens("agent", kefu.sells(kefu.sale().line(2, "50.00")).returning(1, 1));
        goods.done("returns", "reviewReturn", Map.of("decision", "APPROVE"));
        goods.claim("returns", "arrangeReturn");

        var answer = kefu.as("returns").post(goods.taskPath("arrangeReturn") + "/complete",
                "{\"variables\":{\"byCustomer\":{\"value\":" + value + "}}}");

        assertThat(answer.status()).as(answer.body()).isEqualTo(422);
        assertThat(answer.json().get("violations").findValuesAsText("field")).containsExactly("byCustomer");
    }

    @Test
    void takesANoteOfWhichNothingCanBeSeenForNone() {
        var goods = kefu.opens("agent", kefu.sells(kefu.sale().line(2, "50.00")).returning(1, 1));

        var answer = kefu.as("returns").post(goods.taskPath("reviewReturn") + "/claim", "{\"userId\":\"returns\"}");
        var refused = kefu.as("returns").post(goods.taskPath("reviewReturn") + "/complete",
                Json.variables(Map.of("decision", "REJECT", "note", "\u200b\u3164 \u00a0")));

        assertThat(answer.status()).isEqualTo(204);
        assertThat(refused.status()).as(refused.body()).isEqualTo(422);
        assertThat(refused.json().get("violations").findValuesAsText("field")).containsExactly("note");
    }

    @Test
    void answersABodyThatNamesAVariableTwiceAsMalformed() {
        var order = kefu.sells(kefu.sale().line(2, "50.00"));

        var answer = kefu.as("agent").post(Kefu.START, "{\"orderNumber\":\"" + order.number() + "\",\"orderNumber\":\"SO-1\"}");

        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
    }

    private static String variables(Kefu.Order order, String name, String value) {
        var variables = new LinkedHashMap<String, String>();
        variables.put("orderNumber", "{\"value\":\"" + order.number() + "\"}");
        variables.put("reason", "{\"value\":\"CHANGED_MIND\"}");
        variables.put("resolution", "{\"value\":\"REFUND\"}");
        variables.put("lines", json("[{\"line\":1,\"quantity\":1}]"));
        variables.put(name, value);
        return variables.entrySet().stream().map(each -> Json.of(each.getKey()) + ":" + each.getValue())
                .collect(Collectors.joining(",", "{\"variables\":{", "}}"));
    }

    private static String json(String rows) {
        return "{\"type\":\"Json\",\"value\":" + Json.of(rows) + "}";
    }
}
