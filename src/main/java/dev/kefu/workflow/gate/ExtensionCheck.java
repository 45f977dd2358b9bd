package dev.kefu.workflow.gate;

import static java.util.Map.entry;

import dev.kefu.workflow.gate.XmlNode.Attribute;
import java.util.Map;
import java.util.Set;
import org.springframework.lang.Nullable;

/**
 * What a process model may tell the engine beyond BPMN. The engine's own vocabulary is a list of what is allowed; what
 * does not stand on it is refused, also what a later engine may invent.
 */
class ExtensionCheck {

    /** On BPMN elements: harmless whatever they say, apart from expressions, which are checked everywhere. */
    private static final Set<String> ATTRIBUTES = Set.of("async", "asyncBefore", "asyncAfter", "exclusive", "jobPriority",
            "errorCodeVariable", "errorMessageVariable", "errorMessage", "escalationCodeVariable", "initiator", "formRef",
            "formRefBinding", "formRefVersion", "modelerTemplate", "modelerTemplateVersion", "candidateStarterGroups",
            "candidateStarterUsers", "versionTag", "historyTimeToLive", "isStartableInTasklist", "assignee",
            "candidateUsers", "candidateGroups", "dueDate", "followUpDate", "priority", "calledElementBinding",
            "calledElementVersion", "calledElementVersionTag", "resultVariable", "resultVariableName",
            "mapDecisionResult", "decisionRefBinding", "decisionRefVersion", "decisionRefVersionTag", "collection",
            "elementVariable", "variableName", "variableEvents", "diagramRelationId", "delegateExpression", "decisionRef",
            "formKey");

    private static final Map<String, String> REFUSED_ATTRIBUTES = Map.ofEntries(
            entry("class", "it names a Java class; call a service task of the house by its delegate expression"),
            entry("expression", "it runs an expression; call a service task of the house by its delegate expression, "
                    + "or set a variable by an output mapping"),
            entry("type", "it hands the work to something outside ({}), which nobody answers; call a service task of the "
                    + "house by its delegate expression"),
            entry("topic", "there are no external workers; call a service task of the house by its delegate expression"),
            entry("taskPriority", "there are no external workers; take the priority out"),
            entry("resource", ""),
            entry("formHandlerClass", "it names a Java class for its form; use a form of Modeler"),
            entry("variableMappingClass", "it names a Java class; map the variables one by one"),
            entry("variableMappingDelegateExpression", "it maps variables by code; map the variables one by one"),
            entry("caseRef", "it calls a CMMN case; call a process"),
            entry("calledElementTenantId", "there are no tenants; take it out"),
            entry("decisionRefTenantId", "there are no tenants; take it out"),
            entry("caseTenantId", "there are no tenants; take it out"));

    /** The engine's elements and their attributes. */
    private static final Map<String, Set<String>> ELEMENTS = Map.ofEntries(
            entry("inputOutput", Set.of()), entry("inputParameter", Set.of("name")),
            entry("outputParameter", Set.of("name")), entry("list", Set.of()), entry("map", Set.of()),
            entry("entry", Set.of("key")), entry("value", Set.of("id", "name")),
            entry("in", Set.of("source", "sourceExpression", "target", "businessKey", "local")),
            entry("out", Set.of("source", "sourceExpression", "target", "local")),
            entry("properties", Set.of()), entry("property", Set.of("id", "name", "value")),
            entry("failedJobRetryTimeCycle", Set.of()),
            entry("executionListener", Set.of("event", "delegateExpression")),
            entry("taskListener", Set.of("id", "event", "delegateExpression")),
            entry("formData", Set.of()),
            entry("formField", Set.of("id", "label", "type", "datePattern", "defaultValue")),
            entry("validation", Set.of()), entry("constraint", Set.of("name", "config")));

    private static final Map<String, String> REFUSED_ELEMENTS = Map.of(
            "connector", "it calls a connector; call a service task of the house by its delegate expression",
            "connectorId", "",
            "field", "it injects a field into a service task, which many cases share; give it a variable by an input "
                    + "mapping",
            "formProperty", "it has a form of an old kind; use a form of Modeler");

