package dev.kefu.whole;

import static dev.kefu.whole.Kefu.found;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kefu.Caller;
import dev.kefu.Caller.Answer;
import dev.kefu.Multipart;
import dev.kefu.workflow.Accounts;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Who may do what in a return: their own part, and nobody decides on money that they asked for (ORG-4). */
@WholeTest
class WholeRightsTests {

    private static final Map<String, ?> APPROVED = Map.of("approved", true);
    private static final Map<String, ?> PAID = Map.of("paid", true, "reference", "B-1");

    @Autowired
    Kefu kefu;

    @Autowired
    Accounts accounts;

    @ParameterizedTest
    @CsvSource({"agent", "consultant", "manager", "teamlead", "supervisor", "finance", "warehouse", "auditor", "integration",
            "junior", "office"})
    void reviewsForReturnsSpecialistsOnly(String user) {
        var goods = opened("agent", "50.00");

        var claimed = goods.claim(user, "reviewReturn");
        var completed = kefu.as(user).post(goods.taskPath("reviewReturn") + "/complete",
                Json.variables(Map.of("decision", "APPROVE")));
        var submitted = kefu.as(user).post(goods.taskPath("reviewReturn") + "/submit-form",
                Json.variables(Map.of("decision", "APPROVE")));

        assertThat(List.of(claimed.status(), completed.status(), submitted.status())).allMatch(status -> status == 403 || status == 404);
        assertThat(goods.tasks()).containsExactly("reviewReturn");
    }

    @ParameterizedTest
    @CsvSource({"returns", "agent", "teamlead", "supervisor", "finance", "warehouse", "vp"})
    void approvesForTheGroupThatTheTableNamesOnly(String user) {
        var goods = toBeApproved("agent", "warehouse");

        assertThat(goods.complete(user, "approveRefund", APPROVED).status()).isIn(403, 404);
        assertThat(goods.tasks()).containsExactly("approveRefund");
    }

    @ParameterizedTest
    @CsvSource({"finance, inspectGoods", "agent, inspectGoods", "manager, inspectGoods"})
    void inspectsForReturnsSpecialistsAndTheWarehouseOnly(String user, String task) {
        var goods = opened("agent", "50.00").broughtBack();

        assertThat(goods.complete(user, task, Map.of("findings", List.of(found(1, 1, 0)))).status()).isIn(403, 404);
    }

    @Test
    void paysForFinanceOnlyWhateverALeaderWants() {
        var goods = opened("agent", "50.00").broughtBack().inspected("warehouse", found(1, 1, 0));
        var task = goods.taskPath("confirmPayout");

        assertThat(goods.complete("manager", "confirmPayout", PAID).status()).isEqualTo(403);
        kefu.as("manager").post(task + "/assignee", Json.of(Map.of("userId", "manager")));
        assertThat(kefu.as("manager").post(task + "/complete", Json.variables(PAID)).status()).isEqualTo(403);
        kefu.as("manager").post(task + "/identity-links", Json.of(Map.of("userId", "manager", "type", "candidate")));
        kefu.as("manager").post(task + "/identity-links", Json.of(Map.of("groupId", "managers", "type", "candidate")));
        kefu.as("manager").post(task + "/delegate", Json.of(Map.of("userId", "manager")));
        assertThat(goods.complete("manager", "confirmPayout", PAID).status()).isEqualTo(403);
        kefu.as("manager").put(task, Json.of(Map.of("assignee", "manager", "owner", "manager")));
        assertThat(kefu.as("manager").post(task + "/complete", Json.variables(PAID)).status()).isEqualTo(403);

        assertThat(goods.text("status")).isEqualTo("OPEN");
    }

