package dev.kefu.models;

import static dev.kefu.models.ModelFile.kebab;

import dev.kefu.workflow.Groups;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;

/** What every process model has to keep, so that the engine, the code, Modeler and people understand it alike. */
final class ProcessRules {

    private static final Pattern CAMEL_CASE = Pattern.compile("[a-z]+([A-Z][a-z]*)*");
    private static final Pattern KEBAB_CASE = Pattern.compile("[a-z]+(-[a-z]+)*");
    private static final Pattern IN_WORDS = Pattern.compile("\\p{Lu}[^_${}]*[\\p{L}\\p{N}]\\??");

    static final List<Rule> ALL = List.of(
        new Rule("A process file is valid BPMN 2.0", ProcessRules::validity),
        new Rule("A process is named as its file", everyProcess(ProcessRules::fileName)),
        new Rule("A process stands in a folder named as a Java package", inModels(ProcessRules::folder)),
        new Rule("A process can run, has a name and says what it is for", everyProcess(ProcessRules::description)),
        new Rule("A process is drawn for Camunda 7.24", everyProcess(ProcessRules::platform)),
        new Rule("Ids are words", everyNode(ProcessRules::ids)),
        new Rule("Names are words", everyNode(ProcessRules::names)),
        new Rule("Tasks are named by a verb and an object", everyNode(ProcessRules::taskNames)),
        new Rule("A gateway that chooses asks a question", everyNode(ProcessRules::questions)),
        new Rule("Every answer of a gateway is written on its way", everyNode(ProcessRules::answers)),
        new Rule("Every way out of a gateway has a condition or is the default", everyNode(ProcessRules::conditions)),
        new Rule("Only a gateway splits", everyNode(ProcessRules::splits)),
        new Rule("A service task calls the bean of its own name", everyNode(ProcessRules::beans)),
        new Rule("A service task has a class of its own name", inModels(ProcessRules::classes)),
        new Rule("A service task's name is used once", ProcessRules::uniqueServiceTasks),
        new Rule("A user task shows the form of its own name", inModels(ProcessRules::forms)),
        new Rule("A user task is offered to groups of the contract", everyNode(ProcessRules::candidates)),
        new Rule("A user task has a due date", everyNode(ProcessRules::dueDates)),
        new Rule("A user task says what is to be done", everyNode(ProcessRules::instructions)),
        new Rule("A start form exists", inModels(ProcessRules::startForms)),
        new Rule("A business rule task asks a table that exists", inModels(ProcessRules::tables)),
        new Rule("A called process exists and gets the case number", inModels(ProcessRules::calls)),
        new Rule("Every node is reached from a start", everyProcess(ProcessRules::unreachable)),
        new Rule("Every node leads to an end", everyProcess(ProcessRules::deadEnds)));

    private ProcessRules() {
    }

    private static Stream<Complaint> validity(Models models) {
        return models.filesEndingWith(".bpmn").flatMap(file -> {
            try {
                Bpmn.readModelFromStream(new ByteArrayInputStream(file.text().getBytes(StandardCharsets.UTF_8)));
                return ProcessModel.of(file, Xml.parse(file.text())).definitions().children("bpmn:process").skip(1)
                    .map(second -> file.complain(second.id(), "give each process a file of its own"));
            } catch (RuntimeException invalid) {
                return Stream.of(file.complain("", "open it in Modeler and repair it: " + invalid.getMessage()));
            }
        });
    }

    private static Stream<Complaint> fileName(ProcessModel model) {
        var id = model.process().id();
        return KEBAB_CASE.matcher(id).matches() && model.file().path().endsWith("/" + id + ".bpmn") ? Stream.empty()
            : complaint(model, model.process(), "give process and file one kebab-case name, " + model.file().stem());
    }

    private static Stream<Complaint> folder(Models models, ProcessModel model) {
        var folder = model.file().folder();
        return models.hasPackage(folder) ? Stream.empty()
            : Stream.of(model.file().complain("",
                "move it to the folder of a module; there is no package dev.kefu." + folder));
    }

    private static Stream<Complaint> description(ProcessModel model) {
        var process = model.process();
        return Stream.of(
                process.get("isExecutable").equals("true") ? null : "make it executable",
                IN_WORDS.matcher(process.get("name")).matches() ? null : "give it a name in words",
                isDocumented(process) ? null : "write in its documentation what it is for, and by which rules")
            .filter(Objects::nonNull)
            .map(remedy -> model.file().complain(process.id(), remedy));
    }

    private static Stream<Complaint> platform(ProcessModel model) {
        return isForThisPlatform(model.definitions()) ? Stream.empty()
            : Stream.of(model.file().complain("", "set its execution platform to Camunda Platform 7.24.0"));
    }

    static boolean isForThisPlatform(Xml definitions) {
        return definitions.get("modeler:executionPlatform").equals("Camunda Platform")
            && definitions.get("modeler:executionPlatformVersion").equals("7.24.0");
    }

