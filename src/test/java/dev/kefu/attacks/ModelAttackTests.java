package dev.kefu.attacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kefu.Multipart;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.builder.StartEventBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Deploying a model is running code, on the engine as it comes. A supervisor, who may deploy, hides code wherever a model
 * has room for it, and an administrator starts it.
 */
class ModelAttackTests extends AttackTests {

    @Override
    Stream<Attack> attacks() {
        return Stream.of(
                running("a service task's expression", (start, code) ->
                        start.serviceTask("step").camundaExpression(code).done()),
                running("a service task's delegate expression", (start, code) ->
                        start.serviceTask("step").camundaDelegateExpression(code).done()),
                running("a listener of a task", (start, code) ->
                        start.userTask("work").camundaTaskListenerExpression("create", code).done()),
                running("a listener of a step", (start, code) -> start.manualTask("step")
                        .camundaExecutionListenerExpression("start", code).done()),
                running("an input mapping", (start, code) ->
                        start.userTask("work").camundaInputParameter("x", code).done()),
                running("an output mapping", (start, code) ->
                        start.manualTask("step").camundaOutputParameter("x", code).done()),
                running("a timer", (start, code) ->
                        start.intermediateCatchEvent("later").timerWithDuration(code).done()),
                running("a timer's date", (start, code) ->
                        start.intermediateCatchEvent("later").timerWithDate(code).done()),
                running("the candidate groups", (start, code) ->
                        start.userTask("work").camundaCandidateGroups(code).done()),
                running("the assignee", (start, code) -> start.userTask("work").camundaAssignee(code).done()),
                running("the due date", (start, code) -> start.userTask("work").camundaDueDate(code).done()),
                running("the follow-up date", (start, code) -> start.userTask("work").camundaFollowUpDate(code).done()),
                running("the name of a task", (start, code) -> start.userTask("work").name(code).done()),
                running("a condition", (start, code) -> start.exclusiveGateway("which").condition("this", code)
                        .endEvent("one").moveToLastGateway().condition("that", "${true}").endEvent("other").done()),
                running("the called process", (start, code) -> start.callActivity("call").calledElement(code).done()),
                running("the name of a message", (start, code) -> start.intermediateCatchEvent("wait").message(code).done()),
                running("the number of repetitions", (start, code) -> start.userTask("work").multiInstance()
                        .cardinality(code).multiInstanceDone().done()),
                running("the priority of a job", (start, code) -> start.manualTask("step").camundaAsyncBefore()
                        .camundaJobPriority(code).done()),
                running("a script of the engine's own expression language", (start, code) ->
                        start.scriptTask("script").scriptFormat("juel").scriptText(code).done()),
                creating("the class of a service task", start ->
                        start.serviceTask("step").camundaClass(Trespass.class.getName()).done()),
                creating("the class of a listener", start -> start.manualTask("step")
                        .camundaExecutionListenerClass("start", Trespass.class.getName()).done()),
                deciding("an input of a decision table"),
                accepting("a model whose cases vanish from history after five days", Bpmn.convertToString(
                        Bpmn.createExecutableProcess("forgetful").camundaHistoryTimeToLiveString("P5D").startEvent().endEvent()
                                .done())),
                accepting("a script in a language that may be installed one day", Bpmn.convertToString(
                        process("scripted").scriptTask("script").scriptFormat("javascript").scriptText("1").done())),
                accepting("a form of a page's own code", "page.html", "<script>alert(1)</script>"),
                accepting("a process that calls another and keeps the case number to itself", Bpmn.convertToString(
                        process("caller").callActivity("call").calledElement("refund").done())),
                deployingForATenant(),
                deletingWithItsCases());
    }

    /** The second wall, for what was deployed before there was a gate. */
    @ParameterizedTest
    @ValueSource(strings = {"juel", "javascript", "groovy", "feel"})
    void haveNoLanguageForScripts(String language) {
        assertThat(scriptEngine(stock(), "juel")).isNotNull();

        assertThatThrownBy(() -> scriptEngine(ours(), language)).isInstanceOf(ProcessEngineException.class);
    }

    private static Object scriptEngine(Target target, String language) {
        var configuration = configuration(target);
        return configuration.getCommandExecutorTxRequired().execute(context ->
                configuration.getScriptingEngines().getScriptEngineForLanguage(language));
    }

