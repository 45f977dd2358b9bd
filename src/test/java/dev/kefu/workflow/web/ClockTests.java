package dev.kefu.workflow.web;

import static org.assertj.core.api.Assertions.assertThat;

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
