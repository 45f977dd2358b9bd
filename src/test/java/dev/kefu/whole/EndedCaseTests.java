package dev.kefu.whole;

import static dev.kefu.whole.Kefu.atOnce;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kefu.Caller.Answer;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The parcel of a return that has ended arrives all the same: what a case that is over can be told, and by whom. */
@WholeTest
class EndedCaseTests {

    private static final String ARRIVED = "return-parcel-arrived";

    @Autowired
    Kefu kefu;

    Kefu.Case ended;

    /** Withdrawn while the goods were with the customer, who sent them nevertheless. */
    @BeforeEach
    void withdraw() {
        ended = kefu.opens("agent", kefu.sells(kefu.sale().line(3, "50.00")).returning(1, 1));
        ended.done("returns", "reviewReturn", Map.of("decision", "APPROVE"))
                .done("returns", "arrangeReturn", Map.of("byCustomer", true));
        assertThat(ended.tell("agent", "return-withdrawn").status()).isEqualTo(200);
    }

    @Test
    void isTakenByTheEndedCaseAndLinkedToIt() {
        assertThat(actions("warehouse")).containsExactly(ARRIVED);
        assertThat(actions("returns")).containsExactly(ARRIVED);
        assertThat(actions("agent")).isEmpty();

        var told = ended.tell("warehouse", ARRIVED);

        assertThat(told.status()).as(told.body()).isEqualTo(200);
        assertThat(told.json().get("caseNumber").asText()).isEqualTo(ended.number());
        assertThat(told.json().get("status").asText()).isEqualTo("CLOSED");
        assertThat(told.json().get("outcome").asText()).isEqualTo("WITHDRAWN");
        assertThat(told.json().get("actions")).isEmpty();
        var late = late();
        assertThat(late.get("parent").asText()).isEqualTo(ended.number());
        assertThat(late.get("status").asText()).isEqualTo("OPEN");
        assertThat(late.get("tasks").findValuesAsText("key")).containsExactly("reviewReturn");
    }

    @Test
    void isTakenByTheEnginesOwnApiToo() {
        assertThat(correlate("agent", ARRIVED, true).status()).isEqualTo(403);
        assertThat(correlate("warehouse", "return-shipped", false).status()).isIn(400, 403, 409);

        var told = correlate("warehouse", ARRIVED, true);

        assertThat(told.status()).as(told.body()).isEqualTo(200);
        assertThat(told.json().at("/0/processInstance/businessKey").asText()).isEqualTo(late().get("caseNumber").asText());
        assertThat(correlate("warehouse", ARRIVED, false).status()).isEqualTo(409);
        assertThat(ended.json().get("related")).hasSize(1);
    }

    @Test
    void takesItsOwnFieldsOnly() {
        var more = kefu.as("warehouse").post("/engine-rest/message", Json.of(Map.of("messageName", ARRIVED,
                "businessKey", ended.number(), "processVariables", Map.of("earlierCase", Map.of("value", "KF-2026-000001")))));
        var also = ended.tell("warehouse", ARRIVED, Map.of("earlierCase", "KF-2026-000001"));

        assertThat(more.status()).as(more.body()).isEqualTo(422);
        assertThat(also.status()).as(also.body()).isEqualTo(422);
        assertThat(ended.json().get("related")).isEmpty();
    }

    @Test
    void opensOneCaseHoweverManyTellItAtOnce() {
        var answers = atOnce(6, caller -> caller % 2 == 0 ? ended.tell("warehouse", ARRIVED)
                : correlate("returns", ARRIVED, false));

        assertThat(answers).extracting(Answer::status).isSubsetOf(200, 204, 409);
        assertThat(answers).filteredOn(answer -> answer.status() < 300).hasSize(1);
        assertThat(ended.json().get("related")).hasSize(1);
    }

    @Test
    void isNothingThatAnybodyElseTells() {
        assertThat(ended.tell("agent", ARRIVED).status()).isEqualTo(403);
        assertThat(ended.tell("returns", "return-withdrawn").status()).isEqualTo(409);
        assertThat(ended.tell("agent", "return-shipped", Map.of("courier", "ZTO", "trackingNumber", "ZT1")).status())
                .isEqualTo(409);

        assertThat(ended.json().get("related")).isEmpty();
    }

    @Test
    void isAnInterventionOfAnAdministratorWhoIsNoSender() {
        var without = ended.tell("admin", ARRIVED);
        var with = kefu.as("admin").with("Reason", "The warehouse has no network.")
                .post("/api/cases/" + ended.number() + "/messages/" + ARRIVED, "{}");

        assertThat(without.status()).isEqualTo(422);
        assertThat(with.status()).as(with.body()).isEqualTo(200);
        assertThat(ended.json().get("related")).hasSize(1);
        assertThat(ended.timeline()).contains("INTERVENTION");
    }

    private List<String> actions(String user) {
        var actions = kefu.as(user).get("/api/cases/" + ended.number()).json().get("actions");
        return StreamSupport.stream(actions.spliterator(), false).map(JsonNode::asText).toList();
    }

    private JsonNode late() {
        var number = ended.json().at("/related/0").asText();
        return kefu.as("supervisor").get("/api/cases/" + number).json();
    }

    private Answer correlate(String user, String message, boolean answered) {
        return kefu.as(user).post("/engine-rest/message", Json.of(Map.of("messageName", message,
                "businessKey", ended.number(), "resultEnabled", answered)));
    }
}
