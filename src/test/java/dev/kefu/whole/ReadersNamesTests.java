package dev.kefu.whole;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kefu.Caller;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** In the web applications everybody reads models, forms, filters and groups in their language; what is stored stays. */
@WholeTest
class ReadersNamesTests {

    private static final String ENGINE = "/camunda/api/engine/engine/default";
    private static final String DRAWING = """
            <?xml version="1.0" encoding="UTF-8"?>
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
                targetNamespace="test">
              <process id="%1$s" name="%2$s" isExecutable="true" camunda:historyTimeToLive="P1095D">%3$s
                <startEvent id="begun" name="Begun"/><sequenceFlow id="first" sourceRef="begun" targetRef="look"/>
                <userTask id="look" name="%4$s" camunda:candidateGroups="returnsSpecialists" camunda:formRef="%1$s-form"
                    camunda:formRefBinding="latest">%5$s</userTask>
                <sequenceFlow id="last" sourceRef="look" targetRef="over"/><endEvent id="over" name="Over"/>
              </process>
            </definitions>
            """;
    private static final String OWN = "<extensionElements><camunda:properties>%s</camunda:properties></extensionElements>";
    private static final String PROPERTY = "<camunda:property name=\"%s\" value=\"%s\"/>";

    @Autowired
    Kefu kefu;

    private final ArrayList<String> deployments = new ArrayList<>();

    @AfterEach
    void clearUp() {
        deployments.forEach(each -> kefu.as("admin").with("Reason", "The test is over")
                .delete("/engine-rest/deployment/" + each + "?cascade=true"));
    }

    private Caller reading(String user, String language) {
        return Caller.inTasklist(kefu.port(), user).with("Accept-Language", language);
    }

    @Test
    void areThoseOfTheReaderInTasklist() {
        var goods = kefu.opens("agent", kefu.sells(kefu.sale().line(1, "50.00")).returning(1, 1));
        var chinese = reading("returns", "zh-CN,zh;q=0.9");
        var english = reading("returns", "en");

        var shown = chinese.get(ENGINE + "/task?maxResults=10&processInstanceBusinessKey=" + goods.number());
        assertThat(shown.header("Content-Language")).isEqualTo("zh");
        var task = shown.json().get(0);
        assertThat(task.get("name").asText()).isEqualTo("审核退换货申请");
        assertThat(task.get("description").asText()).startsWith("核实申请是否有效");
        assertThat(task.get("taskDefinitionKey").asText()).isEqualTo("reviewReturn");
        assertThat(english.get(ENGINE + "/task?maxResults=10&processInstanceBusinessKey=" + goods.number()).json().get(0).get("name").asText())
                .isEqualTo("Review return");

        var path = ENGINE + "/task/" + task.get("id").asText();
        assertThat(chinese.with("Accept", "application/hal+json").get(path).json().at("/_embedded/processDefinition/0/name").asText())
                .isEqualTo("退换货");
        assertThat(chinese.get(path + "/deployed-form").body()).contains("\"审核决定\"", "批准退换货", "\"decision\"", "\"APPROVE\"")
                .doesNotContain("Approve the return");
        var verdict = chinese.get(path + "/form-variables?deserializeValues=false").json();
        assertThat(verdict.at("/verdict/value").asText()).contains("退货").doesNotContain("freight");
        assertThat(verdict.at("/request/value").asText()).isEqualTo("不想要了。");
        assertThat(verdict.at("/caseNumber/value").asText()).isEqualTo(goods.number());
        assertThat(english.get(path + "/form-variables?deserializeValues=false").json().at("/verdict/value").asText())
                .contains("the customer pays the freight");
    }