    private static Stream<Complaint> ids(ProcessModel model, Xml node) {
        return CAMEL_CASE.matcher(node.id()).matches() ? Stream.empty()
            : complaint(model, node, "give it an id in camelCase words, such as reviewReturn or parcelArrived");
    }

    private static Stream<Complaint> names(ProcessModel model, Xml node) {
        var isNameless = node.get("name").isEmpty()
            && (node.is("bpmn:parallelGateway", "bpmn:eventBasedGateway") || isJoin(model, node));
        return isNameless || IN_WORDS.matcher(node.get("name")).matches() ? Stream.empty()
            : complaint(model, node, "name it in words, beginning with a capital letter");
    }

    private static boolean isJoin(ProcessModel model, Xml node) {
        return node.name().endsWith("Gateway") && model.outgoing(node).size() < 2;
    }

    private static Stream<Complaint> taskNames(ProcessModel model, Xml node) {
        return !isTask(node) || node.get("name").contains(" ") ? Stream.empty()
            : complaint(model, node, "name it by a verb and an object, such as Review return");
    }

    private static Stream<Complaint> questions(ProcessModel model, Xml node) {
        return !model.isDecision(node) || node.get("name").endsWith("?") ? Stream.empty()
            : complaint(model, node, "name it as the question that it decides, with a question mark");
    }

    private static Stream<Complaint> answers(ProcessModel model, Xml node) {
        return !model.isDecision(node) ? Stream.empty() : model.outgoing(node).stream()
            .filter(flow -> flow.get("name").isBlank())
            .flatMap(flow -> complaint(model, flow, "label it with the answer to: " + node.get("name")));
    }

    private static Stream<Complaint> conditions(ProcessModel model, Xml node) {
        return !model.isDecision(node) ? Stream.empty() : model.outgoing(node).stream()
            .filter(flow -> flow.children("bpmn:conditionExpression").findAny().isEmpty())
            .filter(flow -> !flow.id().equals(node.get("default")))
            .flatMap(flow -> complaint(model, flow, "give it a condition, or make it the default of " + node.id()));
    }

    private static Stream<Complaint> splits(ProcessModel model, Xml node) {
        return node.name().endsWith("Gateway") || model.outgoing(node).size() < 2 ? Stream.empty()
            : complaint(model, node, "let a gateway choose between the ways that leave it");
    }

    private static Stream<Complaint> beans(ProcessModel model, Xml node) {
        return !node.is("bpmn:serviceTask") || node.get("camunda:delegateExpression").equals("${" + node.id() + "}")
            ? Stream.empty()
            : complaint(model, node, "set its delegate expression to ${" + node.id() + "}, by its element template");
    }

    private static Stream<Complaint> classes(Models models, ProcessModel model) {
        return model.nodes("bpmn:serviceTask").flatMap(task -> {
            var type = Character.toUpperCase(task.id().charAt(0)) + task.id().substring(1);
            var path = "dev/kefu/" + model.file().folder() + "/process/" + type + ".java";
            return models.sources().contains(path) ? Stream.empty() : complaint(model, task, "write its class " + path);
        });
    }

    private static Stream<Complaint> uniqueServiceTasks(Models models) {
        var seen = new HashMap<String, ModelFile>();
        return models.processes().flatMap(model -> model.nodes("bpmn:serviceTask").flatMap(task -> {
            var other = seen.putIfAbsent(task.id(), model.file());
            return other == null ? Stream.empty()
                : complaint(model, task, "give it another name; " + other.path() + " has it");
        }));
    }

    private static Stream<Complaint> forms(Models models, ProcessModel model) {
        return model.nodes("bpmn:userTask").flatMap(task -> {
            var wanted = kebab(task.id());
            if (!task.get("camunda:formRef").equals(wanted)) {
                return complaint(model, task, "let it show the form " + wanted);
            }
            return missingForm(models, model, task);
        });
    }

    private static Stream<Complaint> startForms(Models models, ProcessModel model) {
        return model.nodes("bpmn:startEvent")
            .filter(start -> start.has("camunda:formRef") || start.has("camunda:formKey"))
            .flatMap(start -> missingForm(models, model, start));
    }

    private static Stream<Complaint> missingForm(Models models, ProcessModel model, Xml node) {
        var form = node.get("camunda:formRef");
        var path = "forms/" + model.file().folder() + "/" + form + ".form";
        if (node.has("camunda:formKey") || !node.get("camunda:formRefBinding").equals("latest")) {
            return complaint(model, node, "refer to its form by formRef with the binding latest");
        }
        return models.form(form).filter(each -> each.file().path().equals(path) || isOfAnother(models, model, node)).isPresent()
            ? Stream.empty() : complaint(model, node, "make the form " + path);
    }

