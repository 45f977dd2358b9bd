package dev.kefu.workflow.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kefu.Caller;
import dev.kefu.KefuTest;
import dev.kefu.demo.TestPeople;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

@KefuTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import(TestPeople.class)
class EngineAnswersTests {

    private static final String INSIDES = "(?s).*(\\b(java|jakarta|org|com|dev)\\.\\w+\\.|\\.java:|SELECT |ACT_|JDBC).*";

    @LocalServerPort
    int port;

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", value = {
            "GET|/metrics?maxResults=500|-|400",
            "POST|/execution/nope/signal|{}|404", "POST|/execution/nope/localVariables|{}|404",
            "POST|/process-instance/nope/variables|{}|404", "GET|/execution/nope|-|404", "GET|/task/nope|-|404",
            "GET|/history/user-operation?afterTimestamp=x|-|400", "GET|/task?priority=x|-|400",
            "GET|/task?maxResults=x|-|400", "GET|/task?sortBy=x&sortOrder=asc|-|400",
            "POST|/task|{\"priority\": \"x\"}|400", "POST|/task|{|400", "POST|/task|[]|400", "POST|/task|nonsense|400",
            "POST|/history/process-instance|{\"startedBefore\": \"x\"}|400",
            "POST|/message|{\"messageName\": \"nope\"}|400",
            "POST|/user/create|{\"profile\": {\"id\": \"weird id\"}, \"credentials\": {\"password\": \"x\"}}|400",
            "POST|/task|null|400", "POST|/task/count|null|400", "POST|/task|{\"orQueries\": [null]}|400",
            "POST|/task|{\"processVariables\": [null]}|400", "POST|/process-instance|{\"sorting\": [null]}|400",
            "POST|/execution|{\"variables\": [{\"name\": \"x\"}]}|400", "POST|/authorization/create|{}|400",
            "POST|/process-instance/delete|{\"processInstanceIds\": [null]}|400",
            "GET|/task?maxResults=-5|-|400", "GET|/nope|-|404", "PATCH|/task|{}|405"})
    void saysWhatTheCallerDidWrongAndNothingOfItsInsides(String method, String path, String body, int status) {
        var byBasic = Caller.as(port, "admin").with("Content-Type", "application/json")
                .with("Reason", "Try%20what%20it%20answers");
        var inTasklist = Caller.inTasklist(port, "admin").with("Content-Type", "application/json")
                .with("Reason", "Try%20what%20it%20answers");

        var rest = byBasic.send(method, "/engine-rest" + path, body);
        var web = inTasklist.send(method, "/camunda/api/engine/engine/default" + path, body);

        assertThat(rest.status()).as(rest.body()).isEqualTo(status);
        assertThat(rest.header("Content-Type")).startsWith("application/json");
        assertThat(rest.json().get("message").asText()).isNotEmpty();
        assertThat(rest.body()).doesNotMatch(INSIDES);
        assertThat(web.status()).as(web.body()).isEqualTo(status);
        assertThat(web.body()).doesNotMatch(INSIDES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"at ((((", "a.a.a.", "at a(", "no ", "###"})
    void readsNoMoreThanTheBeginningOfWhatACallerMakesItQuote(String piece) {
        var query = "{\"processVariables\": [{\"name\": \"x\", \"operator\": \"" + piece.repeat(1_000_000 / piece.length())
                + "\", \"value\": 1}]}";

        for (var answer : atBothDoors("POST", "/task", query)) {
            assertThat(answer.status()).as(answer.body()).isEqualTo(400);
            assertThat(answer.json().get("message").asText()).hasSizeBetween(1, 2000);
        }
    }

    /** Lists without an end are bounded at this door only, and those of metrics can't be as long as others. */
    @Test
    void refusesAListOfMetricsWithoutAnEnd() {
        var answer = Caller.as(port, "admin").get("/engine-rest/metrics");

        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
    }

    @Test
    void namesTheVariableThatDoesNotFitAtBothDoors() {
        for (var answer : atBothDoors("POST", "/message", """
                {"messageName": "nope", "processVariables": {"amount": {"type": "Integer", "value": "much"}}}
                """)) {
            assertThat(answer.status()).as(answer.body()).isEqualTo(422);
            assertThat(answer.json().get("violations").get(0).get("field").asText()).isEqualTo("amount");
        }
    }

    @Test
    void refusesABodyThatTurnsOutToBeTooLargeWhoeverReadsIt() {
        var json = ("{\"name\": \"" + "x".repeat(3_000_000) + "\"}").getBytes(StandardCharsets.UTF_8);

        var byApi = Caller.as(port, "admin").with("Content-Type", "application/json")
                .stream("POST", "/api/cases/product-return", json);
        var byRest = Caller.as(port, "admin").with("Content-Type", "application/json")
                .stream("POST", "/engine-rest/task", json);
        var byWebApplication = Caller.inTasklist(port, "admin").with("Content-Type", "application/json")
                .stream("POST", "/camunda/api/engine/engine/default/task", json);

        assertThat(byApi.status()).as(byApi.body()).isEqualTo(413);
        assertThat(byApi.json().get("detail").asText()).contains("larger than 2048 KB");
        assertThat(byRest.status()).as(byRest.body()).isEqualTo(413);
        assertThat(byWebApplication.status()).as(byWebApplication.body()).isEqualTo(413);
        assertThat(byWebApplication.json()).isEqualTo(byRest.json());
    }

    @Test
    void keepsTheReasonOfAFaultForTheLog() {
        var answer = EngineAnswers.answer(new IllegalStateException("SELECT * FROM ACT_ID_USER at org.h2.Secret(Secret.java:1)"));

        assertThat(answer.getStatus()).isEqualTo(500);
        assertThat(answer.getEntity().toString()).contains("The log has the reason").doesNotMatch(INSIDES);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "Cannot convert value x to java type java.lang.Integer|Cannot convert value x to Integer",
            "org.camunda.bpm.engine.MismatchingMessageCorrelationException: Cannot correlate|Cannot correlate",
            "### Error updating database. Cause: org.h2.jdbc.X|The engine refused the call.",
            "ENGINE-09005 Could not parse BPMN process|ENGINE-09005 Could not parse BPMN process"})
    void namesNoClass(String message, String plain) {
        assertThat(EngineAnswers.plain(message)).isEqualTo(plain);
    }

    private List<Caller.Answer> atBothDoors(String method, String path, String body) {
        var byBasic = Caller.as(port, "admin").with("Content-Type", "application/json");
        var inTasklist = Caller.inTasklist(port, "admin").with("Content-Type", "application/json");

        return List.of(byBasic.send(method, "/engine-rest" + path, body),
                inTasklist.send(method, "/camunda/api/engine/engine/default" + path, body));
    }
}
