package dev.kefu.whole;

import static dev.kefu.whole.Kefu.atOnce;
import static dev.kefu.whole.Kefu.found;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kefu.Caller.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Different things at the same moment: whoever comes too late is told so, never of a fault, and the case stays whole. */
@WholeTest
class RacesTests {

    private static final String WHY = "The customer called it off";

    @Autowired
    Kefu kefu;

    @Test
    void completesATaskWhileItsCaseIsDeleted() {
        var stops = new ArrayList<Integer>();
        for (int round = 0; round < 5; round++) {
            // Dear enough to wait for an approval: what finance may be paying can't be stopped
            var order = kefu.sells(kefu.sale().line(1, "500.00"));
            var goods = kefu.opens("agent", order.returning(1, 1)).broughtBack();
            goods.claim("warehouse", "inspectGoods");
            var task = goods.taskPath("inspectGoods");
            var instance = kefu.as("admin").get(task).json().get("processInstanceId").asText();

            var answers = atOnce(6, caller -> caller % 2 == 0
                    ? stopped(instance)
                    : kefu.as("warehouse").post(task + "/complete", Json.variables(Map.of("findings", List.of(found(1, 1, 0))))));

            assertNoFault(answers);
            IntStream.of(0, 2, 4).map(caller -> answers.get(caller).status()).forEach(stops::add);
            if (stops.subList(stops.size() - 3, stops.size()).contains(204)) {
                assertNothingIsLeftOf(goods, order, instance);
            } else {
                assertThat(goods.text("status")).isEqualTo("OPEN");
                assertThat(goods.timeline()).contains("GOODS_INSPECTED");
            }
        }

        assertThat(stops).as("answers to those who stop it").contains(204);
    }

    /** Whoever is told that somebody else was faster tries again, as the answer says. */
    private Answer stopped(String instance) {
        Answer answer;
        var tries = 0;
        do {
            answer = kefu.as("admin").with("Reason", WHY).delete("/engine-rest/process-instance/" + instance);
        } while (answer.status() == 409 && ++tries < 20);
        return answer;
    }

    /** Wherever the inspection had come when the case was stopped: no process, no units, no money of it is held. */
    private void assertNothingIsLeftOf(Kefu.Case goods, Kefu.Order order, String instance) {
        assertThat(kefu.as("admin").get("/engine-rest/process-instance/" + instance).status()).isEqualTo(404);
        assertThat(goods.text("status")).isEqualTo("CLOSED");
        assertThat(goods.tasks()).isEmpty();
        assertThat(order.line(1).get("openQuantity").asInt()).isZero();
        assertThat(order.text("promised")).isEqualTo("0.00");
        assertThat(kefu.asks("agent", order.returning(1, 1)).status()).isEqualTo(201);
    }

    @RepeatedTest(5)
    void claimsGivesBackAssignsAndCompletesAtOnce() {
        var goods = kefu.opens("agent", kefu.sells(kefu.sale().line(1, "50.00")).returning(1, 1));
        var task = goods.taskPath("reviewReturn");
        var body = Json.variables(Map.of("decision", "APPROVE"));

        var answers = atOnce(10, caller -> switch (caller % 5) {
            case 0 -> kefu.as("returns").post(task + "/claim", "{\"userId\":\"returns\"}");
            case 1 -> kefu.as("returns").post(task + "/unclaim", "{}");
            case 2 -> kefu.as("teamlead").post(task + "/assignee", "{\"userId\":\"returns\"}");
            case 3 -> kefu.as("returns").post(task + "/complete", body);
            default -> kefu.as("returns").post(task + "/submit-form", body);
        });

        assertNoFault(answers);
        assertThat(goods.timeline().stream().filter("RETURN_REVIEWED_APPROVE"::equals).count()).isLessThan(2);
    }

    @RepeatedTest(3)
    void startsWhileTheOrderIsToldAndImported() {
        var order = kefu.sells(kefu.sale().line(50, "50.00"));

        var answers = atOnce(9, caller -> switch (caller % 3) {
            case 0 -> kefu.asks("agent", order.returning(1, 1));
            case 1 -> kefu.tells(order.number(), kefu.sale().line(50 + caller, "50.00"));
            default -> kefu.as("agent").post("/engine-rest/process-definition/key/product-return/submit-form",
                    Json.variables(order.returning(1, 1)));
        });

        assertNoFault(answers);
        var started = answers.stream().filter(answer -> answer.status() < 300 && !answer.body().contains("\"paidAt\"")).count();
        assertThat(order.json().get("cases")).hasSize((int) started);
        assertThat(order.line(1).get("openQuantity").asLong()).isEqualTo(started);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/engine-rest/message", "/api"})
    void reportsAParcelByEveryDoorAtOnce(String door) {
        var goods = kefu.opens("agent", kefu.sells(kefu.sale().line(1, "50.00")).returning(1, 1));
        goods.done("returns", "reviewReturn", Map.of("decision", "APPROVE"));
        goods.done("returns", "arrangeReturn", Map.of("byCustomer", true));

        var answers = atOnce(10, caller -> door.equals("/api") || caller % 2 == 0
                ? goods.tell("warehouse", "return-parcel-arrived")
                : kefu.as("admin").with("Reason", WHY).post(door, "{\"messageName\":\"return-parcel-arrived\",\"businessKey\":\"" + goods.number() + "\"}"));

        assertNoFault(answers);
        assertThat(goods.timeline()).containsOnlyOnce("PARCEL_ARRIVED");
    }

    @RepeatedTest(3)
    void takesSomebodyOutOfAGroupWhileTheyWork() {
        var goods = kefu.opens("agent", kefu.sells(kefu.sale().line(1, "50.00")).returning(1, 1));
        goods.claim("returns", "reviewReturn");
        var task = goods.taskPath("reviewReturn");
        var member = "/engine-rest/group/returnsSpecialists/members/returns";

        var answers = atOnce(4, caller -> switch (caller) {
            case 0 -> kefu.as("admin").delete(member);
            case 1 -> kefu.as("admin").delete(member);
            default -> kefu.as("returns").post(task + "/complete", Json.variables(Map.of("decision", "APPROVE")));
        });
        var again = kefu.as("admin").with("Content-Type", "application/json").send("PUT", member, "");

        assertNoFault(answers);
        assertThat(again.status()).as(again.body()).isIn(204);
    }

    private static void assertNoFault(List<Answer> answers) {
        assertThat(answers).as(answers.stream().map(answer -> answer.status() + " " + answer.body()).distinct().toList().toString())
                .extracting(Answer::status).allMatch(status -> status < 500);
    }
}