    @Test
    void givesAnApprovalToNobodyWhoAskedForIt() {
        accounts.ensureUser("manager2", "", "", "manager2", List.of("managers"));
        try {
            var goods = toBeApproved("manager", "warehouse");
            var task = goods.taskPath("approveRefund");
            assertThat(goods.task("approveRefund").get("groups").toString()).isEqualTo("[\"managers\"]");

            assertThat(goods.claim("manager", "approveRefund").status()).isEqualTo(403);
            assertThat(kefu.as("manager").post(task + "/complete", Json.variables(APPROVED)).status()).isEqualTo(403);
            assertThat(kefu.as("manager").post(task + "/submit-form", Json.variables(APPROVED)).status()).isEqualTo(403);
            for (var way : List.of("/assignee", "/delegate")) {
                assertThat(kefu.as("supervisor").post(task + way, Json.of(Map.of("userId", "manager"))).status())
                        .as(way).isEqualTo(403);
            }
            assertThat(kefu.as("supervisor").put(task, Json.of(Map.of("assignee", "manager"))).status()).isEqualTo(403);
            assertThat(kefu.as("manager").post(task + "/complete", Json.variables(APPROVED)).status()).isEqualTo(403);
            assertThat(goods.task("approveRefund").get("assignee").isNull()).isTrue();
            goods.approved("manager2");

            assertThat(goods.tasks()).containsExactly("confirmPayout");
        } finally {
            kefu.as("admin").delete("/engine-rest/user/manager2");
        }
    }

    @Test
    void asksTheNextHigherWhereNobodyElseIsInTheGroup() {
        var goods = toBeApproved("manager", "warehouse");

        assertThat(goods.task("approveRefund").get("groups").toString()).isEqualTo("[\"supervisors\"]");
        goods.approved("supervisor").paid();
        assertThat(goods.text("outcome")).isEqualTo("REFUNDED");
    }

    @Test
    void countsWhoDecidedTheAmountAsAnAskerToo() {
        accounts.ensureUser("both", "", "", "both", List.of("managers", "returnsSpecialists"));
        accounts.ensureMember("manager", "returnsSpecialists");
        try {
            var goods = kefu.opens("agent", kefu.sells(kefu.sale().line(1, "3000.00")).returning(1, 1)).broughtBack()
                    .inspected("both", found(1, 1, 0));

            assertThat(goods.task("approveRefund").get("groups").toString()).isEqualTo("[\"supervisors\"]");
            assertThat(goods.json().at("/facts/refund/requestedBy").asText()).isEqualTo("both");
        } finally {
            kefu.as("admin").delete("/engine-rest/user/both");
            kefu.as("admin").delete("/engine-rest/group/returnsSpecialists/members/manager");
        }
    }

    @Test
    void letsAnAdministratorApproveNothingThatTheyAskedFor() {
        var goods = toBeApproved("admin", "warehouse");
        var task = goods.taskPath("approveRefund");

        kefu.as("admin").post(task + "/assignee", Json.of(Map.of("userId", "admin")));

        assertThat(kefu.as("admin").post(task + "/complete", Json.variables(APPROVED)).status()).isEqualTo(403);
        assertThat(goods.tasks()).containsExactly("approveRefund");
    }

    @Test
    void givesAnAdministratorNoTask() {
        var goods = opened("agent", "50.00");
        var task = goods.taskPath("reviewReturn");
        var approve = Json.variables(Map.of("decision", "APPROVE"));

        assertThat(goods.claim("admin", "reviewReturn").status()).isEqualTo(403);
        assertThat(kefu.as("admin").post(task + "/assignee", Json.of(Map.of("userId", "admin"))).status()).isEqualTo(403);
        assertThat(kefu.as("admin").post(task + "/claim", Json.of(Map.of("userId", "returns"))).status()).isEqualTo(403);
        assertThat(kefu.as("admin").post(task + "/complete", approve).status()).isEqualTo(403);
        assertThat(kefu.as("admin").post(task + "/submit-form", approve).status()).isEqualTo(403);
        assertThat(kefu.as("admin").post(task + "/assignee", Json.of(Map.of("userId", "returns"))).status()).isEqualTo(204);
    }

