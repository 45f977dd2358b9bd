package dev.kefu.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.camunda.bpm.impl.juel.Builder;
import org.camunda.bpm.impl.juel.IdentifierNode;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.ThrowEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOut;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.InputExpression;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.web.util.HtmlUtils;

/** A process that comes with Kefu, and the names that it reads and writes wherever a model can name something. */
final class ShippedModel {

    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern EXPRESSION = Pattern.compile("[$#]\\{[^}]*}");
    private static final Pattern DELEGATE = Pattern.compile("delegateExpression=\"[^\"]*\"");
    private static final Pattern TEMPLATE = Pattern.compile("\\{\\{[#/]?(.*?)}}", Pattern.DOTALL);
    private static final Pattern FEEL_TEXT = Pattern.compile("\"[^\"]*\"");
    private static final Pattern FEEL_NAME = Pattern.compile("(?<![\\p{L}\\d_.])[\\p{L}_][\\p{L}\\d_]*(?![\\p{L}\\d_]|\\s*\\()");
    private static final Set<String> FEEL_WORDS = Set.of("if", "then", "else", "and", "or", "not", "in", "for", "return", "some",
            "every", "satisfies", "between", "null", "true", "false", "this", "parent", "loop");
    private static final Set<String> SCOPES = Set.of("execution", "task");

    private final String xml;
    private final BpmnModelInstance model;

    private ShippedModel(byte[] content) {
        xml = new String(content, StandardCharsets.UTF_8);
        model = Bpmn.readModelFromStream(new ByteArrayInputStream(content));
    }

    /** A form of a user task or start event: what it shows, and what whoever fills it in sends. */
    record Form(String element, boolean isOfTask, Set<String> shown, Set<String> sent) {
    }

    static List<ShippedModel> all() {
        return resources("processes/**/*.bpmn").map(ShippedModel::content).map(ShippedModel::new).toList();
    }

    String key() {
        return model.getModelElementsByType(Process.class).iterator().next().getId();
    }

    List<String> userTasks() {
        return model.getModelElementsByType(UserTask.class).stream().map(BaseElement::getId).toList();
    }

    /** What its events and receive tasks wait for. */
    Set<String> awaitedMessages() {
        var names = new TreeSet<String>();
        model.getModelElementsByType(MessageEventDefinition.class).stream()
                .filter(each -> !(each.getParentElement() instanceof ThrowEvent))
                .forEach(each -> names.add(each.getMessage().getName()));
        model.getModelElementsByType(ReceiveTask.class).forEach(each -> names.add(each.getMessage().getName()));
        return names;
    }

    /** The beans that carry out its service tasks. */
    Set<String> serviceTasks() {
        var beans = new TreeSet<String>();
        model.getModelElementsByType(ServiceTask.class).stream().map(ServiceTask::getCamundaDelegateExpression)
                .filter(each -> each != null).forEach(each -> beans.addAll(namesIn(each)));
        return beans;
    }

    /** What its conditions, candidates, due dates and other expressions read. */
    Set<String> readByExpressions() {
        var names = new TreeSet<String>();
        EXPRESSION.matcher(HtmlUtils.htmlUnescape(DELEGATE.matcher(xml).replaceAll(""))).results()
                .forEach(each -> names.addAll(namesIn(each.group())));
        return names;
    }

    /** What its decision tables ask for, and where it keeps what they say. */
    Set<String> usedByDecisions() {
        var names = new TreeSet<String>();
        for (var task : model.getModelElementsByType(BusinessRuleTask.class)) {
            if (task.getCamundaResultVariable() != null) {
                names.add(task.getCamundaResultVariable());
            }
            var table = Dmn.readModelFromStream(new ByteArrayInputStream(file("processes", task.getCamundaDecisionRef() + ".dmn")));
            table.getModelElementsByType(InputExpression.class)
                    .forEach(each -> names.addAll(namesInFeel(each.getText().getTextContent())));
        }
        return names;
    }

    List<CallActivity> calls() {
        return List.copyOf(model.getModelElementsByType(CallActivity.class));
    }

