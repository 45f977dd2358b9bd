package dev.kefu.whole;

import static dev.kefu.whole.Kefu.atOnce;
import static dev.kefu.whole.Kefu.found;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kefu.Caller.Answer;
import dev.kefu.workflow.Accounts;
import dev.kefu.workflow.Groups;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Work that goes to somebody else (ORG-4): one case, or all that one person has, and what leaders see of it. */
@WholeTest
class HandOverTests {

    private final List<String> hired = new ArrayList<>();

    private static final AtomicInteger PEOPLE = new AtomicInteger();

    @Autowired
    Kefu kefu;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    Clock clock;

    @Autowired
    RepositoryService repository;

    /** Who stays on would be asked where other tests expect that nobody is left to ask. */
    @AfterEach
    void dismiss() {
        hired.forEach(each -> kefu.as("admin").delete("/engine-rest/user/" + each));
    }

    @Test
    void handsACaseFromItsOwnerToAColleague() {
        var goods = opened("agent");

        var handed = hand("agent", goods, "consultant", "On holiday");

        assertThat(handed.status()).as(handed.body()).isEqualTo(200);
        assertThat(handed.json().get("owner").asText()).isEqualTo("consultant");
        assertThat(goods.text("owner")).isEqualTo("consultant");
        assertThat(told(goods)).contains("agent OWNER_CHANGED From agent to consultant.", "agent HAND_OVER_REASON On holiday");
        assertThat(hand("agent", goods, "agent", null).status()).as("no owner any more").isEqualTo(403);
        assertThat(hand("teamlead", goods, "agent", null).status()).isEqualTo(200);
        assertThat(told(goods)).contains("teamlead OWNER_CHANGED From consultant to agent.");
        assertThat(hand("agent", goods, "agent", "Again").status()).isEqualTo(200);
        assertThat(told(goods).stream().filter(each -> each.contains("OWNER_CHANGED"))).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"consultant", "warehouse", "finance", "auditor", "hr", "integration", "office"})
    void letsNobodyElseHandOverACase(String user) {
        var goods = opened("agent");

        assertThat(hand(user, goods, "consultant", null).status()).isEqualTo(403);
        assertThat(goods.text("owner")).isEqualTo("agent");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hr", "auditor", "integration", "nobody", "admin", "''", " "})
    void handsACaseOnlyToThoseWhoWorkOnSuch(String owner) {
        var goods = opened("agent");

        var refused = hand("teamlead", goods, owner, null);

        assertThat(refused.status()).as(refused.body()).isEqualTo(422);
        assertThat(refused.json().at("/violations/0/field").asText()).isEqualTo("owner");
        assertThat(goods.text("owner")).isEqualTo("agent");
    }

    @Test
    void letsAnAuditorChangeNothingWhateverElseTheyAre() {
        var both = person(Groups.AUDITORS, Groups.TEAM_LEADERS);
        var goods = opened("agent");
        var returns = person(Groups.RETURNS_SPECIALISTS);
        goods.claim(returns, "reviewReturn");

        assertThat(hand(both, goods, "consultant", null).status()).isEqualTo(403);
        assertThat(move(both, returns, "returns", Map.of()).status()).isEqualTo(403);
        assertThat(hand("teamlead", goods, both, null).status()).isEqualTo(422);
        assertThat(assign(both, goods, "returns").status()).as("nor by the engine's own way").isEqualTo(403);
        assertThat(assign("teamlead", goods, "returns").status()).isEqualTo(204);
    }

    @Test
    void handsOverNoClosedCase() {
        var goods = opened("agent").done("returns", "reviewReturn", Map.of("decision", "REJECT", "note", "Worn"));

        assertThat(hand("agent", goods, "consultant", null).status()).isEqualTo(409);
        assertThat(hand("agent", kefu.caseCalled("KF-1990-999999"), "consultant", null).status()).isEqualTo(404);
    }

    @Test
    void leavesNoSightOfACaseToAFormerOwnerWhoWorksElsewhere() {
        var former = person(Groups.CONSULTANTS);
        var goods = opened("agent");
        hand("teamlead", goods, former, null);
        jdbc.update("update ACT_ID_MEMBERSHIP set GROUP_ID_ = 'hr' where USER_ID_ = ?", former);

        var asOwner = kefu.as(former).get("/api/cases/" + goods.number());
        var handed = hand(former, goods, "consultant", null);
        var afterwards = kefu.as(former).get("/api/cases/" + goods.number());

        assertThat(asOwner.status()).isEqualTo(200);
        assertThat(handed.status()).as(handed.body()).isEqualTo(200);
        assertThat(afterwards.status()).isEqualTo(403);
        assertThat(kefu.as(former).get("/api/cases").json().get("cases")).isEmpty();
    }

    @Test
    void movesAllTasksAndCasesOfOneWhoIsAway() {
        var away = person(Groups.RETURNS_SPECIALISTS);
        var stands = person(Groups.RETURNS_SPECIALISTS);
        var first = opened("agent");
        var second = opened(away);
        first.claim(away, "reviewReturn");
        second.claim(away, "reviewReturn");

        var preview = move("teamlead", away, stands, Map.of("preview", true, "note", "Ill until Friday"));
        assertThat(first.task("reviewReturn").get("assignee").asText()).isEqualTo(away);
        assertThat(second.text("owner")).isEqualTo(away);
        var moved = move("teamlead", away, stands, Map.of("note", "Ill until Friday"));

        assertThat(preview.body()).isEqualTo(moved.body());
        assertThat(moved.json().get("moved").findValuesAsText("caseNumber"))
                .containsExactly(first.number(), second.number(), second.number());
        assertThat(moved.json().get("left")).isEmpty();
        assertThat(first.task("reviewReturn").get("assignee").asText()).isEqualTo(stands);
        assertThat(first.text("owner")).isEqualTo("agent");
        assertThat(second.text("owner")).isEqualTo(stands);
        assertThat(told(second)).containsOnlyOnce("teamlead HAND_OVER_REASON Ill until Friday").contains(
                "teamlead TASK_REASSIGNED Review return: from " + away + " to " + stands + ".",
                "teamlead OWNER_CHANGED From " + away + " to " + stands + ".");
        assertThat(kefu.as("auditor").get("/engine-rest/history/user-operation?operationType=Assign&taskId="
                + first.task("reviewReturn").get("id").asText()).json().findValuesAsText("userId")).contains("teamlead");
        assertThat(move("teamlead", away, stands, Map.of()).json().get("moved")).isEmpty();
        first.done(stands, "reviewReturn", Map.of("decision", "APPROVE"));
    }

    @Test
    void leavesWhatTheOtherMayNotDoAndSaysWhy() {
        var asker = person(Groups.MANAGERS, Groups.RETURNS_SPECIALISTS);
        var away = person(Groups.MANAGERS, Groups.RETURNS_SPECIALISTS);
        var refund = kefu.opens(asker, kefu.sells(kefu.sale().line(1, "900.00")).returning(1, 1)).broughtBack()
                .inspected("warehouse", found(1, 1, 0));
        var review = opened("agent");
        assertThat(refund.claim(away, "approveRefund").status()).isEqualTo(204);
        review.claim(away, "reviewReturn");

        var preview = move("supervisor", away, asker, Map.of("preview", true));
        var moved = move("supervisor", away, asker, Map.of());
        var toNoCandidate = move("supervisor", asker, "agent", Map.of("includeCases", false));

        assertThat(moved.json()).isEqualTo(preview.json());
        assertThat(moved.json().get("moved").findValuesAsText("caseNumber")).containsExactly(review.number());
        assertThat(moved.json().get("left").findValuesAsText("caseNumber")).containsExactly(refund.number());
        assertThat(moved.json().at("/left/0/reason").asText()).contains("did not ask for it themselves (ORG-4)");
        assertThat(refund.task("approveRefund").get("assignee").asText()).isEqualTo(away);
        assertThat(told(refund)).noneMatch(each -> each.contains("TASK_REASSIGNED"));
        assertThat(toNoCandidate.json().get("moved")).isEmpty();
        assertThat(toNoCandidate.json().at("/left/0/reason").asText()).contains("is for Returns specialists");
        assertThat(refund.text("owner")).isEqualTo(asker);
    }

    @Test
    void givesTasksBackToTheirGroupsAndCasesToWhomIsNamed() {
        var away = person(Groups.RETURNS_SPECIALISTS);
        var goods = opened(away);
        goods.claim(away, "reviewReturn");

        var back = move("manager", away, null, Map.of("toGroup", true));
        var again = move("manager", away, "consultant", Map.of("toGroup", true));

        assertThat(back.json().at("/moved/0/taskId").asText()).isEqualTo(goods.task("reviewReturn").get("id").asText());
        assertThat(goods.task("reviewReturn").get("assignee").isNull()).isTrue();
        assertThat(back.json().at("/left/0/caseNumber").asText()).isEqualTo(goods.number());
        assertThat(back.json().at("/left/0/reason").asText()).contains("one person");
        assertThat(again.json().at("/moved/0/caseNumber").asText()).isEqualTo(goods.number());
        assertThat(goods.text("owner")).isEqualTo("consultant");
        assertThat(told(goods)).contains("manager TASK_REASSIGNED Review return: from " + away + " back to the group.");
    }

    @Test
    void leavesASuspendedTaskWhereItIs() {
        var away = person(Groups.RETURNS_SPECIALISTS);
        var goods = opened("agent");
        goods.claim(away, "reviewReturn");
        jdbc.update("update ACT_RU_TASK set SUSPENSION_STATE_ = 2 where ASSIGNEE_ = ?", away);

        var moved = move("teamlead", away, "returns", Map.of());

        assertThat(moved.json().get("moved")).isEmpty();
        assertThat(moved.json().at("/left/0/reason").asText()).contains("suspended");
    }

    @RepeatedTest(3)
    void movesATaskOrSeesThatItWasCompletedMeanwhileAndNothingBetween() {
        var away = person(Groups.RETURNS_SPECIALISTS);
        var goods = opened("agent");
        goods.claim(away, "reviewReturn");
        var path = goods.taskPath("reviewReturn");

        var answers = atOnce(2, caller -> caller == 0 ? move("teamlead", away, "returns", Map.of())
                : kefu.as(away).post(path + "/complete", Json.variables(Map.of("decision", "APPROVE"))));

        var moved = !answers.get(0).json().get("moved").isEmpty();
        var completed = answers.get(1).status() == 204;
        assertThat(answers.get(0).status()).isEqualTo(200);
        assertThat(told(goods).stream().anyMatch(each -> each.contains("TASK_REASSIGNED"))).isEqualTo(moved);
        assertThat(goods.tasks()).containsExactly(completed ? "arrangeReturn" : "reviewReturn");
        if (!completed) {
            assertThat(goods.task("reviewReturn").get("assignee").asText()).isEqualTo("returns");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"agent", "returns", "finance", "auditor", "hr", "integration", "vp"})
    void isForLeadersOnly(String user) {
        assertThat(move(user, "returns", "agent", Map.of("preview", true)).status()).isEqualTo(403);
        assertThat(kefu.as(user).get("/api/workload").status()).isEqualTo(403);
        assertThat(kefu.as(user).get("/api/workload/people/agent").status()).isEqualTo(403);
        assertThat(kefu.as(user).get("/api/workload/groups/agents").status()).isEqualTo(403);
    }

    @Test
    void asksFromWhomAndToWhom() {
        assertThat(field(move("teamlead", "nobody", "agent", Map.of()))).isEqualTo("from");
        assertThat(field(move("teamlead", "returns", "nobody", Map.of()))).isEqualTo("to");
        assertThat(field(move("teamlead", "returns", "returns", Map.of()))).isEqualTo("to");
        assertThat(field(move("teamlead", "returns", null, Map.of()))).isEqualTo("to");
        assertThat(field(move("teamlead", "", "agent", Map.of()))).isEqualTo("from");
        assertThat(field(move("teamlead", "returns", "agent", Map.of("note", "x".repeat(501))))).isEqualTo("note");
    }

    @Test
    void showsLeadersWhatEachHasAndWhatWaitsOldestFirst() {
        var busy = person(Groups.RETURNS_SPECIALISTS);
        var idle = person(Groups.RETURNS_SPECIALISTS);
        var mine = opened(busy);
        var late = opened("agent");
        var before = group("returnsSpecialists").get("unassigned").asInt();
        mine.claim(busy, "reviewReturn");
        late.claim(busy, "reviewReturn");
        jdbc.update("update ACT_RU_TASK set DUE_DATE_ = ?, CREATE_TIME_ = ? where ID_ = ?",
                Timestamp.from(clock.instant().minusSeconds(60)), Timestamp.from(clock.instant().minusSeconds(900_000)),
                late.task("reviewReturn").get("id").asText());

        var load = people(busy);
        var table = kefu.as("teamlead").get("/api/workload/people/" + busy).json();

        assertThat(List.of(load.get("tasks").asInt(), load.get("overdue").asInt(), load.get("cases").asInt())).containsExactly(2, 1, 1);
        assertThat(load.get("oldest").asText()).isNotEmpty();
        assertThat(people(idle).get("tasks").asInt()).isZero();
        assertThat(people(idle).get("oldest").isNull()).isTrue();
        assertThat(group("returnsSpecialists").get("unassigned").asInt()).isEqualTo(before - 2);
        assertThat(table.get("tasks").findValuesAsText("caseNumber")).containsExactly(late.number(), mine.number());
        assertThat(table.at("/tasks/0/overdue").asBoolean()).isTrue();
        assertThat(table.at("/tasks/1/overdue").asBoolean()).isFalse();
        assertThat(table.get("cases").findValuesAsText("caseNumber")).containsExactly(mine.number());
        var waiting = opened("agent");
        assertThat(kefu.as("teamlead").get("/api/workload/groups/returnsSpecialists").json().get("tasks")
                .findValuesAsText("caseNumber")).contains(waiting.number()).doesNotContain(late.number());
        assertThat(kefu.as("teamlead").get("/api/workload/people/nobody").status()).isEqualTo(404);
        assertThat(kefu.as("teamlead").get("/api/workload/groups/nobody").status()).isEqualTo(404);
    }

    /** A label of their own in the model goes before the house's translation, as it does in Tasklist. */
    @Test
    void namesTasksAsASupervisorNamesThem() throws IOException {
        var away = person(Groups.RETURNS_SPECIALISTS);
        var leader = person(Groups.TEAM_LEADERS);
        var deployed = kefu.as("admin").deploy("own-review.bpmn", Files.readString(Path.of("processes/returns/product-return.bpmn"))
                .replaceFirst("(?s)(id=\"reviewReturn\".*?</bpmn:documentation>)", "$1<bpmn:extensionElements><camunda:properties>"
                        + "<camunda:property name=\"label.zh\" value=\"看一看申请\"/></camunda:properties></bpmn:extensionElements>"));
        assertThat(deployed.status()).as(deployed.body()).isEqualTo(200);
        try {
            var goods = opened("agent");
            var waiting = named(kefu.as(leader).with("Accept-Language", "zh").get("/api/workload/groups/returnsSpecialists"), goods);
            goods.claim(away, "reviewReturn");
            var held = named(kefu.as(leader).with("Accept-Language", "zh").get("/api/workload/people/" + away), goods);
            var moved = kefu.as(leader).with("Accept-Language", "zh").post("/api/tasks/reassign",
                    Json.of(Map.of("from", away, "to", "returns", "preview", true))).json();

            assertThat(List.of(waiting, held, moved.at("/moved/0/name").asText())).containsOnly("看一看申请");
            goods.done(away, "reviewReturn", Map.of("decision", "REJECT", "note", "Worn"));
        } finally {
            repository.deleteDeployment(deployed.json().get("id").asText(), true);
        }
    }

    @Test
    void namesColleaguesToStaffAndThoseWhoMayAnswerForACase() {
        var all = kefu.as("hr").get("/api/people").json();
        var group = kefu.as("hr").get("/api/people?group=agents").json();
        var suited = kefu.as("agent").get("/api/people?kind=product-return").json().findValuesAsText("id");

        assertThat(all.findValuesAsText("id")).contains("agent", "hr", "auditor").doesNotContain("integration");
        assertThat(StreamSupport.stream(group.spliterator(), false).filter(each -> each.get("id").asText().equals("agent"))
                .findFirst().orElseThrow().get("name").asText()).isEqualTo("李娜");
        assertThat(group.findValuesAsText("id")).doesNotContain("hr");
        assertThat(suited).contains("agent", "warehouse").doesNotContain("hr", "auditor", "integration");
        assertThat(kefu.as("integration").get("/api/people").status()).isEqualTo(403);
    }

    private static String named(Answer table, Kefu.Case goods) {
        return StreamSupport.stream(table.json().get("tasks").spliterator(), false)
                .filter(each -> each.get("caseNumber").asText().equals(goods.number())).findFirst().orElseThrow().get("name").asText();
    }

    private JsonNode people(String id) {
        return one("people", "id", id);
    }

    private JsonNode group(String id) {
        return one("groups", "group", id);
    }

    private JsonNode one(String list, String field, String value) {
        return StreamSupport.stream(kefu.as("teamlead").get("/api/workload").json().get(list).spliterator(), false)
                .filter(each -> each.get(field).asText().equals(value)).findFirst().orElseThrow();
    }

    private Kefu.Case opened(String user) {
        return kefu.opens(user, kefu.sells(kefu.sale().line(1, "50.00")).returning(1, 1));
    }

    private String person(String... groups) {
        var id = "stand" + PEOPLE.incrementAndGet();
        accounts.ensureUser(id, "", "", id, List.of(groups));
        hired.add(id);
        return id;
    }

    private Answer hand(String user, Kefu.Case goods, String owner, String note) {
        return kefu.as(user).put("/api/cases/" + goods.number() + "/owner",
                Json.of(note == null ? Map.of("owner", owner) : Map.of("owner", owner, "note", note)));
    }

    private Answer move(String user, String from, String to, Map<String, ?> further) {
        var asked = Json.with(further, "from", from);
        return kefu.as(user).post("/api/tasks/reassign", Json.of(to == null ? asked : Json.with(asked, "to", to)));
    }

    private Answer assign(String user, Kefu.Case goods, String to) {
        return kefu.as(user).post(goods.taskPath("reviewReturn") + "/assignee", Json.of(Map.of("userId", to)));
    }

    private static String field(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(422);
        return answer.json().at("/violations/0/field").asText();
    }

    private static List<String> told(Kefu.Case goods) {
        var told = new ArrayList<String>();
        goods.json().get("timeline").forEach(entry -> told.add(entry.get("who").asText() + " " + entry.get("what").asText()
                + " " + entry.get("text").asText()));
        return told;
    }
}