    @Test
    void takesATaskFromWhoeverLeftTheGroupWithTheNextCall() {
        accounts.ensureUser("leaver", "", "", "leaver", List.of("returnsSpecialists"));
        try {
            var goods = opened("agent", "50.00");
            var task = goods.taskPath("reviewReturn");
            var approve = Json.variables(Map.of("decision", "APPROVE"));
            var page = Caller.inTasklist(kefu.port(), "leaver");
            assertThat(goods.claim("leaver", "reviewReturn").status()).isEqualTo(204);
            kefu.as("admin").delete("/engine-rest/group/returnsSpecialists/members/leaver");

            var completed = kefu.as("leaver").post(task + "/complete", approve);
            var inTasklist = page.post("/camunda/api/engine" + task.replace("/engine-rest", "/engine/default")
                    + "/submit-form", approve);

            assertThat(completed.status()).isEqualTo(403);
            assertThat(inTasklist.status()).as(inTasklist.body()).isIn(403, 404);
            assertThat(inTasklist.body()).contains("AuthorizationException");
            assertThat(goods.tasks()).containsExactly("reviewReturn");
        } finally {
            kefu.as("admin").delete("/engine-rest/user/leaver");
        }
    }

    @Test
    void letsWhoeverWorksOnATaskHandItOnToOthersWhomItIsFor() {
        var goods = opened("agent", "50.00").broughtBack();
        var task = goods.taskPath("inspectGoods");
        goods.claim("warehouse", "inspectGoods");

        var toStranger = kefu.as("warehouse").post(task + "/delegate", Json.of(Map.of("userId", "agent")));
        var byOther = kefu.as("returns").post(task + "/delegate", Json.of(Map.of("userId", "returns")));
        var undelegated = kefu.as("warehouse").post(task + "/resolve", "{\"variables\": {}}");
        var handedOn = kefu.as("warehouse").post(task + "/delegate", Json.of(Map.of("userId", "returns")));

        assertThat(toStranger.status()).isEqualTo(403);
        assertThat(byOther.status()).isEqualTo(403);
        assertThat(undelegated.status()).isEqualTo(409);
        assertThat(handedOn.status()).as(handedOn.body()).isEqualTo(204);
        assertThat(goods.task("inspectGoods").get("assignee").asText()).isEqualTo("returns");
    }

    @Test
    void answersInWordsWhereNobodyExpectsAnErrorOrAnEscalation() {
        var goods = opened("agent", "50.00");
        var task = goods.taskPath("reviewReturn");

        var error = kefu.as("returns").post(task + "/bpmnError", "{\"errorCode\": \"return-outside-policy\"}");
        var escalation = kefu.as("returns").post(task + "/bpmnEscalation", "{\"escalationCode\": \"anything\"}");

        assertThat(error.status()).as(error.body()).isEqualTo(409);
        assertThat(escalation.status()).as(escalation.body()).isEqualTo(409);
        assertThat(goods.tasks()).containsExactly("reviewReturn");
    }

    @Test
    void makesNoTasksOfItsOwn() {
        for (var user : List.of("agent", "supervisor", "admin")) {
            assertThat(kefu.as(user).post("/engine-rest/task/create", "{\"id\": \"own\", \"name\": \"Own\"}").status())
                    .as(user).isEqualTo(403);
        }
    }

    @Test
    void givesAJuniorAgentsCaseToATeamLeader() {
        var goods = opened("junior", "50.00");

        assertThat(goods.complete("returns", "reviewReturn", Map.of("decision", "APPROVE")).status()).isEqualTo(403);
        goods.done("teamlead", "reviewReturn", Map.of("decision", "APPROVE"));

        assertThat(goods.tasks()).containsExactly("arrangeReturn");
    }

