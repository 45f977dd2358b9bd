package dev.kefu.workflow.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kefu.Caller;
import dev.kefu.KefuTest;
import java.time.Duration;
import java.time.OffsetDateTime;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;

@KefuTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "camunda.bpm.job-execution.enabled=true")
@ActiveProfiles("demo")
@DirtiesContext
class ClockTests {

    @LocalServerPort
    int port;

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @AfterEach
    void showTheRealTimeAgain() {
        ClockUtil.reset();
    }

    @Test
    void goesOnAndRunsTheTimersThatAreDueByThen() {
        repository.createDeployment().addModelInstance("test-waiting.bpmn", Bpmn.createExecutableProcess("test-waiting")
                .camundaHistoryTimeToLiveString("P365D").startEvent()
                .intermediateCatchEvent().timerWithDuration("P3D")
                .intermediateCatchEvent().timerWithDuration("PT0S")
                .endEvent().done()).deploy();
        var waiting = runtime.startProcessInstanceByKey("test-waiting");
        var before = now(Caller.as(port, "supervisor").get("/api/clock"));

        var moved = Caller.as(port, "supervisor").put("/api/clock", "{\"advance\": \"P4D\"}");

        assertThat(moved.status()).isEqualTo(200);
        assertThat(Duration.between(before, now(moved))).isBetween(Duration.ofDays(4), Duration.ofDays(4).plusMinutes(5));
        assertThat(runtime.createProcessInstanceQuery().processInstanceId(waiting.getId()).count()).isZero();
    }

    /** As whoever shows the demo sees it: a return whose parcel never comes, in two moves of the clock. */
    @Test
    void remindsACustomerAndLetsTheReturnExpire() {
        var opened = Caller.as(port, "agent").post("/api/cases/product-return", """
                {"orderNumber": "SO-1001", "lines": [{"line": 1, "quantity": 1}], "reason": "CHANGED_MIND", "resolution": "REFUND"}
                """).json().get("caseNumber").asText();
        complete(opened, "reviewReturn", "{\"decision\": {\"value\": \"APPROVE\"}}");
        complete(opened, "arrangeReturn", "{\"byCustomer\": {\"value\": true}}");

        Caller.as(port, "supervisor").put("/api/clock", "{\"advance\": \"P7D\"}");
        var reminded = file(opened);
        Caller.as(port, "supervisor").put("/api/clock", "{\"advance\": \"P3D\"}");
        var expired = file(opened);

        assertThat(reminded.get("status").asText()).isEqualTo("OPEN");
        assertThat(reminded.get("timeline").findValuesAsText("what")).anyMatch(what -> what.contains("REMIND"));
        assertThat(expired.get("outcome").asText()).isEqualTo("EXPIRED");
    }

    private JsonNode file(String caseNumber) {
        return Caller.as(port, "supervisor").get("/api/cases/" + caseNumber).json();
    }

    private void complete(String caseNumber, String task, String variables) {
        var id = file(caseNumber).get("tasks").get(0).get("id").asText();
        assertThat(file(caseNumber).get("tasks").get(0).get("key").asText()).isEqualTo(task);
        Caller.as(port, "returns").post("/engine-rest/task/" + id + "/claim", "{\"userId\": \"returns\"}");
        var done = Caller.as(port, "returns").post("/engine-rest/task/" + id + "/complete", "{\"variables\": " + variables + "}");
        assertThat(done.status()).as(done.body()).isEqualTo(204);
    }

    @Test
    void showsTheTimeOfTheShop() {
        var moved = Caller.as(port, "admin").put("/api/clock", "{\"now\": \"2026-12-31T20:00:00Z\"}");

        assertThat(moved.json().get("now").asText()).startsWith("2027-01-01T04:00:").endsWith("+08:00");
    }

    @ParameterizedTest
    @ValueSource(strings = {"agent", "auditor", "integration", "teamlead"})
    void movesForThoseWhoLeadTheDemonstrationOnly(String user) {
        assertThat(Caller.as(port, user).put("/api/clock", "{\"advance\": \"P1D\"}").status()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"advance\": \"soon\"}", "{\"advance\": \"P9999999Y\"}",
            "{\"now\": \"1970-01-01T00:00:00Z\"}", "{\"now\": \"2026-12-31T20:00:00Z\", \"advance\": \"P1D\"}"})
    void refusesAMoveThatMakesNoSense(String body) {
        assertThat(Caller.as(port, "supervisor").put("/api/clock", body).status()).isEqualTo(422);
    }

    private static OffsetDateTime now(Caller.Answer answer) {
        return OffsetDateTime.parse(answer.json().get("now").asText());
    }
}