    @Test
    void areThoseOfTheReaderWhereAProcessIsStartedAndDrawn() {
        var chinese = reading("agent", "zh-CN");
        var started = chinese.get(ENGINE + "/process-definition?maxResults=10&latestVersion=true&key=product-return").json().get(0);

        assertThat(started.get("name").asText()).isEqualTo("退换货");
        assertThat(started.get("key").asText()).isEqualTo("product-return");
        var path = ENGINE + "/process-definition/" + started.get("id").asText();
        assertThat(chinese.get(path + "/deployed-start-form").body()).contains("订单号").doesNotContain("Order number");
        var xml = chinese.get(path + "/xml").json().get("bpmn20Xml").asText();
        assertThat(xml).contains("name=\"验货\"", "id=\"inspectGoods\"", "name=\"return-withdrawn\"").doesNotContain("name=\"Inspect goods\"");
        var admin = reading("admin", "zh-CN");
        var table = admin.get(ENGINE + "/decision-definition?maxResults=10&latestVersion=true&key=return-policy").json().get(0);
        assertThat(table.get("name").asText()).isEqualTo("退换货政策");
        assertThat(admin.get(ENGINE + "/decision-definition/" + table.get("id").asText() + "/xml").json().get("dmnXml").asText())
                .contains("定制商品不予退换。", "<text>reason</text>", "\"MADE_TO_ORDER\"", "name=\"why\"");
    }

    /** Cockpit asks for all of them at once, and shows none when it is refused. */
    @Test
    void areThoseOfEachVersionOfAProcess() {
        var versions = reading("supervisor", "zh-CN").get(ENGINE
                + "/process-definition?key=product-return&sortBy=version&sortOrder=desc&withoutTenantId=true");

        assertThat(versions.status()).as(versions.body()).isEqualTo(200);
        assertThat(versions.json().findValuesAsText("name")).isNotEmpty().containsOnly("退换货");
    }

    @Test
    void areTheStoredOnesForProgramsAndForWhoeverDownloadsAModel() {
        var chinese = kefu.as("admin").with("Accept-Language", "zh-CN");

        var definition = chinese.get("/engine-rest/process-definition?latestVersion=true&key=product-return").json().get(0);
        assertThat(definition.get("name").asText()).isEqualTo("Product return");
        assertThat(chinese.get("/engine-rest/process-definition/" + definition.get("id").asText() + "/xml").body())
                .contains("Inspect goods");
        var deployment = ENGINE + "/deployment/" + definition.get("deploymentId").asText() + "/resources";
        var admin = reading("admin", "zh-CN");
        var file = StreamSupport.stream(admin.get(deployment).json().spliterator(), false)
                .filter(each -> each.get("name").asText().endsWith("product-return.bpmn")).findFirst().orElseThrow();
        assertThat(admin.get(deployment + "/" + file.get("id").asText() + "/data").body()).contains("Inspect goods");
    }

    @Test
    void stayAsTheyAreStoredWhenAnApplicationSendsThemBack() {
        var admin = reading("admin", "zh-CN");
        var made = kefu.as("admin").post("/engine-rest/filter/create", """
                {"resourceType": "Task", "name": "Warehouse", "query": {}, "properties":
                 {"color": "#000000", "variables": [{"name": "courier", "label": "Courier"}, {"name": "x", "label": "Ours"}]}}""").json();
        var path = ENGINE + "/filter/" + made.get("id").asText();
        var shown = (ObjectNode) admin.get(path).json();
        assertThat(shown.get("name").asText()).isEqualTo("仓储部");
        assertThat(shown.at("/properties/variables").findValuesAsText("label")).containsExactly("快递公司", "Ours");

        ((ObjectNode) shown.get("properties")).put("color", "#123456");
        ((ObjectNode) shown.at("/properties/variables/1")).put("label", "我们的");
        assertThat(admin.put(path, shown.toString()).status()).isEqualTo(204);

        var now = kefu.as("admin").get("/engine-rest/filter/" + made.get("id").asText()).json();
        kefu.as("admin").delete("/engine-rest/filter/" + made.get("id").asText());
        assertThat(now.get("name").asText()).isEqualTo("Warehouse");
        assertThat(now.at("/properties/color").asText()).isEqualTo("#123456");
        assertThat(now.at("/properties/variables").findValuesAsText("label")).containsExactly("Courier", "我们的");

        var group = admin.get(ENGINE + "/group/warehouse").json();
        assertThat(group.get("name").asText()).isEqualTo("仓储部");
        assertThat(admin.put(ENGINE + "/group/warehouse", group.toString()).status()).isEqualTo(204);
        assertThat(kefu.as("admin").get("/engine-rest/group/warehouse").json().get("name").asText()).isEqualTo("Warehouse");

        var goods = kefu.opens("agent", kefu.sells(kefu.sale().line(1, "50.00")).returning(1, 1));
        var task = admin.get(ENGINE + "/task?maxResults=10&processInstanceBusinessKey=" + goods.number()).json().get(0);
        assertThat(task.get("name").asText()).isEqualTo("审核退换货申请");
        assertThat(sentBack(admin, task).status()).isEqualTo(204);
        assertThat(kefu.as("admin").get("/engine-rest/task/" + task.get("id").asText()).json().get("name").asText())
                .isEqualTo("Review return");
    }