    @Test
    void keepsATaskForWhoeverTookIt() {
        var goods = opened("agent", "50.00").broughtBack();
        var task = goods.taskPath("inspectGoods");
        var findings = Json.variables(Map.of("findings", List.of(found(1, 1, 0))));
        goods.claim("warehouse", "inspectGoods");

        assertThat(goods.claim("returns", "inspectGoods").status()).isEqualTo(403);
        assertThat(kefu.as("returns").post(task + "/complete", findings).status()).isEqualTo(403);
        assertThat(kefu.as("returns").post(task + "/unclaim", "{}").status()).isEqualTo(403);
        assertThat(kefu.as("warehouse").post(task + "/unclaim", "{}").status()).isEqualTo(204);
        assertThat(goods.complete("returns", "inspectGoods", Map.of("findings", List.of(found(1, 1, 0)))).status()).isEqualTo(204);
    }

    @Test
    void resolvesWhatALeaderDelegated() {
        var goods = opened("agent", "50.00").broughtBack();
        var task = goods.taskPath("inspectGoods");
        var findings = Json.variables(Map.of("findings", List.of(found(1, 1, 0))));
        goods.claim("warehouse", "inspectGoods");

        var delegated = kefu.as("supervisor").post(task + "/delegate", Json.of(Map.of("userId", "returns")));
        var tooEarly = kefu.as("returns").post(task + "/complete", findings);
        var resolved = kefu.as("returns").post(task + "/resolve", findings);
        var completed = kefu.as("warehouse").post(task + "/complete", findings);

        assertThat(delegated.status()).isEqualTo(204);
        assertThat(tooEarly.status()).as(tooEarly.body()).isBetween(400, 499);
        assertThat(resolved.status()).as(resolved.body()).isEqualTo(204);
        assertThat(completed.status()).as(completed.body()).isEqualTo(204);
    }

    @ParameterizedTest
    @CsvSource({"returns, 422", "agent, 403", "manager, 403", "supervisor, 403", "auditor, 403", "finance, 403"})
    void writesNoVariablesThatAreNotTheTasksOwn(String user, int ofTheTask) {
        var goods = opened("agent", "50.00");
        goods.claim("returns", "reviewReturn");
        var task = goods.taskPath("reviewReturn");
        var execution = kefu.as("admin").get(task).json().get("executionId").asText();
        var value = Json.of(Map.of("value", "X"));
        var modifications = "{\"modifications\": {\"reviewers\": {\"value\": \"agents\"}}}";
        var caller = kefu.as(user);

        assertThat(List.of(
                caller.put(task + "/variables/decision", value).status(),
                caller.put(task + "/variables/reviewers", value).status(),
                caller.put(task + "/localVariables/decision", "{\"value\": \"APPROVE\"}").status(),
                caller.post(task + "/variables", modifications).status(),
                caller.post(task + "/variables", "{\"deletions\": [\"decision\"]}").status(),
                caller.post(task + "/localVariables", modifications).status(),
                caller.delete(task + "/variables/orderNumber").status())).containsOnly(ofTheTask);
        assertThat(List.of(
                caller.put("/engine-rest/process-instance/" + instance(goods) + "/variables/reviewers", value).status(),
                caller.post("/engine-rest/process-instance/" + instance(goods) + "/variables", modifications).status(),
                caller.put("/engine-rest/execution/" + execution + "/localVariables/reviewers", value).status(),
                caller.post("/engine-rest/execution/" + execution + "/localVariables", modifications).status()))
                .containsOnly(403);
    }

    @Test
    void writesTheTasksOwnVariablesForWhoeverMayWorkOnItAndAsksForThemAgainInTheEnd() {
        var goods = opened("agent", "50.00");
        var task = goods.taskPath("reviewReturn");
        var approve = "{\"value\": \"APPROVE\"}";

        var byCandidate = kefu.as("returns").put(task + "/variables/decision", approve);
        var byManager = kefu.as("manager").put(task + "/variables/decision", approve);
        var upload = kefu.as("returns").post(task + "/variables/note/data",
                new Multipart().file("data", "a.bin", "x").text("valueType", "Bytes"));
        var completed = goods.complete("returns", "reviewReturn", Map.of());

        assertThat(byCandidate.status()).as(byCandidate.body()).isEqualTo(204);
        assertThat(byManager.status()).isEqualTo(403);
        assertThat(upload.status()).as(upload.body()).isEqualTo(422);
        assertThat(completed.status()).isEqualTo(422);
        assertThat(goods.tasks()).containsExactly("reviewReturn");
    }

