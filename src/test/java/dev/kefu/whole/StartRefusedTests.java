package dev.kefu.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.kefu.Caller.Answer;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What can't be started says why, the same by every way in, and leaves nothing behind. */
@WholeTest
class StartRefusedTests {

    private static final String DEFINITION = "/engine-rest/process-definition/key/product-return";

    @Autowired
    Kefu kefu;

    static Stream<Arguments> unfit() {
        return Stream.of(
                arguments("orderNumber", "orderNumber", "W-NONE"),
                arguments("orderNumber", "orderNumber", ""),
                arguments("orderNumber", "orderNumber", null),
                arguments("orderNumber", "orderNumber", 7),
                arguments("orderNumber", "orderNumber", true),
                arguments("orderNumber", "orderNumber", "x".repeat(4001)),
                arguments("orderNumber", "orderNumber", "W-\u0000"),
                arguments("orderNumber", "orderNumber", "W-\u0007"),
                arguments("orderNumber", "orderNumber", "W-\ud800"),
                arguments("orderNumber", "orderNumber", "' or 1=1 --"),
                arguments("reason", "reason", null),
                arguments("reason", "reason", "BECAUSE"),
                arguments("reason", "reason", "changed_mind"),
                arguments("reason", "reason", 0),
                arguments("resolution", "resolution", "VOUCHER"),
                arguments("resolution", "resolution", null),
                arguments("note", "note", "x".repeat(4001)),
                arguments("note", "note", "bell \u0007"),
                arguments("note", "note", "nothing \u0000"),
                arguments("note", "note", "half \ud83d"),
                arguments("note", "note", List.of("a")),
                arguments("lines", "lines", null),
                arguments("lines", "lines", List.of()),
                arguments("lines", "lines", "many"),
                arguments("lines", "lines[0]", "[{\"line\":1"),
                arguments("lines", "lines", "{}"),
                arguments("lines", "lines", 3),
                arguments("lines", "lines", true),
                arguments("lines", "lines", Collections.singletonList(null)),
                arguments("lines", "lines[0]", List.of(1)),
                arguments("lines", "lines[0]", List.of(List.of())),
                arguments("lines", "lines[0].line", List.of(Map.of())),
                arguments("lines", "lines[0].line", List.of(Map.of("quantity", 1))),
                arguments("lines", "lines[0].line", List.of(Map.of("line", 9, "quantity", 1))),
                arguments("lines", "lines[0].line", List.of(Map.of("line", -1, "quantity", 1))),
                arguments("lines", "lines[0].line", List.of(Map.of("line", "1", "quantity", 1))),
                arguments("lines", "lines[0].quantity", List.of(Map.of("line", 1))),
                arguments("lines", "lines[0].quantity", List.of(Map.of("line", 1, "quantity", 0))),
                arguments("lines", "lines[0].quantity", List.of(Map.of("line", 1, "quantity", -1))),
                arguments("lines", "lines[0].quantity", List.of(Map.of("line", 1, "quantity", 3))),
                arguments("lines", "lines[0].quantity", List.of(Map.of("line", 1, "quantity", 1.5))),
                arguments("lines", "lines[0].quantity", List.of(Map.of("line", 1, "quantity", "1"))),
                arguments("lines", "lines[0].quantity", List.of(Map.of("line", 1, "quantity", true))),
                arguments("lines", "lines[0].quantity", List.of(Map.of("line", 1, "quantity", 99_999_999_999L))),
                arguments("lines", "lines[1].quantity", List.of(Map.of("line", 1, "quantity", 1), Map.of("line", 1, "quantity", 0))),
                arguments("lines", "lines[0].quantity",
                        List.of(Map.of("line", 1, "quantity", Integer.MAX_VALUE), Map.of("line", 1, "quantity", Integer.MAX_VALUE))),
                arguments("lines", "lines[0].price", List.of(Map.of("line", 1, "quantity", 1, "price", "1.00"))),
                arguments("lines", "lines", Collections.nCopies(201, Map.of("line", 1, "quantity", 1))),
                arguments("amount", "amount", "9999.00"),
                arguments("caseNumber", "caseNumber", "KF-2026-000001"),
                arguments("reviewers", "reviewers", "agents"),
                arguments("registerReturn", "registerReturn", "x"));
    }