    /** What is done alike in several processes has one form, in the folder of one of them. */
    private static boolean isOfAnother(Models models, ProcessModel model, Xml node) {
        return models.form(node.get("camunda:formRef")).filter(form -> models.processes()
                .filter(other -> other.file().folder().equals(form.file().folder()) && other != model)
                .anyMatch(other -> other.node(node.id()).isPresent())).isPresent();
    }

    private static Stream<Complaint> candidates(ProcessModel model, Xml node) {
        if (!node.is("bpmn:userTask")) {
            return Stream.empty();
        }
        var groups = node.get("camunda:candidateGroups");
        if (groups.isEmpty()) {
            return isExpression(node.get("camunda:assignee")) ? Stream.empty()
                : complaint(model, node, "offer it to a group, or let an expression find its assignee");
        }
        return Arrays.stream(groups.split(",")).map(String::strip)
            .filter(group -> !isExpression(group) && !Groups.NAMES.containsKey(group))
            .flatMap(group -> complaint(model, node, "offer it to a group that exists; there is none called " + group));
    }

    private static Stream<Complaint> dueDates(ProcessModel model, Xml node) {
        return !node.is("bpmn:userTask") || node.has("camunda:dueDate") ? Stream.empty()
            : complaint(model, node, "say when it is due, so that it can be seen when it is overdue");
    }

    private static Stream<Complaint> instructions(ProcessModel model, Xml node) {
        return !node.is("bpmn:userTask") || isDocumented(node) ? Stream.empty()
            : complaint(model, node, "write in its documentation what is to be done, and by which rule");
    }

    private static Stream<Complaint> tables(Models models, ProcessModel model) {
        return model.nodes("bpmn:businessRuleTask").flatMap(task -> {
            var table = task.get("camunda:decisionRef");
            if (models.decisions().noneMatch(each -> each.decision().id().equals(table))) {
                return complaint(model, task, "refer to a decision table that exists, not to '" + table + "'");
            }
            return task.get("camunda:decisionRefBinding").equals("latest") && task.has("camunda:resultVariable")
                && task.has("camunda:mapDecisionResult") ? Stream.empty()
                : complaint(model, task, "bind the latest table, map its result and name the variable for it");
        });
    }

    private static Stream<Complaint> calls(Models models, ProcessModel model) {
        return model.nodes("bpmn:callActivity").flatMap(call -> {
            var called = call.get("calledElement");
            if (models.processes().noneMatch(each -> each.process().id().equals(called))) {
                return complaint(model, call, "call a process that exists, not '" + called + "'");
            }
            return call.all("camunda:in").anyMatch(each ->
                each.get("businessKey").equals("#{execution.processBusinessKey}")) ? Stream.empty()
                : complaint(model, call, "pass the case number on as business key: #{execution.processBusinessKey}");
        });
    }

    private static Stream<Complaint> unreachable(ProcessModel model) {
        var reached = model.reachedFromStart();
        return model.nodes().filter(node -> !reached.contains(node.id()) && !startsByItself(node))
            .flatMap(node -> complaint(model, node, "draw a way to it from the start, or remove it"));
    }

    private static Stream<Complaint> deadEnds(ProcessModel model) {
        var leading = model.reachingAnEnd();
        return model.nodes().filter(node -> !leading.contains(node.id()) && !startsByItself(node))
            .flatMap(node -> complaint(model, node, "draw a way from it to an end event"));
    }

    private static boolean startsByItself(Xml node) {
        return node.get("isForCompensation").equals("true") || node.get("triggeredByEvent").equals("true");
    }

    private static boolean isTask(Xml node) {
        return node.is("bpmn:task", "bpmn:callActivity") || node.name().endsWith("Task");
    }

    private static boolean isDocumented(Xml element) {
        return element.children("bpmn:documentation").anyMatch(each -> !each.text().isEmpty());
    }

    private static boolean isExpression(String text) {
        return text.matches("[$#]\\{.+}");
    }

    private static Stream<Complaint> complaint(ProcessModel model, Xml element, String remedy) {
        var id = element.id().isEmpty() ? element.name() : element.id();
        return Stream.of(model.file().complain(id, remedy));
    }

    private static Function<Models, Stream<Complaint>> everyProcess(Function<ProcessModel, Stream<Complaint>> rule) {
        return models -> models.processes().flatMap(rule);
    }

    private static Function<Models, Stream<Complaint>> inModels(
            BiFunction<Models, ProcessModel, Stream<Complaint>> rule) {
        return models -> models.processes().flatMap(model -> rule.apply(models, model));
    }

    private static Function<Models, Stream<Complaint>> everyNode(
            BiFunction<ProcessModel, Xml, Stream<Complaint>> rule) {
        return models -> models.processes().flatMap(model -> model.nodes().flatMap(node -> rule.apply(model, node)));
    }
}