    @ParameterizedTest
    @CsvSource({"warehouse, true", "returns, true", "agent, false", "manager, false", "supervisor, false", "finance, false",
            "integration, false", "auditor, false"})
    void takesAMessageByTheEnginesDoorAsByOurs(String user, boolean isSender) {
        var goods = opened("agent", "50.00");
        var early = message(user, goods, "{}");
        goods.done("returns", "reviewReturn", Map.of("decision", "APPROVE"));
        goods.done("returns", "arrangeReturn", Map.of("byCustomer", true));
        var execution = kefu.as("admin").get("/engine-rest/execution?messageEventSubscriptionName=return-parcel-arrived"
                + "&processInstanceId=" + instance(goods)).json().at("/0/id").asText();

        var toAll = kefu.as(user).post("/engine-rest/message", Json.of(Map.of("messageName", "return-parcel-arrived",
                "businessKey", goods.number(), "all", true)));
        var byVariable = kefu.as(user).post("/engine-rest/message", Json.of(Map.of("messageName", "return-parcel-arrived",
                "businessKey", goods.number(), "correlationKeys",
                Map.of("caseNumber", Map.of("value", goods.number(), "type", "String")))));
        var triggered = kefu.as(user).post("/engine-rest/execution/" + execution
                + "/messageSubscriptions/return-parcel-arrived/trigger", "{}");
        var signalled = kefu.as(user).post("/engine-rest/execution/" + execution + "/signal", "{}");
        var withMore = message(user, goods, "{\"amount\": {\"value\": 1}}");
        assertThat(List.of(toAll.status(), byVariable.status(), triggered.status(), signalled.status())).containsOnly(403);
        assertThat(goods.timeline()).doesNotContain("PARCEL_ARRIVED");
        var told = message(user, goods, "{}");

        assertThat(early.status()).isEqualTo(isSender ? 409 : 403);
        assertThat(withMore.status()).isEqualTo(isSender ? 422 : 403);
        assertThat(told.status()).as(told.body()).isEqualTo(isSender ? 204 : 403);
        assertThat(goods.timeline().contains("PARCEL_ARRIVED")).isEqualTo(isSender);
    }

    @Test
    void takesAMessageOnlyFromThoseWhoMaySendItAndWhenItIsAwaited() {
        var goods = opened("agent", "50.00");

        assertThat(goods.tell("warehouse", "return-parcel-arrived").status()).isEqualTo(409);
        assertThat(goods.tell("agent", "return-parcel-arrived").status()).isEqualTo(403);
        assertThat(goods.tell("warehouse", "nothing-of-that-name").status()).isEqualTo(404);
        assertThat(kefu.as("warehouse").post("/api/cases/KF-2026-999999/messages/return-parcel-arrived", "{}").status())
                .isEqualTo(404);
        assertThat(kefu.as("warehouse").post("/api/cases/nonsense/messages/return-parcel-arrived", "{}").status())
                .isEqualTo(404);
        assertThat(actions("warehouse", goods)).isEqualTo("[]");

        goods.done("returns", "reviewReturn", Map.of("decision", "APPROVE"));
        goods.done("returns", "arrangeReturn", Map.of("byCustomer", true));
        assertThat(actions("warehouse", goods)).isEqualTo("[\"return-parcel-arrived\"]");
        assertThat(actions("returns", goods))
                .isEqualTo("[\"return-parcel-arrived\",\"return-shipped\",\"return-withdrawn\"]");
        assertThat(actions("agent", goods)).isEqualTo("[\"return-shipped\",\"return-withdrawn\"]");
        assertThat(actions("auditor", goods)).isEqualTo("[]");
        assertThat(kefu.as("warehouse").post(path(goods) + "/messages/return-parcel-arrived", "{\"amount\": 1}").status())
                .isEqualTo(422);
        assertThat(kefu.as("warehouse").post(path(goods) + "/messages/return-parcel-arrived", "[1]").status())
                .isEqualTo(400);
        assertThat(kefu.as("warehouse").send("POST", path(goods) + "/messages/return-parcel-arrived", null).status())
                .isEqualTo(200);
        assertThat(goods.tell("warehouse", "return-parcel-arrived").status()).isEqualTo(409);
    }

