package dev.kefu.workflow;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kefu.Caller;
import dev.kefu.Caller.Answer;
import dev.kefu.KefuTest;
import dev.kefu.demo.TestPeople;
import java.util.List;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

@KefuTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import({TestPeople.class, TestApproval.class})
class RightsTests {

    private static final String START = "/engine-rest/process-definition/key/" + TestApproval.KEY + "/start";

    @LocalServerPort
    int port;

    @Autowired
    AuthorizationService authorizations;

    @Autowired
    RepositoryService repository;

    @Autowired
    StartUp startUp;

    @Test
    void writesOneRowForEachGroupAndProcess() {
        start("agent");
        startUp.start();

        var rows = authorizations.createAuthorizationQuery().resourceType(Resources.PROCESS_DEFINITION).list().stream()
                .collect(groupingBy(row -> row.getGroupId() + " " + row.getResourceId(), counting()));
        assertThat(rows).containsKeys("managers test-approval", "agents test-approval", "finance test-approval",
                "supervisors *", "auditors *", "camunda-admin *");
        assertThat(rows.values()).containsOnly(1L);
        assertThat(authorizations.createAuthorizationQuery().resourceType(Resources.TASK).list())
                .allSatisfy(row -> assertThat(row.getResourceId()).isEqualTo(Authorization.ANY));
        assertThat(authorizations.createAuthorizationQuery().resourceType(Resources.DEPLOYMENT).list())
                .allSatisfy(row -> assertThat(row.getResourceId()).isEqualTo(Authorization.ANY));
    }

    @Test
    void givesAGroupThatASupervisorPutIntoAModelItsRightsWithTheModel() {
        var model = Bpmn.convertToString(Bpmn.createExecutableProcess("test-new").camundaHistoryTimeToLiveString("P365D")
                .startEvent().userTask("lookAtIt").camundaCandidateGroups("analysts, hr").endEvent().done());

        var deployed = deploy("supervisor", "test-new.bpmn", model);

        assertThat(deployed.status()).isEqualTo(200);
        for (var group : List.of("analysts", "hr")) {
            var row = authorizations.createAuthorizationQuery().groupIdIn(group)
                    .resourceType(Resources.PROCESS_DEFINITION).resourceId("test-new").singleResult();
            assertThat(row.isPermissionGranted(ProcessDefinitionPermissions.TASK_WORK)).isTrue();
            assertThat(row.isPermissionGranted(ProcessDefinitionPermissions.UPDATE_TASK)).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"agent", "manager", "auditor", "integration", "finance"})
    void letsOnlySupervisorsAndAdministratorsDeploy(String user) {
        var deployed = deploy(user, "test-other.bpmn", Bpmn.convertToString(Bpmn.createExecutableProcess("test-other")
                .camundaHistoryTimeToLiveString("P365D").startEvent().endEvent().done()));

        assertThat(deployed.status()).isEqualTo(403);
        assertThat(repository.createProcessDefinitionQuery().processDefinitionKey("test-other").count()).isZero();
    }

