package dev.kefu.whole;

import static dev.kefu.whole.Kefu.broken;
import static dev.kefu.workflow.gate.Fragments.process;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What the case file shows, and how cases are found. */
@WholeTest
class CaseFileTests {

    @Autowired
    Kefu kefu;

    @Test
    void tellsTheStory() {
        var order = kefu.sells(kefu.sale().line(2, "900.00"));
        var goods = kefu.opens("agent", Json.with(order.returning("DEFECTIVE", 1, 2), "note", "Both leak"));
        goods.broughtBack().inspected("warehouse", broken(1, 1, 1))
                .done("returns", "settleDifference", Map.of("settlement", "AS_FOUND", "note", "As you found it"));

        var file = goods.json();

        assertThat(file.fieldNames()).toIterable().contains("kind", "status", "outcome", "orderNumber", "customerId", "rma",
                "owner", "openedAt", "closedAt", "parent", "related", "facts", "tasks", "actions", "timeline");
        assertThat(file.get("kind").asText()).isEqualTo("product-return");
        assertThat(file.get("orderNumber").asText()).isEqualTo(order.number());
        assertThat(file.get("customerId").asText()).isEqualTo("C-1");
        assertThat(file.get("owner").asText()).isEqualTo("agent");
        assertThat(file.get("openedAt").asText()).endsWith("+08:00");
        assertThat(file.get("closedAt").isNull()).isTrue();
        assertThat(file.at("/facts/refund/amount").asText()).isEqualTo("910.00");
        assertThat(file.at("/facts/refund/currency").asText()).isEqualTo("CNY");
        assertThat(file.at("/facts/lines/0/policy/version").asInt()).isPositive();
        assertThat(file.at("/tasks/0/key").asText()).isEqualTo("approveRefund");
        assertThat(file.get("timeline").findValuesAsText("text")).contains("Both leak");
        assertThat(file.get("timeline").findValuesAsText("who")).contains("agent", "returns", "warehouse");
        assertThat(((ObjectNode) file).without("customer").toString()).doesNotContain("13800000001", "fang@example.com");
    }

    @Test
    void startsNothingByAMessageThatTheCaseDoesNotWaitFor() {
        var goods = kefu.opens("agent", kefu.sells(kefu.sale().line(1, "50.00")).returning(1, 1));
        var model = process("test-starter", "")
                .replace("<bpmn:startEvent id=\"begun\"/>", "<bpmn:startEvent id='begun'><bpmn:messageEventDefinition"
                        + " messageRef='arrived'/></bpmn:startEvent>")
                .replace("<bpmn:process", "<bpmn:message id='arrived' name='return-parcel-arrived'/><bpmn:process");
        var deployed = kefu.as("supervisor").deploy("starter.bpmn", model);
        assertThat(deployed.status()).as(deployed.body()).isEqualTo(200);
        try {
            var told = goods.tell("warehouse", "return-parcel-arrived");

            assertThat(told.status()).as(told.body()).isEqualTo(409);
            assertThat(kefu.as("admin").get("/engine-rest/history/process-instance?processDefinitionKey=test-starter").json())
                    .isEmpty();
        } finally {
            kefu.as("admin").with("Reason", "The test is over")
                    .delete("/engine-rest/deployment/" + deployed.json().get("id").asText() + "?cascade=true");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "\u200B\u2060", "\u3164 \u2800"})
    void takesNoNoteInWhichThereIsNothingToRead(String text) {
        var goods = kefu.opens("agent", kefu.sells(kefu.sale().line(1, "50.00")).returning(1, 1));

        var refused = kefu.as("agent").post("/api/cases/" + goods.number() + "/notes", Json.of(Map.of("text", text)));

        assertThat(refused.status()).as(refused.body()).isEqualTo(422);
        assertThat(goods.timeline()).doesNotContain("NOTE");
    }

    @Test
    void findsCasesPageByPageNewestFirst() {
        var order = kefu.sells(kefu.sale().line(120, "1.00"));
        var opened = new ArrayList<String>();
        for (int i = 0; i < 52; i++) {
            opened.add(0, kefu.opens("agent", order.returning(1, 1)).number());
        }

        var first = search("orderNumber=" + order.number());
        var second = search("orderNumber=" + order.number() + "&page=1");
        var third = search("orderNumber=" + order.number() + "&page=2");

        var found = new ArrayList<>(first.get("cases").findValuesAsText("caseNumber"));
        found.addAll(second.get("cases").findValuesAsText("caseNumber"));
        assertThat(found).isEqualTo(opened);
        assertThat(first.get("more").asBoolean()).isTrue();
        assertThat(second.get("more").asBoolean()).isFalse();
        assertThat(third.get("cases")).isEmpty();
    }

    @Test
    void findsCasesByEachCondition() {
        var order = kefu.sells(kefu.sale().line(2, "50.00"));
        var open = kefu.opens("agent", order.returning(1, 1));
        var closed = kefu.opens("agent", order.returning(1, 1));
        closed.done("returns", "reviewReturn", Map.of("decision", "REJECT", "note", "Worn"));
        var ofOrder = "orderNumber=" + order.number();

        assertThat(numbers(ofOrder + "&status=OPEN")).containsExactly(open.number());
        assertThat(numbers(ofOrder + "&status=CLOSED")).containsExactly(closed.number());
        assertThat(numbers(ofOrder + "&kind=product-return&customerId=C-1")).hasSize(2);
        assertThat(numbers(ofOrder + "&kind=complaint")).isEmpty();
        assertThat(numbers(ofOrder + "&customerId=C-2")).isEmpty();
        assertThat(numbers("kind=&status=&" + ofOrder + "&customerId=&page=")).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"status=SOMETHING, 400", "page=x, 400", "page=-1, 422", "orderNumber=%00, 422", "customerId=%00, 422",
            "page=2147483647, 422", "orderNumber=%27%20or%201=1, 200"})
    void refusesWhatIsNoCondition(String query, int expected) {
        var answer = kefu.as("agent").get("/api/cases?" + query);

        assertThat(answer.status()).as(answer.body()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"KF-2026-999999", "KF-2026-1", "nonsense", "%00", "KF-2026-000001%00", "..", "一"})
    void knowsNoCaseOfAnotherNumber(String number) {
        var path = "/api/cases/" + (number.equals("一") ? "%E4%B8%80" : number);

        assertThat(kefu.as("agent").get(path).status()).isIn(400, 404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"W-NONE", "%00", "a%00b", "%27"})
    void knowsNoOrderOfAnotherNumber(String number) {
        assertThat(kefu.as("agent").get("/api/orders/" + number).status()).isIn(400, 404);
    }

    private List<String> numbers(String query) {
        return search(query).get("cases").findValuesAsText("caseNumber");
    }

    private JsonNode search(String query) {
        var answer = kefu.as("auditor").get("/api/cases?" + query);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }
}
