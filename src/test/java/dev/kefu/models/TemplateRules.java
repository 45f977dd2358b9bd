package dev.kefu.models;

import static dev.kefu.models.ModelFile.kebab;

import dev.kefu.models.Models.Template;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What keeps Modeler's element templates and the models together: nobody should have to type the name of a bean. */
final class TemplateRules {

    private static final String FOLDER = "processes/.camunda/element-templates/";

    static final List<Rule> ALL = List.of(
        new Rule("An element template can be read, and has a name, an id and a description", TemplateRules::validity),
        new Rule("Every service task has an element template", TemplateRules::serviceTasks),
        new Rule("Every called process has an element template that passes the case number", TemplateRules::calls),
        new Rule("Every element template has a task", TemplateRules::leftOvers),
        new Rule("A task names an element template that exists", TemplateRules::references));

    private TemplateRules() {
    }

    private static Stream<Complaint> validity(Models models) {
        var seen = new HashSet<String>();
        return models.files().stream().filter(file -> file.path().startsWith(FOLDER)).flatMap(file -> {
            try {
                var json = Models.json(file);
                var isComplete = json.path("properties").isArray()
                    && Stream.of("name", "id", "description").noneMatch(each -> json.path(each).asText().isBlank());
                return isComplete && seen.add(json.path("id").asText()) ? Stream.empty()
                    : Stream.of(file.complain("", "give it a name, a description, properties and an id of its own"));
            } catch (IllegalArgumentException noJson) {
                return Stream.of(file.complain("", "repair it: " + noJson.getMessage()));
            }
        });
    }

    private static Stream<Complaint> serviceTasks(Models models) {
        var beans = models.templates()
            .filter(each -> each.appliesTo("bpmn:ServiceTask"))
            .filter(each -> each.file().path().equals(FOLDER + kebab(bean(each)) + ".json"))
            .map(TemplateRules::bean)
            .collect(Collectors.toSet());
        return models.processes().flatMap(model -> model.nodes("bpmn:serviceTask")
            .filter(task -> !beans.contains(task.id()))
            .map(task -> model.file().complain(task.id(),
                "make the element template " + FOLDER + kebab(task.id()) + ".json that sets ${" + task.id() + "}")));
    }

    private static Stream<Complaint> calls(Models models) {
        var called = models.templates()
            .filter(each -> each.appliesTo("bpmn:CallActivity"))
            .filter(each -> each.value("camunda:in:businessKey", "").equals("#{execution.processBusinessKey}"))
            .map(each -> each.value("property", "calledElement"))
            .collect(Collectors.toSet());
        return models.processes().flatMap(model -> model.nodes("bpmn:callActivity")
            .filter(call -> !called.contains(call.get("calledElement")))
            .map(call -> model.file().complain(call.id(), "make an element template that calls "
                + call.get("calledElement") + " with the business key #{execution.processBusinessKey}")));
    }

    private static Stream<Complaint> leftOvers(Models models) {
        var tasks = models.processes().flatMap(model -> model.nodes("bpmn:serviceTask")).map(Xml::id)
            .collect(Collectors.toSet());
        var processes = models.processes().map(model -> model.process().id()).collect(Collectors.toSet());
        return models.templates()
            .filter(each -> !tasks.contains(bean(each)) && !processes.contains(each.value("property", "calledElement")))
            .map(each -> each.file().complain("", "use it in a process, or remove it"));
    }

    private static Stream<Complaint> references(Models models) {
        var known = models.templates()
            .map(each -> each.json().path("id").asText() + " " + each.json().path("version").asText())
            .collect(Collectors.toSet());
        return models.processes().flatMap(model -> model.nodes()
            .filter(node -> node.has("camunda:modelerTemplate"))
            .filter(node -> !known.contains(
                node.get("camunda:modelerTemplate") + " " + node.get("camunda:modelerTemplateVersion")))
            .map(node -> model.file().complain(node.id(), "apply an element template that exists, in its version")));
    }

    private static String bean(Template template) {
        return template.value("property", "camunda:delegateExpression").replaceAll("^\\$\\{(.*)}$", "$1");
    }
}
