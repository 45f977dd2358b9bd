package dev.kefu.workflow;

import static dev.kefu.workflow.gate.Fragments.call;
import static dev.kefu.workflow.gate.Fragments.condition;
import static dev.kefu.workflow.gate.Fragments.extension;
import static dev.kefu.workflow.gate.Fragments.form;
import static dev.kefu.workflow.gate.Fragments.input;
import static dev.kefu.workflow.gate.Fragments.multiInstance;
import static dev.kefu.workflow.gate.Fragments.onTheWay;
import static dev.kefu.workflow.gate.Fragments.output;
import static dev.kefu.workflow.gate.Fragments.process;
import static dev.kefu.workflow.gate.Fragments.table;
import static dev.kefu.workflow.gate.Fragments.timer;
import static dev.kefu.workflow.gate.Fragments.userTask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.kefu.Caller;
import dev.kefu.KefuTest;
import dev.kefu.demo.TestPeople;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/**
 * Somebody who may deploy tries to run code through a model, in every place that the engine evaluates (CVE-2026-109432
 * through a deployed model). The gate refuses it, and without the gate the engine would not run it.
 */
@KefuTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import(TestPeople.class)
class GateAttackTests {

    private static final String DONE = "kefu.attack";
    private static final String ATTACK = "''.getClass().forName('java.lang.System').getMethod('setProperty',''.getClass(),''.getClass())"
            + ".invoke(null,'" + DONE + "','done')";
    private static final String JUEL = "${" + ATTACK + "}";
    private static final String CALL_KEY = "<camunda:in businessKey='#{execution.processBusinessKey}'/>";

    @LocalServerPort
    int port;

    @Autowired
    RepositoryService repository;

    @Autowired
    ProcessEngine engine;

    @BeforeEach
    void nothingHasHappenedYet() {
        System.clearProperty(DONE);
    }

