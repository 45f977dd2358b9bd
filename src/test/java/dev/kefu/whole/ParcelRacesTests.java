package dev.kefu.whole;

import static dev.kefu.whole.Kefu.atOnce;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kefu.Caller.Answer;
import dev.kefu.workflow.LostRaces;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.beans.factory.annotation.Autowired;

/** Couriers, timers and people who do something about one parcel at the same moment. */
@WholeTest
class ParcelRacesTests {

    private static final Map<String, String> ELSEWHERE = Map.of("province", "四川省", "city", "成都市", "street", "人民路 2 号");

    @Autowired
    Kefu kefu;

    @Autowired
    Clock clock;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService jobs;

    private final String number = "PR" + UUID.randomUUID().toString().substring(0, 8);

    @RepeatedTest(3)
    void tenWhoSayThatAParcelIsBack() {
        var parcel = reported("ADDRESS_UNCLEAR");

        var answers = atOnce(10, each -> parcel.tell(each % 2 == 0 ? "warehouse" : "agent", "parcel-came-back"));

        assertThat(answers).extracting(Answer::status).as(words(answers)).containsOnly(200, 409).containsOnlyOnce(200);
        assertThat(parcel.timeline()).containsOnlyOnce("PARCEL_CAME_BACK");
        assertThat(parcel.tasks()).containsExactly("agreeReshipment");
    }

    @RepeatedTest(5)
    void aCourierWhoDeliversWhileAnAgentAgreesOnAnotherParcel() {
        var parcel = reported("LOST");
        kefu.hasInStock("PR-" + number + "-1", 5);
        parcel.claim("agent", "agreeReshipment");
        var task = parcel.taskPath("agreeReshipment");

        var answers = atOnce(2, each -> each == 0 ? reports("DELIVERED") : kefu.as("agent").post(task + "/complete",
                Json.variables(Map.of("answer", "RESHIP", "note", "Once more."))));

        assertThat(answers).extracting(Answer::status).as(words(answers)).allMatch(status -> status < 500);
        assertThat(answers.get(0).status()).as("what couriers report is always taken").isEqualTo(202);
        assertThat(parcel.text("outcome")).isEqualTo("DELIVERED");
        assertThat(kefu.as("warehouse").get("/api/stock/PR-" + number + "-1").json().get("reserved").asInt()).isZero();
    }

    @RepeatedTest(5)
    void theHoldThatEndsWhileAnAgentCollectsTheSurcharge() {
        var parcel = reported("ADDRESS_UNCLEAR");
        assertThat(parcel.tell("warehouse", "parcel-came-back").status()).isEqualTo(200);
        parcel.done("agent", "agreeReshipment", Map.of("answer", "RESHIP", "courier", "SF", "note", "By SF.", "address", ELSEWHERE));
        parcel.claim("agent", "collectSurcharge");
        var task = parcel.taskPath("collectSurcharge");
        var timer = jobs.createJobQuery().processInstanceId(runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(parcel.number()).singleResult().getId()).activityId("holdOver").singleResult().getId();

        var answers = atOnce(2, each -> each == 0 ? timeIsUp(timer)
                : kefu.as("agent").post(task + "/complete", Json.variables(Map.of("surchargePaid", true))));

        assertThat(answers.get(1).status()).as(words(answers.subList(1, 2))).isLessThan(500);
        var isPaid = answers.get(1).status() == 204;
        assertThat(parcel.timeline().contains("SURCHARGE_PAID")).isEqualTo(isPaid);
        assertThat(parcel.timeline().stream().filter(each -> each.startsWith("HOLD_OVER"))).hasSize(isPaid ? 0 : 1);
        assertThat(parcel.tasks().contains("reshipParcel")).isEqualTo(isPaid);
    }

    /** As the engine does it: who loses tries again, and finds that there is nothing to do. */
    private Answer timeIsUp(String timer) {
        while (isThere(timer)) {
            try {
                jobs.executeJob(timer);
            } catch (RuntimeException overtaken) {
                assertThat(LostRaces.include(overtaken) || !isThere(timer)).as(overtaken.toString()).isTrue();
            }
        }
        return null;
    }

    private boolean isThere(String job) {
        return jobs.createJobQuery().jobId(job).count() > 0;
    }

    private Kefu.Case reported(String cause) {
        kefu.sells(kefu.saleUnderWay().articles("PR-" + number + "-").line(2, "50.00").with("shipments", List.of(Map.of("courier", "YTO",
                "trackingNumber", number, "shippedAt", OffsetDateTime.now(clock).minusDays(6).toString(),
                "lines", List.of(Map.of("line", 1, "quantity", 2))))));
        var answer = kefu.as("agent").post("/api/cases/undeliverable-parcel", Json.of(Map.of("trackingNumber", number, "cause", cause)));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return kefu.caseOf(answer);
    }

    private Answer reports(String status) {
        return kefu.as("integration").post("/api/parcel-events", Json.of(Map.of("eventId", UUID.randomUUID().toString(),
                "courier", "YTO", "trackingNumber", number, "status", status, "occurredAt", OffsetDateTime.now(clock).toString())));
    }

    private static String words(List<Answer> answers) {
        return answers.stream().map(each -> each.status() + " " + each.body()).distinct().toList().toString();
    }
}
