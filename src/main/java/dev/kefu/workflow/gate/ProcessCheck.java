package dev.kefu.workflow.gate;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a process model may not have, wherever it stands: code, languages of its own, and what the engine ignores. */
class ProcessCheck {

    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static final Set<String> FOREIGN = Set.of("http://activiti.org/bpmn", "http://www.camunda.com/fox",
            "http://www.w3.org/1999/xhtml", "http://www.w3.org/2000/svg");
    private static final Map<String, Integer> COLUMNS = Map.of("id", 255, "name", 255, "targetNamespace", 255,
            "versionTag", 64);
    private static final int LONGEST_ATTRIBUTE = 4000;
    private static final int LONGEST_TEXT = 20_000;
    private static final int MOST_INSTANCES = 100;
    private static final String NO_SCRIPT = "models run no scripts; let a service task of the house do the work";

    private final House house;
    private final ExpressionReader expressions;
    private final ExtensionCheck extensions;

    ProcessCheck(House house, ExpressionReader expressions, Set<String> decisions) {
        this.house = house;
        this.expressions = expressions;
        this.extensions = new ExtensionCheck(house, expressions, decisions);
    }

    /** The processes of a file, as the engine will name them. */
    static List<XmlNode> processes(XmlNode root) {
        return root.children("process").toList();
    }

    void check(XmlNode root, FileFindings findings) {
        if (!root.is("definitions") || !root.namespace().equals(BPMN)) {
            findings.add("it is no BPMN 2.0 model; open it in Modeler and save it again");
            return;
        }
        if (root.attributes().stream().anyMatch(each -> each.name().equals("executionPlatform")
                && !each.value().equals("Camunda Platform"))) {
            findings.add("it is drawn for another engine; make it in Modeler for Camunda Platform 7");
        }
        var processes = processes(root);
        if (processes.isEmpty()) {
            findings.add("it has no process");
        }
        processes.forEach(process -> checkProcess(process, processes, findings));
        var ids = new HashSet<String>();
        root.all().forEach(node -> {
            if (!node.namespace().equals(XmlReader.CAMUNDA)) {
                node.attribute("id").filter(id -> !ids.add(id)).ifPresent(id -> findings.add(node,
                        "another element has the id " + ExpressionReader.shortened(id) + "; give it one of its own"));
            }
            checkVocabulary(node, findings);
            checkAttributes(node, findings);
            checkText(node, findings);
            extensions.check(node, findings);
        });
    }

    private void checkProcess(XmlNode process, List<XmlNode> all, FileFindings findings) {
        if (process.attribute("id").filter(id -> !id.isBlank()).isEmpty()) {
            findings.add(process, "it has no id; give it one");
        }
        // A pool that is only drawn may stand beside the one that runs
        var runs = all.stream().anyMatch(each -> isExecutable(each));
        if (process.attribute("isExecutable").isEmpty() || !runs) {
            findings.add(process, "it is not executable, so the engine would ignore it; make it executable");
        }
        KeepTime.problem(process.attribute(XmlReader.CAMUNDA, "historyTimeToLive").orElse(null))
                .filter(problem -> isExecutable(process) || !runs)
                .ifPresent(problem -> findings.add(process, problem));
        if (process.attribute("id").filter(house::isStartedByPeople).isPresent()
                && process.children("startEvent").noneMatch(ProcessCheck::isPlain)) {
            findings.add(process, "people start this process by its form; keep a start event without a trigger");
        }
    }

    private static boolean isExecutable(XmlNode process) {
        return process.attribute("isExecutable").filter("true"::equals).isPresent();
    }

    private static boolean isPlain(XmlNode start) {
        return start.children().noneMatch(each -> each.name().endsWith("EventDefinition"));
    }

    /** By the local name, because the engine's parser does not always look at the namespace. */
    private static void checkVocabulary(XmlNode node, FileFindings findings) {
        if (FOREIGN.contains(node.namespace())) {
            findings.add(node, "the namespace " + node.namespace() + " does not belong in a model; take the element "
                    + node.name() + " out");
        } else if (node.is("scriptTask")) {
            findings.add(node, "it is a script task; " + NO_SCRIPT);
        } else if (node.is("script")) {
            // A script task is refused with all that is in it
            if (node.parent().filter(each -> each.is("scriptTask")).isEmpty()) {
                findings.add(node, "it has a script; " + NO_SCRIPT);
            }
        } else if (node.is("import")) {
            findings.add(node, "it imports another file; take the import out");
        } else if (node.is("loopCardinality") && !isFew(node.text().strip())) {
            findings.add(node, "it repeats itself; say how often, from 1 to " + MOST_INSTANCES
                    + ", or for each element of a collection");
        } else if (node.parent().filter(each -> each.namespace().equals(XmlReader.CAMUNDA)).isPresent()
                && !node.namespace().equals(XmlReader.CAMUNDA) && !node.namespace().equals(BPMN)) {
            findings.add(node, "the element " + node.name() + " does not belong there; take it out");
        }
    }

    private void checkAttributes(XmlNode node, FileFindings findings) {
        for (var attribute : node.attributes()) {
            var value = attribute.value();
            if (FOREIGN.contains(attribute.namespace())) {
                findings.add(node, "the attribute " + attribute.name() + " is of another engine; take it out");
            }
            if (attribute.name().equals("language") || attribute.name().equals("scriptFormat") && !isScript(node)) {
                findings.add(node, "it is written in the language '" + ExpressionReader.shortened(value) + "'; " + NO_SCRIPT
                        + ", and write conditions without a language");
            }
            if (attribute.name().equals("resource")) {
                findings.add(node, "it takes a script from " + ExpressionReader.shortened(value) + "; " + NO_SCRIPT);
            }
            var longest = COLUMNS.getOrDefault(attribute.name(), LONGEST_ATTRIBUTE);
            if (value.length() > longest) {
                findings.add(node, "its " + attribute.name() + " is longer than " + longest + " characters; shorten it");
            } else if (!attribute.name().equals("delegateExpression")) {
                // A delegate expression has a rule of its own, which is stricter
                expressions.problems(value).forEach(problem -> findings.add(node, problem));
            }
        }
    }

    /** The engine makes all instances at once: a large number, or one that is computed, would take its memory. */
    private static boolean isFew(String number) {
        return number.matches("[0-9]{1,3}") && Integer.parseInt(number) >= 1 && Integer.parseInt(number) <= MOST_INSTANCES;
    }

    private static boolean isScript(XmlNode node) {
        return node.is("script", "scriptTask");
    }

    private void checkText(XmlNode node, FileFindings findings) {
        if (node.text().length() > LONGEST_TEXT) {
            findings.add(node, "its text is longer than " + LONGEST_TEXT + " characters; shorten it");
        } else if (isRead(node)) {
            expressions.problems(node.text()).forEach(problem -> findings.add(node, problem));
        }
    }

    /** Text for people; but a user task's documentation becomes its description, which the engine evaluates. */
    private static boolean isRead(XmlNode node) {
        var isOfUserTask = node.parent().filter(each -> each.is("userTask")).isPresent();
        var isAnnotation = node.is("text") && node.parent().filter(each -> each.is("textAnnotation")).isPresent();
        return !isAnnotation && (!node.is("documentation") || isOfUserTask);
    }
}