    static Stream<Arguments> places() {
        return Stream.of(
            arguments("a condition", "test.bpmn", condition("", JUEL)),
            arguments("a start listener", "test.bpmn", userTask("", extension("<camunda:executionListener event='start' expression=\"" + JUEL + "\"/>"))),
            arguments("a delegate listener", "test.bpmn", userTask("", extension("<camunda:executionListener event='start' delegateExpression=\"" + JUEL + "\"/>"))),
            arguments("a task listener", "test.bpmn", userTask("", extension("<camunda:taskListener event='create' expression=\"" + JUEL + "\"/>"))),
            arguments("an input", "test.bpmn", userTask("", input(JUEL))),
            arguments("an input in a list", "test.bpmn", userTask("", input("<camunda:list><camunda:value>" + JUEL + "</camunda:value></camunda:list>"))),
            arguments("an input in a map", "test.bpmn", userTask("", input("<camunda:map><camunda:entry key='a'>" + JUEL + "</camunda:entry></camunda:map>"))),
            arguments("the key of a map", "test.bpmn", userTask("", input("<camunda:map><camunda:entry key=\"" + JUEL + "\">1</camunda:entry></camunda:map>"))),
            arguments("an output", "test.bpmn", userTask("", output(JUEL))),
            arguments("a timer's date", "test.bpmn", timer("timeDate", JUEL)),
            arguments("a timer's duration", "test.bpmn", timer("timeDuration", JUEL)),
            arguments("a timer's cycle", "test.bpmn", timer("timeCycle", JUEL)),
            arguments("candidate groups", "test.bpmn", userTask("camunda:candidateGroups=\"agents," + JUEL + "\"", "")),
            arguments("candidate users", "test.bpmn", userTask("camunda:candidateUsers=\"" + JUEL + "\"", "")),
            arguments("an assignee", "test.bpmn", userTask("camunda:assignee=\"" + JUEL + "\"", "")),
            arguments("a performer", "test.bpmn", userTask("", "<bpmn:humanPerformer><bpmn:resourceAssignmentExpression><bpmn:formalExpression>"
                + JUEL + "</bpmn:formalExpression></bpmn:resourceAssignmentExpression></bpmn:humanPerformer>")),
            arguments("a due date", "test.bpmn", userTask("camunda:dueDate=\"" + JUEL + "\"", "")),
            arguments("a follow-up date", "test.bpmn", userTask("camunda:followUpDate=\"" + JUEL + "\"", "")),
            arguments("a priority", "test.bpmn", userTask("camunda:priority=\"" + JUEL + "\"", "")),
            arguments("a job's priority", "test.bpmn", userTask("camunda:asyncBefore='true' camunda:jobPriority=\"" + JUEL + "\"", "")),
            arguments("a task's name", "test.bpmn", userTask("", "").replace("Look at it", JUEL)),
            arguments("a task's description", "test.bpmn", userTask("", "<bpmn:documentation>" + JUEL + "</bpmn:documentation>")),
            arguments("a form key", "test.bpmn", userTask("camunda:formKey=\"" + JUEL + "\"", "")),
            arguments("a form reference", "test.bpmn", userTask("camunda:formRefBinding='latest' camunda:formRef=\"" + JUEL + "\"", "")),
            arguments("a form's default", "test.bpmn", userTask("", extension("<camunda:formData><camunda:formField id='a' type='string' defaultValue=\""
                + JUEL + "\"/></camunda:formData>"))),
            arguments("a called element", "test.bpmn", call("calledElement=\"" + JUEL + "\"", CALL_KEY)),
            arguments("a called version", "test.bpmn", call("calledElement='refund' camunda:calledElementBinding='version' camunda:calledElementVersion=\""
                + JUEL + "\"", CALL_KEY)),
            arguments("a mapping", "test.bpmn", call("calledElement='refund'", CALL_KEY + "<camunda:in sourceExpression=\"" + JUEL + "\" target='a'/>")),
            arguments("a business key", "test.bpmn", call("calledElement='refund'", "<camunda:in businessKey=\"" + JUEL + "\"/>")),
            arguments("a decision", "test.bpmn", onTheWay("<bpmn:businessRuleTask id='look' camunda:decisionRef=\"" + JUEL + "\"/>")),
            arguments("a service task", "test.bpmn", onTheWay("<bpmn:serviceTask id='look' camunda:expression=\"" + JUEL + "\"/>")),
            arguments("a delegate", "test.bpmn", onTheWay("<bpmn:serviceTask id='look' camunda:delegateExpression=\"" + JUEL + "\"/>")),
            arguments("a field", "test.bpmn", onTheWay("<bpmn:serviceTask id='look' camunda:delegateExpression='${registerReturn}'>"
                + extension("<camunda:field name='a' expression=\"" + JUEL + "\"/>") + "</bpmn:serviceTask>")),
            arguments("a topic", "test.bpmn", onTheWay("<bpmn:serviceTask id='look' camunda:type='external' camunda:topic=\"" + JUEL + "\"/>")),
            arguments("retries", "test.bpmn", userTask("camunda:asyncBefore='true'", extension("<camunda:failedJobRetryTimeCycle>" + JUEL
                + "</camunda:failedJobRetryTimeCycle>"))),
            arguments("a collection", "test.bpmn", multiInstance("camunda:collection=\"" + JUEL + "\" camunda:elementVariable='a'", "")),
            arguments("a cardinality", "test.bpmn", multiInstance("", "<bpmn:loopCardinality>" + JUEL + "</bpmn:loopCardinality>")),
            arguments("a completion", "test.bpmn", multiInstance("", "<bpmn:loopCardinality>2</bpmn:loopCardinality><bpmn:completionCondition>"
                + JUEL + "</bpmn:completionCondition>")),
            arguments("a message", "test.bpmn", onTheWay("<bpmn:receiveTask id='look' messageRef='m'/>")
                .replace("<bpmn:process ", "<bpmn:message id='m' name=\"" + JUEL + "\"/><bpmn:process ")),
            arguments("a signal", "test.bpmn", process("").replace("<bpmn:process ", "<bpmn:signal id='s' name=\"" + JUEL + "\"/><bpmn:process ")),
            arguments("an error's message", "test.bpmn", process("").replace("<bpmn:process ", "<bpmn:error id='e' errorCode='x' camunda:errorMessage=\""
                + JUEL + "\"/><bpmn:process ")),
            arguments("an escalation", "test.bpmn", process("").replace("<bpmn:process ", "<bpmn:escalation id='e' escalationCode=\"" + JUEL + "\"/><bpmn:process ")),
            arguments("starters", "test.bpmn", process("").replace("<bpmn:process ", "<bpmn:process camunda:candidateStarterGroups=\"" + JUEL + "\" ")),
            arguments("a comment's trick", "test.bpmn", condition("", JUEL.replace("${", "$<!-- -->{"))),
            arguments("a character's trick", "test.bpmn", condition("", JUEL.replace("${", "&#36;&#x7b;"))),
            arguments("a section's trick", "test.bpmn", condition("", "<![CDATA[" + JUEL + "]]>")),
            arguments("a script", "test.bpmn", onTheWay("<bpmn:scriptTask id='look' scriptFormat='juel'><bpmn:script>" + JUEL + "</bpmn:script></bpmn:scriptTask>")),
            arguments("a table's condition", "test.dmn", table(JUEL, "1")),
            arguments("a table's answer", "test.dmn", table("", JUEL)),
            arguments("a table's heading", "test.dmn", table("", "", "<text>" + JUEL + "</text>", "", "<text>1</text>")),
            arguments("a table in another language", "test.dmn", table("", JUEL).replace("<outputEntry ", "<outputEntry expressionLanguage='juel' ")),
            arguments("a table of Java", "test.dmn", table("", "(function(a, b) external {java: {class: \"java.lang.System\", "
                + "method signature: \"setProperty(java.lang.String,java.lang.String)\"}})(\"" + DONE + "\", \"done\")")),
            arguments("a form's text", "test.form", form("{\"type\": \"text\", \"id\": \"a\", \"text\": \"<img src=x onerror=alert(1)>\"}")),
            arguments("a form's page", "test.form", form("{\"type\": \"html\", \"id\": \"a\", \"content\": \"<script>alert(1)</script>\"}")),
            arguments("a page", "test.html", "<script>alert(1)</script>"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("places")
    void isRefusedInEveryPlace(String place, String file, String model) {
        var before = repository.createDeploymentQuery().count();

        var refused = Caller.as(port, "supervisor").upload("/engine-rest/deployment/create",
                Map.of(file, model.getBytes(StandardCharsets.UTF_8)));

        assertThat(refused.status()).as(place + ": " + refused.body()).isEqualTo(400);
        assertThat(refused.json().get("message").asText()).as(place).startsWith("Nothing was deployed. Please mend this first:");
        assertThat(repository.createDeploymentQuery().count()).isEqualTo(before);
        assertThat(System.getProperty(DONE)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {JUEL, "${execution.processEngineServices.runtimeService}", "${dateTime().getClass()}",
            "${execution.getClass().forName('x')}", "${words.bytes}", "${words.concat('x')}", "${dataSource}",
            "${XML('<a/>')}", "${S('{}').mapTo('java.net.URL')}", "${applicationContext}", "${execution.setVariable('a', 1)}"})
    void isNotRunByTheEngineEvenWithoutTheGate(String expression) {
        var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        var house = (JuelExpressionManager) configuration.getExpressionManager();

        configuration.getCommandExecutorTxRequired().execute((CommandContext context) -> {
            var execution = new ExecutionEntity();
            assertThatThrownBy(() -> house.createValueExpression(expression).getValue(house.getElContext(execution)))
                    .isInstanceOf(RuntimeException.class);
            return null;
        });

        assertThat(System.getProperty(DONE)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"juel", "groovy", "javascript", "ecmascript", "python", "ruby", "java"})
    void findsNoScriptLanguageEvenWithoutTheGate(String language) {
        var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();

        assertThat(configuration.getScriptEngineResolver().getScriptEngine(language, true)).isNull();
        assertThat(configuration.getScriptEngineResolver().getScriptEngineManager().getEngineByName(language)).isNull();
    }

    @Test
    void isNotRunByATableEvenWithoutTheGate() {
        DmnEngine tables = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getDmnEngineConfiguration().buildEngine();
        for (var table : new String[] {table("", JUEL).replace("<outputEntry ", "<outputEntry expressionLanguage='juel' "),
                table("", "1").replace("<outputEntry ", "<outputEntry expressionLanguage='groovy' "),
                table("", "(function(a, b) external {java: {class: \"java.lang.System\", "
                        + "method signature: \"setProperty(java.lang.String,java.lang.String)\"}})(\"" + DONE + "\", \"done\")")}) {
            assertThatThrownBy(() -> {
                var decision = tables.parseDecision("test-gate-table", new ByteArrayInputStream(table.getBytes(StandardCharsets.UTF_8)));
                var answer = tables.evaluateDecisionTable(decision, Variables.putValue("kind", "a"));
                throw new IllegalStateException(String.valueOf(answer.getSingleResult().getEntryMap()));
            }).isInstanceOf(RuntimeException.class);
        }

        assertThat(System.getProperty(DONE)).isNull();
    }
}