    private static final Set<String> CONSTRAINTS = Set.of("required", "readonly", "min", "max", "minlength", "maxlength");
    private static final Set<String> FIELD_TYPES = Set.of("string", "long", "date", "boolean", "enum");
    private static final Set<String> BUSINESS_KEY = Set.of("#{execution.processBusinessKey}",
            "${execution.processBusinessKey}");
    private static final Set<String> VARIABLES = Set.of("resultVariable", "resultVariableName", "elementVariable",
            "errorCodeVariable", "errorMessageVariable", "escalationCodeVariable", "initiator");
    private static final String ONE_BY_ONE = "it hands over all variables at once, also those that are not meant for the "
            + "other side; name them one by one";

    private final House house;
    private final ExpressionReader expressions;
    private final Set<String> decisions;

    /** @param decisions that come with the same deployment */
    ExtensionCheck(House house, ExpressionReader expressions, Set<String> decisions) {
        this.house = house;
        this.expressions = expressions;
        this.decisions = decisions;
    }

    void check(XmlNode node, FileFindings findings) {
        if (node.namespace().equals(XmlReader.CAMUNDA)) {
            checkElement(node, findings);
        } else {
            node.attributes().stream().filter(each -> each.namespace().equals(XmlReader.CAMUNDA))
                    .forEach(each -> checkAttribute(node, each, findings));
            if (node.is("callActivity")) {
                checkCall(node, findings);
            }
        }
    }

    private void checkAttribute(XmlNode node, Attribute attribute, FileFindings findings) {
        var name = attribute.name();
        var value = attribute.value();
        if (!ATTRIBUTES.contains(name)) {
            refuse(node, REFUSED_ATTRIBUTES.getOrDefault(name, "the attribute camunda:" + name
                    + " is not known to the house; take it out"), value, findings);
            return;
        }
        if (VARIABLES.contains(name)) {
            checkVariable(node, value, findings);
        }
        switch (name) {
            case "delegateExpression" -> checkDelegate(node, value, findings);
            case "decisionRef" -> checkDecision(node, value, findings);
            case "formKey" -> checkFormKey(node, value, findings);
            default -> {
            }
        }
    }

    private void checkElement(XmlNode node, FileFindings findings) {
        // The script itself is refused by its name, whatever its namespace
        if (node.is("script")) {
            return;
        }
        var allowed = ELEMENTS.get(node.name());
        if (allowed == null) {
            refuse(node, REFUSED_ELEMENTS.getOrDefault(node.name(), "the element camunda:" + node.name()
                    + " is not known to the house; take it out"), "", findings);
            return;
        }
        for (var attribute : node.attributes()) {
            if (!allowed.contains(attribute.name())) {
                refuse(node, remedy(node, attribute), attribute.value(), findings);
            }
        }
        switch (node.name()) {
            case "executionListener" -> node.attribute("delegateExpression")
                    .ifPresent(value -> checkDelegate(node, value, findings));
            case "taskListener" -> node.attribute("delegateExpression")
                    .ifPresent(value -> checkTaskListener(node, value, findings));
            case "inputParameter", "outputParameter" -> checkVariable(node, node.attribute("name").orElse(null), findings);
            case "in", "out" -> checkMapping(node, findings);
            case "formField" -> checkField(node, findings);
            case "constraint" -> node.attribute("name").filter(name -> !CONSTRAINTS.contains(name))
                    .ifPresent(name -> findings.add(node, "the constraint " + ExpressionReader.shortened(name)
                            + " is checked by code; use one of required, readonly, min, max, minlength, maxlength"));
            default -> {
            }
        }
    }

    private static String remedy(XmlNode node, Attribute attribute) {
        var name = attribute.name();
        if (node.is("in", "out") && name.equals("variables")) {
            return ONE_BY_ONE;
        }
        if (node.is("formData") && name.equals("businessKey")) {
            return "a field of its form would become the case number; the first service task sets it";
        }
        return REFUSED_ATTRIBUTES.getOrDefault(name, "the attribute " + name + " of camunda:" + node.name()
                + " is not known to the house; take it out");
    }