    @Test
    void bringNoClassToLife() {
        assertThat(configuration(stock()).getArtifactFactory().getArtifact(Trespass.class)).isNotNull();
        Trespass.forget();

        assertThatThrownBy(() -> configuration(ours()).getArtifactFactory().getArtifact(Trespass.class))
                .isInstanceOf(ProcessEngineException.class);
        assertThat(Trespass.happened()).isFalse();
    }

    private static ProcessEngineConfigurationImpl configuration(Target target) {
        return (ProcessEngineConfigurationImpl) target.engine().getProcessEngineConfiguration();
    }

    private interface Hiding {

        BpmnModelInstance in(StartEventBuilder start, String code);
    }

    private static Attack running(String place, Hiding hiding) {
        return Attack.on("a supervisor's model runs code hidden in " + place, target -> {
            var mark = new Mark();
            deployAndStart(target, key -> hiding.in(process(key), mark.expression()));
            return mark.isLeft();
        });
    }

    private static Attack creating(String place, Function<StartEventBuilder, BpmnModelInstance> model) {
        return Attack.on("a supervisor's model brings a class to life by " + place, target -> {
            Trespass.forget();
            deployAndStart(target, key -> model.apply(process(key)));
            return Trespass.happened();
        });
    }

    private static Attack deciding(String place) {
        return Attack.on("a supervisor's table runs code hidden in " + place, target -> {
            var mark = new Mark();
            var key = key();
            deploy(target, key + ".dmn", """
                    <?xml version="1.0" encoding="UTF-8"?>
                    <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="x"
                        xmlns:camunda="http://camunda.org/schema/1.0/dmn">
                      <decision id="%s" name="x" camunda:historyTimeToLive="P365D">
                        <decisionTable id="t">
                          <input id="i"><inputExpression id="e" typeRef="string" expressionLanguage="juel">
                            <text>%s</text></inputExpression></input>
                          <output id="o" name="o" typeRef="string"/>
                          <rule id="r"><inputEntry id="ie"><text></text></inputEntry>
                            <outputEntry id="oe"><text>"x"</text></outputEntry></rule>
                        </decisionTable>
                      </decision>
                    </definitions>
                    """.formatted(key, mark.expression()));
            target.as("admin").post("/engine-rest/decision-definition/key/" + key + "/evaluate", "{\"variables\": {}}");
            return mark.isLeft();
        });
    }

    private static Attack accepting(String what, String model) {
        return accepting(what, "model.bpmn", model);
    }

    private static Attack accepting(String what, String file, String content) {
        return Attack.on("a supervisor deploys " + what, target -> {
            var before = target.engine().getRepositoryService().createDeploymentQuery().count();
            deploy(target, file, content);
            return target.engine().getRepositoryService().createDeploymentQuery().count() > before;
        });
    }

    /** A tenant's model stands beside the house's own of the same name, and whoever starts by name gets neither. */
    private static Attack deployingForATenant() {
        return Attack.on("a supervisor deploys a model for a tenant", target -> {
            var key = key();
            target.as("supervisor").post("/engine-rest/deployment/create", new Multipart().text("tenant-id", "other")
                    .text("deployment-name", "test").file("data", key + ".bpmn", emptyProcess(key)));
            return target.engine().getRepositoryService().createDeploymentQuery().tenantIdIn("other").count() > 0;
        });
    }

    private static Attack deletingWithItsCases() {
        return new Attack("whoever deployed a model deletes it with all its cases", target -> {
            var deployment = target.engine().getRepositoryService();
            var deployed = target.as("supervisor").deploy("kept.bpmn", emptyProcess("kept-" + UUID.randomUUID()));
            var id = deployed.json().get("id").asText();
            return () -> {
                target.as("supervisor").delete("/engine-rest/deployment/" + id + "?cascade=true");
                return deployment.createDeploymentQuery().deploymentId(id).count() == 0;
            };
        });
    }

    private static void deployAndStart(Target target, Function<String, BpmnModelInstance> model) {
        var key = key();
        deploy(target, key + ".bpmn", Bpmn.convertToString(model.apply(key)));
        target.as("admin").post("/engine-rest/process-definition/key/" + key + "/start", "{}");
    }

    private static void deploy(Target target, String file, String content) {
        target.as("supervisor").deploy(file, content);
    }

    private static StartEventBuilder process(String key) {
        return Bpmn.createExecutableProcess(key).camundaHistoryTimeToLiveString("P365D").startEvent();
    }

    private static String key() {
        return "attack-" + UUID.randomUUID();
    }
}