    @ParameterizedTest(name = "{0} = {2}")
    @MethodSource("unfit")
    void namesWhatDoesNotFitByEveryWayIn(String name, String field, Object value) {
        var request = Json.with(kefu.sells(kefu.sale().line(2, "50.00")).returning(1, 1), name, value);
        var before = kefu.rows();

        var byApi = kefu.asks("agent", request);
        var byStart = kefu.as("agent").post(DEFINITION + "/start", Json.variables(request));
        var byForm = kefu.as("agent").post(DEFINITION + "/submit-form", Json.variables(request));

        for (var answer : List.of(byApi, byStart, byForm)) {
            assertThat(answer.status()).as(answer.body()).isEqualTo(422);
            assertThat(answer.json().get("violations").findValuesAsText("field")).as(answer.body()).contains(field);
            assertThat(answer.json().get("violations").findValuesAsText("message")).allSatisfy(message ->
                    assertThat(message).isNotBlank().doesNotContain("Exception", "java."));
        }
        assertThat(byApi.header("Content-Type")).startsWith("application/problem+json");
        assertThat(kefu.rows()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Object", "Bytes", "File", "Double", "Xml", "Nonsense"})
    void takesNoLinesOfAnotherType(String type) {
        var order = kefu.sells(kefu.sale().line(2, "50.00"));
        var variables = new HashMap<String, Object>();
        variables.put("orderNumber", Map.of("value", order.number()));
        variables.put("reason", Map.of("value", "CHANGED_MIND"));
        variables.put("resolution", Map.of("value", "REFUND"));
        variables.put("lines", Map.of("value", "[{\"line\":1,\"quantity\":1}]", "type", type, "valueInfo",
                Map.of("objectTypeName", "java.util.ArrayList", "serializationDataFormat", "application/json", "filename", "a")));
        var before = kefu.rows();

        var answer = kefu.as("agent").post(DEFINITION + "/start", Json.of(Map.of("variables", variables)));

        assertThat(answer.status()).as(answer.body()).isIn(400, 422);
        assertThat(kefu.rows()).isEqualTo(before);
    }

    @Test
    void saysEverythingAtOnce() {
        var answer = kefu.asks("agent", Map.of("reason", "BECAUSE", "wish", "money"));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().get("violations").findValuesAsText("field"))
                .contains("orderNumber", "lines", "reason", "resolution", "wish");
    }

    @Test
    void takesNothingBackThatWasNotDelivered() {
        var order = kefu.sells(kefu.saleUnderWay().line(2, "50.00"));
        var before = kefu.rows();

        var answer = kefu.asks("agent", order.returning(1, 1));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().get("detail").asText()).contains("not been delivered");
        assertThat(kefu.rows()).isEqualTo(before);
    }

    @Test
    void takesNothingBackThatIsStillOnItsWay() {
        var tomorrow = java.time.OffsetDateTime.parse("2099-01-01T00:00:00Z").toString();
        var order = kefu.sells(kefu.saleUnderWay().with("deliveredAt", tomorrow).line(2, "50.00"));

        var answer = kefu.asks("agent", order.returning(1, 1));

        assertThat(answer.status()).as(answer.body()).isEqualTo(422);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "application/json | not json            | 400",
            "application/json | [1]                 | 400",
            "application/json | \"text\"            | 400",
            "application/json | 1                   | 400",
            "application/json | null                | 400",
            "application/json | ''                  | 400",
            "application/json | {\"a\": 1} trailing | 400",
            "application/json | {\"a\": NaN}        | 400",
            "application/json | {}                  | 422",
            "text/plain       | {}                  | 415",
            "application/xml  | <a/>                | 415",
            "application/x-www-form-urlencoded | a=b | 415"})
    void refusesABodyThatIsNoRequest(String type, String body, int expected) {
        var before = kefu.rows();

        var answer = kefu.as("agent").with("Content-Type", type).send("POST", Kefu.START, body);

        assertThat(answer.status()).as(answer.body()).isEqualTo(expected);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().has("violations")).isTrue();
        assertThat(kefu.rows()).isEqualTo(before);
    }

    @Test
    void refusesABodyThatIsTooDeepOrTooLong() {
        var deep = kefu.as("agent").post(Kefu.START, "{\"lines\":" + "[".repeat(5000) + "]".repeat(5000) + "}");
        var far = kefu.as("agent").post(Kefu.START, "{\"note\":\"" + "x".repeat(5_000_000) + "\"}");
        var many = kefu.as("agent").post(Kefu.START, "{\"lines\":[" + "{},".repeat(500_000) + "{}]}");

        for (var answer : List.of(deep, far, many)) {
            assertThat(answer.status()).isIn(400, 413, 422);
        }
    }

    @ParameterizedTest
    @CsvSource({"refund", "no-such-process", "PRODUCT-RETURN", "product-return%20"})
    void startsNothingElse(String process) {
        var before = kefu.rows();

        var answer = kefu.as("agent").post("/api/cases/" + process, "{}");
        var byAdministrator = kefu.as("admin").post("/api/cases/" + process, "{}");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(byAdministrator.status()).isEqualTo(404);
        assertThat(kefu.rows()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({"agent", "finance", "manager", "supervisor", "integration", "admin"})
    void startsARefundForNobody(String user) {
        var variables = "{\"businessKey\": \"KF-2026-000001\", \"variables\": {\"amount\": {\"value\": \"5.00\"}}}";
        var before = kefu.rows();
        var id = kefu.as("admin").get("/engine-rest/process-definition/key/refund").json().get("id").asText();

        for (var way : List.of("key/refund/start", "key/refund/submit-form", id + "/start", id + "/submit-form")) {
            var answer = kefu.as(user).post("/engine-rest/process-definition/" + way, variables);

            assertThat(answer.status()).as(user + " " + way + " " + answer.body()).isIn(403, 404);
        }
        assertThat(kefu.rows()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({"integration", "auditor", "finance", "warehouse", "orderclerk", "hr", "analyst"})
    void startsForCustomerStaffOnly(String user) {
        var request = kefu.sells(kefu.sale().line(2, "50.00")).returning(1, 1);
        var before = kefu.rows();

        var byApi = kefu.asks(user, request);
        var byStart = kefu.as(user).post(DEFINITION + "/start", Json.variables(request));
        var byForm = kefu.as(user).post(DEFINITION + "/submit-form", Json.variables(request));

        for (Answer answer : List.of(byApi, byStart, byForm)) {
            assertThat(answer.status()).as(answer.body()).isIn(403, 404);
        }
        assertThat(byApi.status()).isEqualTo(403);
        assertThat(kefu.rows()).isEqualTo(before);
    }
}