    @Test
    void letsASupervisorNotDeleteADeploymentWithItsCases() {
        var deployed = deploy("supervisor", "test-kept.bpmn", Bpmn.convertToString(Bpmn
                .createExecutableProcess("test-kept").camundaHistoryTimeToLiveString("P365D").startEvent().endEvent().done()));

        var deleted = as("supervisor").delete("/engine-rest/deployment/" + deployed.json().get("id").asText() + "?cascade=true");

        assertThat(deleted.status()).isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({"agent, 200", "manager, 200", "admin, 200", "finance, 403", "auditor, 403", "integration, 404",
            "supervisor, 403"})
    void startsAProcessForItsStartersOnly(String user, int expected) {
        assertThat(as(user).post(START, """
                {"variables": {"subject": {"value": "1"}}}
                """).status()).isEqualTo(expected);
    }

    @Test
    void keepsATaskFromWhoeverIsNoCandidate() {
        var task = task(start("agent"));

        var claimed = as("agent").post("/engine-rest/task/" + task + "/claim", "{\"userId\": \"agent\"}");
        var completed = complete("agent", task, "{\"approved\": {\"value\": true}}");
        var byFinance = complete("finance", task, "{\"approved\": {\"value\": true}}");

        assertThat(claimed.status()).isEqualTo(403);
        assertThat(completed.status()).isEqualTo(403);
        assertThat(byFinance.status()).isEqualTo(403);
        assertThat(as("manager").get("/engine-rest/task/" + task).status()).isEqualTo(200);
    }

    @Test
    void letsACandidateTakeATaskGiveItBackAndCompleteIt() {
        var process = start("agent");
        var task = task(process);

        var claimed = as("manager").post("/engine-rest/task/" + task + "/claim", "{\"userId\": \"manager\"}");
        var givenBack = as("manager").post("/engine-rest/task/" + task + "/unclaim", "{}");
        var completed = complete("manager", task, "{\"approved\": {\"value\": true}}");

        assertThat(claimed.status()).isEqualTo(204);
        assertThat(givenBack.status()).isEqualTo(204);
        assertThat(completed.status()).isEqualTo(204);
        assertThat(complete("agent", task(process), "{}").status()).isEqualTo(403);
        assertThat(complete("finance", task(process), "{}").status()).isEqualTo(204);
    }

    @Test
    void letsNobodyHandATaskOnButLeaders() {
        var task = task(start("agent"));
        as("manager").post("/engine-rest/task/" + task + "/claim", "{\"userId\": \"manager\"}");

        var byFinance = as("finance").post("/engine-rest/task/" + task + "/assignee", "{\"userId\": \"finance\"}");
        var taken = as("finance").post("/engine-rest/task/" + task + "/unclaim", "{}");
        var toOutsider = as("teamlead").post("/engine-rest/task/" + task + "/assignee", "{\"userId\": \"supervisor\"}");
        var byLeader = as("teamlead").post("/engine-rest/task/" + task + "/assignee", "{\"userId\": \"manager\"}");

        assertThat(byFinance.status()).isEqualTo(403);
        assertThat(taken.status()).isEqualTo(403);
        assertThat(toOutsider.status()).isEqualTo(403);
        assertThat(byLeader.status()).isEqualTo(204);
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "{\"approved\": {\"value\": true}, \"approver\": {\"value\": \"agents\"}}",
            "{\"approved\": {\"value\": true}, \"caseNumber\": {\"value\": \"KF-2026-000001\"}}",
            "{\"approved\": {\"value\": \"yes\"}}",
            "{}"})
    void refusesWhatATaskDoesNotTake(String variables) {
        var task = task(start("agent"));

        var completed = complete("manager", task, variables);

        assertThat(completed.status()).isEqualTo(422);
        assertThat(completed.json().get("violations")).isNotEmpty();
        assertThat(as("manager").get("/engine-rest/task/" + task).status()).isEqualTo(200);
    }

    @Test
    void startsInTheMiddleForNobodyButAnAdministrator() {
        var middle = """
                {"startInstructions": [{"type": "startBeforeActivity", "activityId": "confirmIt"}],
                 "variables": {"subject": {"value": "1"}, "approver": {"value": "agents"}}}
                """;

        assertThat(as("agent").post(START, middle).status()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"DELETE /", "PUT /suspended", "POST /modification", "PUT /variables/approver"})
    void letsNobodyMeddleWithARunningProcess(String action) {
        var process = start("agent");
        var method = action.substring(0, action.indexOf(' '));
        var path = action.substring(action.indexOf(' ') + 1);
        var body = switch (path) {
            case "/suspended" -> "{\"suspended\": true}";
            case "/modification" -> "{\"instructions\": [{\"type\": \"startBeforeActivity\", \"activityId\": \"confirmIt\"}]}";
            case "/variables/approver" -> "{\"value\": \"agents\"}";
            default -> null;
        };

        for (var user : List.of("agent", "manager", "supervisor", "auditor")) {
            var answer = as(user).with("Content-Type", "application/json")
                    .send(method, "/engine-rest/process-instance/" + process + (path.equals("/") ? "" : path), body);

            assertThat(answer.status()).as(user).isEqualTo(403);
        }
    }