    @Test
    void takesNotesFromStaffButNotFromAuditors() {
        var goods = opened("agent", "50.00");

        assertThat(note("finance", goods, "The customer called.").status()).isEqualTo(201);
        assertThat(note("auditor", goods, "Hm.").status()).isEqualTo(403);
        assertThat(note("finance", goods, " ").status()).isEqualTo(422);
        assertThat(note("finance", goods, "x".repeat(2001)).status()).isEqualTo(422);
        assertThat(note("finance", goods, "\u0000").status()).isEqualTo(422);
        assertThat(note("finance", goods, "a\u0000b").status()).isEqualTo(422);
        assertThat(note("finance", goods, "half \ud83d").status()).isEqualTo(422);
        assertThat(note("finance", goods, "一行\n两行 😀").status()).isEqualTo(201);
        assertThat(kefu.as("finance").post(path(goods) + "/notes", "{\"note\": \"x\"}").status()).isEqualTo(400);
        assertThat(kefu.as("finance").post("/api/cases/KF-1/notes", "{\"text\": \"x\"}").status()).isEqualTo(404);
        assertThat(goods.timeline()).filteredOn("NOTE"::equals).hasSize(2);
    }

    @Test
    void findsNoTaskThatIsDone() {
        var goods = opened("agent", "50.00");
        var task = goods.taskPath("reviewReturn");
        goods.done("returns", "reviewReturn", Map.of("decision", "APPROVE"));
        var variables = Json.variables(Map.of("decision", "APPROVE"));

        for (var path : List.of(task, "/engine-rest/task/nonsense")) {
            assertThat(kefu.as("returns").post(path + "/complete", variables).status()).isIn(404, 409);
            assertThat(kefu.as("returns").post(path + "/submit-form", variables).status()).isIn(404, 409);
            assertThat(kefu.as("returns").post(path + "/claim", "{\"userId\": \"returns\"}").status()).isIn(404, 409);
        }
        assertThat(goods.timeline()).containsOnlyOnce("RETURN_APPROVED");
    }

    private Kefu.Case opened(String user, String price) {
        return kefu.opens(user, kefu.sells(kefu.sale().line(1, price)).returning(1, 1));
    }

    /** A manager's limit is 2000: above it a supervisor; below it, where an agent asked, a manager. */
    private Kefu.Case toBeApproved(String opener, String inspector) {
        return opened(opener, "900.00").broughtBack().inspected(inspector, found(1, 1, 0));
    }

    private Answer message(String user, Kefu.Case goods, String variables) {
        return kefu.as(user).post("/engine-rest/message", """
                {"messageName": "return-parcel-arrived", "businessKey": "%s", "processVariables": %s}
                """.formatted(goods.number(), variables));
    }

    private String instance(Kefu.Case goods) {
        return kefu.as("admin").get("/engine-rest/process-instance?businessKey=" + goods.number()).json().at("/0/id").asText();
    }

    private String actions(String user, Kefu.Case goods) {
        return kefu.as(user).get(path(goods)).json().get("actions").toString();
    }

    private Answer note(String user, Kefu.Case goods, String text) {
        return kefu.as(user).post(path(goods) + "/notes", Json.of(Map.of("text", text)));
    }

    private static String path(Kefu.Case goods) {
        return "/api/cases/" + goods.number();
    }
}
