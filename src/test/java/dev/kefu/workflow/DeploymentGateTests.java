package dev.kefu.workflow;

import static dev.kefu.workflow.gate.Fragments.form;
import static dev.kefu.workflow.gate.Fragments.onTheWay;
import static dev.kefu.workflow.gate.Fragments.process;
import static dev.kefu.workflow.gate.Fragments.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kefu.Caller;
import dev.kefu.Caller.Answer;
import dev.kefu.KefuTest;
import dev.kefu.demo.TestPeople;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** The gate in the running application: every way in leads through it, and what it refuses leaves nothing behind. */
@KefuTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import(TestPeople.class)
class DeploymentGateTests {

    private static final String CREATE = "/engine-rest/deployment/create";
    private static final String SCRIPT = onTheWay("<bpmn:scriptTask id='look' scriptFormat='groovy'><bpmn:script>1</bpmn:script></bpmn:scriptTask>");

    @LocalServerPort
    int port;

    @Autowired
    RepositoryService repository;

    @Test
    void refusesAModelWithAllThatIsWrongAtOnceAndKeepsNothingOfIt() {
        var before = deployments();

        var refused = as("supervisor").upload(CREATE, Map.of("harmless.bpmn", bytes(process("test-harmless", "")),
                "script.bpmn", bytes(SCRIPT.replace("P365D", "P1D")), "table.dmn", bytes(table("", "(")), "page.html", bytes("<p>"),
                "form.form", bytes(form("{\"type\": \"html\"}"))));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().get("message").asText()).startsWith("Nothing was deployed. Please mend this first:").contains(
                "\n* File script.bpmn, script task (look), line 7: it is a script task", "shorter than a year",
                "\n* File table.dmn, ", "\n* File page.html: ", "\n* File form.form, ");
        assertThat(deployments()).isEqualTo(before);
        assertThat(repository.createProcessDefinitionQuery().processDefinitionKey("test-harmless").count()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"test.bpmn, /engine-rest/deployment/create", "test.bpmn, /engine-rest/engine/default/deployment/create",
            "test.bpmn, /camunda/api/engine/engine/default/deployment/create"})
    void standsInEveryWayIn(String file, String path) {
        var caller = path.startsWith("/camunda") ? Caller.inTasklist(port, "supervisor") : as("supervisor");

        var refused = caller.upload(path, Map.of(file, bytes(SCRIPT)));

        assertThat(refused.status()).as(refused.body()).isEqualTo(400);
        assertThat(refused.body()).contains("it is a script task");
    }

    @Test
    void standsBeforeCodeTablesAndFormsToo() {
        assertThatThrownBy(() -> repository.createDeployment().addString("test.bpmn", SCRIPT).deploy())
                .isInstanceOf(BadUserRequestException.class).hasMessageContaining("it is a script task");
        assertThat(deploy("supervisor", "test.dmn", table("", "(")).status()).isEqualTo(400);
        assertThat(deploy("admin", "test.form", form("{\"type\": \"iframe\"}")).status()).isEqualTo(400);
        assertThatThrownBy(() -> repository.createDeployment().tenantId("x").addString("test.bpmn", process("")).deploy())
                .isInstanceOf(BadUserRequestException.class).hasMessageContaining("names a tenant");
    }

    @Test
    void letsHarmlessModelsTablesAndFormsPassTogetherAndAlone() {
        var asking = onTheWay("test-asking", "<bpmn:businessRuleTask id='look' camunda:decisionRef='test-gate-table'/>");

        var together = as("supervisor").upload(CREATE, Map.of("asking.bpmn", bytes(asking), "table.dmn", bytes(table("", "1")),
                "form.form", bytes(form("{\"type\": \"textfield\", \"key\": \"a\", \"id\": \"a\"}"))));
        var alone = deploy("supervisor", "asking.bpmn", asking);

        assertThat(together.status()).as(together.body()).isEqualTo(200);
        assertThat(alone.status()).as(alone.body()).isEqualTo(200);
    }

    @Test
    void saysInTheEnginesWordsWhatOnlyTheEngineFinds() {
        var refused = deploy("supervisor", "test.bpmn", onTheWay("<bpmn:serviceTask id='look'/>"));
        var dangling = deploy("supervisor", "test.bpmn", process("<bpmn:sequenceFlow id='x' sourceRef='begun' targetRef='nobody'/>"));
        var date = deploy("supervisor", "test.bpmn", process("").replace("<bpmn:startEvent id=\"begun\"/>",
                "<bpmn:startEvent id='begun'><bpmn:timerEventDefinition><bpmn:timeDate>some day</bpmn:timeDate></bpmn:timerEventDefinition></bpmn:startEvent>"));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body()).contains("look");
        assertThat(dangling.status()).isEqualTo(400);
        assertThat(date.status()).isEqualTo(400);
        assertThat(date.body()).contains("some day");
    }

    @ParameterizedTest
    @ValueSource(strings = {"junior", "agent", "manager", "teamlead", "consultant", "returns", "technician", "relations",
            "analyst", "orderclerk", "warehouse", "finance", "hr", "administration", "vp", "office", "auditor", "integration"})
    void isOpenForSupervisorsAndAdministratorsOnly(String user) {
        var existing = deploy("admin", "test-redeployed.bpmn", process("test-redeployed", "")).json().get("id").asText();
        var before = deployments();

        assertThat(deploy(user, "test.bpmn", process("")).status()).isEqualTo(403);
        // Whoever may not deploy is not told what is wrong either
        assertThat(deploy(user, "test.bpmn", SCRIPT).status()).isEqualTo(403);
        assertThat(as(user).post("/engine-rest/deployment/" + existing + "/redeploy", "{}").status()).isIn(403, 404);
        assertThat(as(user).delete("/engine-rest/deployment/" + existing + "?cascade=true").status()).isIn(403, 404);
        assertThat(deployments()).isEqualTo(before);
    }

    @Test
    void isOpenByTheWebApplicationsForTheSamePeople() {
        var path = "/camunda/api/engine/engine/default/deployment/create";

        assertThat(Caller.inTasklist(port, "agent").upload(path, Map.of("test.bpmn", bytes(process("")))).status()).isEqualTo(403);
        assertThat(Caller.inTasklist(port, "supervisor").upload(path, Map.of("test.bpmn", bytes(process("")))).status())
                .isEqualTo(200);
        assertThat(Caller.anonymous(port).upload(path, Map.of("test.bpmn", bytes(process("")))).status()).isIn(401, 403);
    }

    @Test
    void letsSupervisorsDeployAgainButNotDelete() {
        var deployment = deploy("supervisor", "test-again.bpmn", process("test-again", "")).json().get("id").asText();

        var again = as("supervisor").post("/engine-rest/deployment/" + deployment + "/redeploy", "{}");
        var deleted = as("supervisor").delete("/engine-rest/deployment/" + deployment);

        assertThat(again.status()).as(again.body()).isEqualTo(200);
        assertThat(repository.createProcessDefinitionQuery().processDefinitionKey("test-again").count()).isEqualTo(2);
        assertThat(deleted.status()).isEqualTo(403);
    }

    /** What supervisors do with a shipped model, under a name of its own so that nobody else's test runs it. */
    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', value = {
            "P1D ~ P2D",
            "`camunda:candidateGroups=\"warehouse\"` ~ `camunda:candidateGroups=\"warehouse,orderClerks\"`",
            "${decision == 'APPROVE'} ~ ${decision == 'APPROVE' or decision == 'EXCEPTION' and not empty note}",
            "`<bpmn:sequenceFlow id=\"receiveGoodsToInspectionJoin\"` ~ `<bpmn:boundaryEvent id=\"late\" name=\"Two days later\" cancelActivity=\"false\" attachedToRef=\"inspectGoods\"><bpmn:outgoing>lateToRemind</bpmn:outgoing><bpmn:timerEventDefinition><bpmn:timeDuration xsi:type=\"bpmn:tFormalExpression\">P2D</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:boundaryEvent><bpmn:sequenceFlow id=\"lateToRemind\" sourceRef=\"late\" targetRef=\"remind\"/><bpmn:userTask id=\"remind\" name=\"Remind warehouse\" camunda:candidateGroups=\"teamLeaders\" camunda:dueDate=\"${dateTime().plusHours(4).toDate()}\"><bpmn:incoming>lateToRemind</bpmn:incoming><bpmn:outgoing>remindToReminded</bpmn:outgoing></bpmn:userTask><bpmn:sequenceFlow id=\"remindToReminded\" sourceRef=\"remind\" targetRef=\"reminded\"/><bpmn:endEvent id=\"reminded\"><bpmn:incoming>remindToReminded</bpmn:incoming></bpmn:endEvent><bpmn:sequenceFlow id=\"receiveGoodsToInspectionJoin\"`"})
    void letsASupervisorRedesignAReturn(String part, String replacement) throws IOException {
        var shipped = Files.readString(Path.of("processes/returns/product-return.bpmn"));
        assertThat(shipped).contains(part);

        var deployed = deploy("supervisor", "test-redesigned.bpmn", shipped
                .replace("\"product-return\"", "\"test-redesigned\"").replace(part, replacement));

        assertThat(deployed.status()).as(deployed.body()).isEqualTo(200);
    }

    @Test
    void letsASupervisorAddARowToATable() throws IOException {
        var shipped = Files.readString(Path.of("processes/refunds/refund-authority.dmn"));
        var row = "<rule id=\"added\"><inputEntry id=\"added-1\"><text>[1000..2000[</text></inputEntry><inputEntry id=\"added-2\">"
                + "<text>\"RETURN\",\"PARCEL\"</text></inputEntry><inputEntry id=\"added-3\"><text>not(\"agents\")</text></inputEntry>"
                + "<outputEntry id=\"added-4\"><text>\"managers\"</text></outputEntry></rule>";

        var deployed = deploy("supervisor", "test-authority.dmn", shipped.replace("\"refund-authority\"", "\"test-authority\"")
                .replaceFirst("<rule ", row + "<rule "));

        assertThat(deployed.status()).as(deployed.body()).isEqualTo(200);
    }

    @Test
    void saysThatATableHasToBeMendedWhichPassesAndCannotBeCalculated() throws IOException {
        var shipped = Files.readString(Path.of("processes/refunds/refund-authority.dmn"));
        var deployed = deploy("supervisor", "test-broken.dmn", shipped.replace("\"refund-authority\"", "\"test-broken\"")
                .replaceFirst("<text>amount</text>", "<text>java.lang.Runtime.getRuntime()</text>"));
        assertThat(deployed.status()).as(deployed.body()).isEqualTo(200);

        var asked = as("admin").post("/engine-rest/decision-definition/key/test-broken/evaluate",
                "{\"variables\": {\"amount\": {\"value\": 5}, \"cause\": {\"value\": \"RETURN\"}, \"askerGrade\": {\"value\": \"agents\"}}}");

        assertThat(asked.status()).as(asked.body()).isEqualTo(409);
        assertThat(asked.body()).contains("A supervisor has to mend it");
    }

    @Test
    void isPassedByEverythingThatShips() {
        var shipped = repository.createDeploymentQuery().deploymentSource(ShippedModels.SOURCE).list().get(0);
        var resources = repository.getDeploymentResourceNames(shipped.getId());

        assertThat(resources).hasSizeGreaterThanOrEqualTo(14);
        assertThat(resources).anyMatch(each -> each.endsWith(".bpmn")).anyMatch(each -> each.endsWith(".dmn"))
                .anyMatch(each -> each.endsWith(".form"));
    }

    private long deployments() {
        return repository.createDeploymentQuery().count();
    }

    private Answer deploy(String user, String file, String content) {
        return as(user).upload(CREATE, Map.of(file, bytes(content)));
    }

    private Caller as(String user) {
        return Caller.as(port, user);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