    /** An empty remedy means that another check says it already. */
    private static void refuse(XmlNode node, String remedy, String value, FileFindings findings) {
        if (!remedy.isEmpty()) {
            findings.add(node, remedy.replace("{}", ExpressionReader.shortened(value)));
        }
    }

    private void checkDelegate(XmlNode node, String value, FileFindings findings) {
        if (!HouseLanguage.isExpression(value)
                || expressions.nameIn(value).filter(house::isServiceTask).isEmpty()) {
            findings.add(node, "the delegate expression " + ExpressionReader.shortened(value) + " names no service task of "
                    + "the house; choose one of the element templates");
        }
    }

    private void checkTaskListener(XmlNode node, String value, FileFindings findings) {
        if (!HouseLanguage.isExpression(value)
                || expressions.nameIn(value).filter(house::isServiceTask).filter(house::isTaskListener).isEmpty()) {
            findings.add(node, "the listener " + ExpressionReader.shortened(value) + " is none of the house; let a service "
                    + "task after the user task do the work");
        }
    }

    private void checkDecision(XmlNode node, String value, FileFindings findings) {
        if (HouseLanguage.isExpression(value)) {
            findings.add(node, "which decision it asks is found out by an expression; write the decision's id");
        } else if (!decisions.contains(value) && !house.hasDecision(value)) {
            findings.add(node, "there is no decision '" + ExpressionReader.shortened(value) + "'; deploy it before or "
                    + "together with the model, or correct the id");
        }
    }

    private static void checkFormKey(XmlNode node, String value, FileFindings findings) {
        if (!value.matches("camunda-forms:deployment:[\\w./-]+\\.form") || value.contains("..")) {
            findings.add(node, "the form key " + ExpressionReader.shortened(value) + " shows a page that is no form of "
                    + "Modeler and could run code in people's browsers; refer to a Camunda Form by its form reference");
        }
    }

    private void checkVariable(XmlNode node, @Nullable String name, FileFindings findings) {
        if (name == null || name.isBlank()) {
            findings.add(node, "a variable has no name; give it one");
        } else if (house.isServiceTask(name) || HouseLanguage.SCOPES.contains(name)
                || HouseLanguage.isExpression(name)) {
            findings.add(node, "no variable may be called " + ExpressionReader.shortened(name)
                    + "; it stands for something of the house; choose another name");
        }
    }

    private void checkMapping(XmlNode node, FileFindings findings) {
        node.attribute("target").ifPresent(target -> checkVariable(node, target, findings));
        node.attribute("businessKey").filter(key -> !BUSINESS_KEY.contains(key)).ifPresent(key -> findings.add(node,
                "it passes another business key than that of the case; write #{execution.processBusinessKey}"));
    }

    private void checkField(XmlNode node, FileFindings findings) {
        checkVariable(node, node.attribute("id").orElse(null), findings);
        node.attribute("type").filter(type -> !FIELD_TYPES.contains(type)).ifPresent(type -> findings.add(node,
                "the field type " + ExpressionReader.shortened(type) + " is not known; use one of string, long, date, "
                        + "boolean, enum"));
    }

    private static void checkCall(XmlNode call, FileFindings findings) {
        var called = call.attribute("calledElement").orElse("");
        if (HouseLanguage.isExpression(called)) {
            findings.add(call, "which process it calls is found out by an expression; write the process's id, "
                    + "and let a gateway choose between several calls");
        } else if (called.isBlank() && call.attribute(XmlReader.CAMUNDA, "caseRef").isEmpty()) {
            findings.add(call, "it calls nothing; write the id of the process to call");
        }
        var passesCase = call.children("extensionElements").flatMap(each -> each.children("in"))
                .anyMatch(each -> each.attribute("businessKey").filter(BUSINESS_KEY::contains).isPresent());
        if (!passesCase) {
            findings.add(call, "the called process would not know its case; pass on the business key "
                    + "#{execution.processBusinessKey}");
        }
    }
}