    /** Whatever the browser speaks: what counts is the language in which the person read the name. */
    @Test
    void ofAGroupStaysAsStoredForWhoeverChoseTheirLanguage() {
        kefu.as("admin").put("/api/me/language", "{\"language\": \"zh\"}");
        try {
            var admin = reading("admin", "en");
            var group = (ObjectNode) admin.get(ENGINE + "/group/agents").json();
            assertThat(group.get("name").asText()).isEqualTo("客服专员");

            assertThat(admin.put(ENGINE + "/group/agents", group.put("type", "WORKFLOW").toString()).status()).isEqualTo(204);

            assertThat(kefu.as("admin").get("/engine-rest/group/agents").json().get("name").asText()).isEqualTo("Agents");
        } finally {
            kefu.as("admin").put("/api/me/language", "{\"language\": null}");
        }
    }

    /** Whoever removes a variable moves those behind it up, and their labels have to be known again there. */
    @Test
    void ofAFiltersVariablesStayAsStoredWhereverTheyStand() {
        var admin = reading("admin", "zh-CN");
        var made = kefu.as("admin").post("/engine-rest/filter/create", """
                {"resourceType": "Task", "name": "Warehouse", "query": {}, "properties": {"variables": [
                 {"name": "x", "label": "Ours"}, {"name": "courier", "label": "Courier"},
                 {"name": "caseNumber", "label": "Case number"}]}}""").json();
        var path = ENGINE + "/filter/" + made.get("id").asText();
        var shown = admin.get(path).json();
        var variables = (ArrayNode) shown.at("/properties/variables");
        assertThat(variables.findValuesAsText("label")).containsExactly("Ours", "快递公司", "工单号");

        variables.remove(0);
        variables.add(variables.remove(0));
        assertThat(admin.put(path, shown.toString()).status()).isEqualTo(204);

        var now = kefu.as("admin").get("/engine-rest/filter/" + made.get("id").asText()).json();
        kefu.as("admin").delete("/engine-rest/filter/" + made.get("id").asText());
        assertThat(now.at("/properties/variables").findValuesAsText("label")).containsExactly("Case number", "Courier");
    }

    /** What a supervisor types in Modeler is shown as typed; a second set of labels is shown to those who read it. */
    @Test
    void areASupervisorsOwnInBothLanguages() {
        deploy("own-labels", DRAWING.formatted("own-labels", "Product return", OWN.formatted(PROPERTY.formatted("label.zh", "我们的退货")),
                "看一下商品", OWN.formatted(PROPERTY.formatted("label.en", "Look at it"))));
        deploy("own-form", """
                {"id": "own-labels-form", "type": "default", "schemaVersion": 16, "components": [
                  {"type": "textfield", "key": "a", "id": "A", "label": "Courier", "description": "Our own hint"},
                  {"type": "textfield", "key": "b", "id": "B", "label": "Courier", "properties": {"label.zh": "承运商"}}]}""");

        assertThat(definition("zh").get("name").asText()).isEqualTo("我们的退货");
        assertThat(definition("en").get("name").asText()).isEqualTo("Product return");
        var started = kefu.as("admin").post("/engine-rest/process-definition/key/own-labels/start", "{}");
        assertThat(started.status()).as(started.body()).isEqualTo(200);
        var query = ENGINE + "/task?maxResults=10&processDefinitionKey=own-labels";
        assertThat(reading("admin", "zh").get(query).json().get(0).get("name").asText()).isEqualTo("看一下商品");
        var task = reading("admin", "en").get(query).json().get(0);
        assertThat(task.get("name").asText()).isEqualTo("Look at it");
        assertThat(sentBack(reading("admin", "en"), task).status()).isEqualTo(204);
        assertThat(kefu.as("admin").get("/engine-rest/task/" + task.get("id").asText()).json().get("name").asText()).isEqualTo("看一下商品");
        var form = reading("admin", "zh").get(ENGINE + "/task/" + task.get("id").asText() + "/deployed-form").json().get("components");
        assertThat(form.findValuesAsText("label")).containsExactly("快递公司", "承运商");
        assertThat(form.at("/0/description").asText()).isEqualTo("Our own hint");
        assertThat(reading("admin", "en").get(ENGINE + "/task/" + task.get("id").asText() + "/deployed-form").json().get("components")
                .findValuesAsText("label")).containsExactly("Courier", "Courier");
    }