    /** What this process gives to those that it calls, or takes from them, as it names it itself. */
    static Set<String> mappedHere(CallActivity call) {
        var names = new TreeSet<String>();
        ins(call).stream().filter(each -> each.getCamundaSource() != null).forEach(each -> names.add(each.getCamundaSource()));
        outs(call).stream().filter(each -> each.getCamundaTarget() != null).forEach(each -> names.add(each.getCamundaTarget()));
        return names;
    }

    /** The same as the process calls it that is called. */
    static Set<String> mappedThere(CallActivity call) {
        var names = new TreeSet<String>();
        ins(call).stream().filter(each -> each.getCamundaTarget() != null).forEach(each -> names.add(each.getCamundaTarget()));
        outs(call).stream().filter(each -> each.getCamundaSource() != null).forEach(each -> names.add(each.getCamundaSource()));
        return names;
    }

    List<Form> forms() {
        var forms = new ArrayList<Form>();
        for (var element : model.getModelElementsByType(FlowElement.class)) {
            var form = element.getAttributeValueNs(CAMUNDA, "formRef");
            if (form != null && (element instanceof UserTask || element instanceof StartEvent)) {
                forms.add(form(element, json(file("forms", form + ".form"))));
            }
        }
        return forms;
    }

    private static Form form(FlowElement element, JsonNode json) {
        var shown = new TreeSet<String>();
        var sent = new TreeSet<String>();
        fields(json, shown, sent);
        var rows = new TreeSet<String>();
        json.findParents("isRepeating").forEach(list -> rows.addAll(list.path("components").findValuesAsText("key")));
        rows.removeAll(sent);
        shown.removeAll(rows);
        return new Form(element.getId(), element instanceof UserTask, shown, sent);
    }

    /** The fields of a row have no variables of their own; those of a group have. */
    private static void fields(JsonNode parent, Set<String> shown, Set<String> sent) {
        for (var field : parent.path("components")) {
            var name = field.path("path").asText(field.path("key").asText());
            var isRead = field.path("disabled").asBoolean() || field.path("readonly").asBoolean();
            if (!name.isEmpty()) {
                (isRead ? shown : sent).add(name);
            }
            texts(field).forEach(text -> {
                if (text.startsWith("=")) {
                    shown.addAll(namesInFeel(text.substring(1)));
                }
                TEMPLATE.matcher(text).results().forEach(each -> shown.addAll(namesInFeel(each.group(1))));
            });
            if (name.isEmpty()) {
                fields(field, shown, sent);
            }
        }
    }

    private static List<String> texts(JsonNode node) {
        return node.isTextual() ? List.of(node.asText())
                : StreamSupport.stream(node.spliterator(), false).flatMap(each -> texts(each).stream()).toList();
    }

    private static Set<String> namesIn(String expression) {
        var names = new TreeSet<String>();
        for (IdentifierNode each : new Builder(Builder.Feature.METHOD_INVOCATIONS).build(expression).getIdentifierNodes()) {
            names.add(each.getName());
        }
        names.removeAll(SCOPES);
        return names;
    }

    private static Set<String> namesInFeel(String expression) {
        var names = new TreeSet<String>();
        FEEL_NAME.matcher(FEEL_TEXT.matcher(expression).replaceAll("\"\"")).results().forEach(each -> names.add(each.group()));
        names.removeAll(FEEL_WORDS);
        return names;
    }

    private static List<CamundaIn> ins(CallActivity call) {
        return call.getExtensionElements() == null ? List.of()
                : call.getExtensionElements().getElementsQuery().filterByType(CamundaIn.class).list();
    }

    private static List<CamundaOut> outs(CallActivity call) {
        return call.getExtensionElements() == null ? List.of()
                : call.getExtensionElements().getElementsQuery().filterByType(CamundaOut.class).list();
    }

    private static JsonNode json(byte[] content) {
        try {
            return JSON.readTree(content);
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static byte[] file(String folder, String name) {
        return resources(folder + "/**/" + name).map(ShippedModel::content).findFirst()
                .orElseThrow(() -> new AssertionError("There is no " + name));
    }

    private static Stream<Resource> resources(String pattern) {
        try {
            return Arrays.stream(new PathMatchingResourcePatternResolver().getResources("classpath*:" + pattern));
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static byte[] content(Resource resource) {
        try {
            return resource.getContentAsByteArray();
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