    /** CVE-2026-109432: 7.24.0 evaluates what any user writes into an or-query. */
    @ParameterizedTest
    @ValueSource(strings = {
            "{\"orQueries\": [{\"assigneeExpression\": \"${EXPRESSION}\"}]}",
            "{\"orQueries\": [{\"orQueries\": [{\"ownerExpression\": \"${EXPRESSION}\"}]}]}",
            "{\"orQueries\": [{\"candidateGroupExpression\": \"${EXPRESSION}\", \"dueBeforeExpression\": \"${EXPRESSION}\"}]}",
            "{\"assigneeExpression\": \"${EXPRESSION}\"}"})
    void runsNoCodeThatSomebodyWroteIntoAQuery(String query) {
        System.clearProperty("kefu.attack");
        var attack = "''.getClass().forName('java.lang.System').getMethod('setProperty',''.getClass(),''.getClass())"
                + ".invoke(null,'kefu.attack','done')";

        for (var path : List.of("/engine-rest/task", "/engine-rest/task/count")) {
            var answer = as("agent").post(path, query.replace("EXPRESSION", attack));

            assertThat(answer.status()).isIn(200, 400);
            assertThat(answer.body()).doesNotContain("\tat ");
        }
        assertThat(System.getProperty("kefu.attack")).isNull();
    }

    @ParameterizedTest
    @CsvSource({"agent, 3", "finance, 3", "manager, 4", "teamlead, 4", "supervisor, 4", "auditor, 3"})
    void showsPeopleTheirFilters(String user, int expected) {
        var filters = as(user).get("/engine-rest/filter");

        assertThat(StreamSupport.stream(filters.json().spliterator(), false).map(each -> each.get("name").asText()))
                .contains("My tasks", "My groups' tasks", "Overdue")
                .hasSize(expected);
    }

    @Test
    void fillsTheFiltersWithWhatConcernsThePerson() {
        var process = start("agent");

        var ofManager = filtered("manager", "My groups' tasks");
        var ofAgent = filtered("agent", "My groups' tasks");
        as("manager").post("/engine-rest/task/" + task(process) + "/claim", "{\"userId\": \"manager\"}");
        var taken = filtered("manager", "My tasks");

        assertThat(ofManager).contains(process);
        assertThat(ofAgent).doesNotContain(process);
        assertThat(taken).contains(process);
        assertThat(filtered("manager", "My groups' tasks")).doesNotContain(process);
        assertThat(filtered("teamlead", "The team's tasks")).contains(process);
        assertThat(filtered("manager", "Overdue")).doesNotContain(process);
    }

    @Test
    void leavesAFilterAsAnAdministratorChangedIt() {
        var id = filter("admin", "Overdue");
        var changed = as("admin").get("/engine-rest/filter/" + id).body().replaceAll("#[0-9a-f]{6}", "#000000");
        as("admin").put("/engine-rest/filter/" + id, changed);

        startUp.start();

        assertThat(as("admin").get("/engine-rest/filter/" + id).body()).contains("#000000");
        assertThat(as("admin").get("/engine-rest/filter").json()).hasSize(4);
    }

    @Test
    void showsAuditorsHistoryAndLetsThemChangeNothing() {
        var process = start("agent");

        var history = as("auditor").get("/engine-rest/history/process-instance/" + process);
        var hidden = as("agent").get("/engine-rest/history/process-instance/" + process);

        assertThat(history.status()).isEqualTo(200);
        assertThat(hidden.status()).isIn(403, 404);
        assertThat(as("auditor").post("/engine-rest/task/" + task(process) + "/claim", "{\"userId\": \"auditor\"}")
                .status()).isEqualTo(403);
    }

    private Caller as(String user) {
        return Caller.as(port, user);
    }

    private String start(String user) {
        var started = as(user).post(START, "{\"variables\": {\"subject\": {\"value\": \"1\"}}}");
        assertThat(started.status()).isEqualTo(200);
        return started.json().get("id").asText();
    }

    private String task(String process) {
        return as("admin").get("/engine-rest/task?processInstanceId=" + process).json().get(0).get("id").asText();
    }

    private Answer complete(String user, String task, String variables) {
        return as(user).post("/engine-rest/task/" + task + "/complete", "{\"variables\": " + variables + "}");
    }

    private String filter(String user, String name) {
        return StreamSupport.stream(as(user).get("/engine-rest/filter").json().spliterator(), false)
                .filter(each -> each.get("name").asText().equals(name))
                .findFirst().orElseThrow()
                .get("id").asText();
    }

    /** As Tasklist asks: with the variables that the filter names. */
    private String filtered(String user, String name) {
        var answer = as(user).with("Accept", "application/hal+json")
                .post("/engine-rest/filter/" + filter(user, name) + "/list?firstResult=0&maxResults=500", "{}");
        assertThat(answer.status()).isEqualTo(200);
        return answer.body();
    }

    private Answer deploy(String user, String file, String model) {
        return as(user).deploy(file, model);
    }
}