    @Test
    void areRefusedWhereTheyWouldDoHarm() {
        var form = kefu.as("admin").deploy("own-harm.form", """
                {"id": "own-harm", "type": "default", "schemaVersion": 16, "components": [
                  {"type": "textfield", "key": "a", "label": "Courier", "properties": {"label.zh": "<script>alert(1)</script>"}}]}""");
        assertThat(form.status()).as(form.body()).isEqualTo(400);

        var model = kefu.as("admin").deploy("own-harm.bpmn", DRAWING.formatted("own-harm", "A",
                OWN.formatted(PROPERTY.formatted("label.zh", "${execution.processEngineServices}")), "B", ""));
        assertThat(model.status()).as(model.body()).isEqualTo(400);
    }

    /** Filters, their labels and groups as they stand in the engine: all of them, and nothing else, are in the dictionary. */
    @Test
    void areAllInTheDictionary() throws IOException {
        var said = new TreeSet<String>();
        filters().forEach(filter -> {
            said.add(filter.get("name").asText());
            filter.at("/properties/variables").forEach(each -> said.add(each.get("label").asText()));
        });
        kefu.as("admin").get("/engine-rest/group").json().forEach(group -> said.add(group.get("name").asText()));

        Map<String, String> chinese = new ObjectMapper().readerForMapOf(String.class)
                .readValue(Path.of("words/names.zh.json").toFile());
        assertThat(said).allSatisfy(name -> assertThat(chinese).containsKey(name));
        assertThat(chinese.keySet()).allSatisfy(name -> assertThat(said).contains(name));
    }

    @Test
    void areThoseOfTheReaderInACaseFile() {
        var goods = kefu.opens("agent", kefu.sells(kefu.sale().line(1, "50.00")).returning(1, 1));
        kefu.as("returns").post("/api/cases/" + goods.number() + "/notes", "{\"text\": \"Review return\"}");

        var file = kefu.as("returns").with("Accept-Language", "zh").get("/api/cases/" + goods.number()).json();

        assertThat(file.at("/tasks/0/name").asText()).isEqualTo("审核退换货申请");
        assertThat(file.at("/tasks/0/key").asText()).isEqualTo("reviewReturn");
        assertThat(file.at("/facts/lines/0/policy/why").asText()).contains("退");
        assertThat(file.at("/facts/reason").asText()).isEqualTo("CHANGED_MIND");
        assertThat(file.get("timeline").findValuesAsText("text")).contains("Review return");
        var english = kefu.as("returns").get("/api/cases/" + goods.number()).json();
        assertThat(english.at("/tasks/0/name").asText()).isEqualTo("Review return");
        assertThat(english.at("/facts/lines/0/policy/why").asText()).contains("freight");
    }

    /** An administrator says why; the engine takes back all that it shows of a task but its form. */
    private static Caller.Answer sentBack(Caller admin, JsonNode task) {
        var body = (ObjectNode) task.deepCopy();
        body.remove("camundaFormRef");
        return admin.with("Reason", "A test of names").put(ENGINE + "/task/" + task.get("id").asText(), body.toString());
    }

    private JsonNode definition(String language) {
        return reading("admin", language).get(ENGINE + "/process-definition?maxResults=10&latestVersion=true&key=own-labels").json().get(0);
    }

    private void deploy(String name, String content) {
        var answer = kefu.as("admin").deploy(name + (content.startsWith("{") ? ".form" : ".bpmn"), content);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        deployments.add(answer.json().get("id").asText());
    }

    private JsonNode filters() {
        return kefu.as("admin").get("/engine-rest/filter").json();
    }
}
