package dev.kefu.workflow.gate;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a decision model may not have: other languages than FEEL, code behind functions, cells that nobody can read. */
class DecisionCheck {

    private static final String CAMUNDA = "http://camunda.org/schema/1.0/dmn";
    private static final Set<String> CAMUNDA_ATTRIBUTES = Set.of("historyTimeToLive", "versionTag", "inputVariable",
            "diagramRelationId");
    /** The names under which the engine knows FEEL. */
    private static final Set<String> FEEL = Set.of("feel", "FEEL", "http://www.omg.org/spec/FEEL/20140401",
            "http://www.omg.org/spec/DMN/20180521/FEEL/", "https://www.omg.org/spec/DMN/20191111/FEEL/",
            "https://www.omg.org/spec/DMN/20211108/FEEL/", "https://www.omg.org/spec/DMN/20230324/FEEL/");
    private static final Set<String> UNKNOWN_LOGIC = Set.of("functionDefinition", "encapsulatedLogic", "invocation",
            "context", "relation", "list", "import", "importedElement", "businessKnowledgeModel");
    private static final int LONGEST_NAME = 255;

    private final FeelReader feel = new FeelReader();

    static List<XmlNode> decisions(XmlNode root) {
        return root.children("decision").toList();
    }

    void check(XmlNode root, FileFindings findings) {
        if (!root.is("definitions") || !root.namespace().contains("omg.org/spec/DMN/")) {
            findings.add("it is no DMN model; open it in Modeler and save it again");
            return;
        }
        if (decisions(root).isEmpty()) {
            findings.add("it has no decision");
        }
        decisions(root).forEach(decision -> {
            if (decision.attribute("id").filter(id -> !id.isBlank()).isEmpty()) {
                findings.add(decision, "it has no id; give it one");
            }
            KeepTime.problem(decision.attribute(CAMUNDA, "historyTimeToLive").orElse(null))
                    .ifPresent(problem -> findings.add(decision, problem));
        });
        var ids = new HashSet<String>();
        root.all().forEach(node -> {
            node.attribute("id").filter(id -> !ids.add(id)).ifPresent(id -> findings.add(node,
                    "another element has the id " + ExpressionReader.shortened(id) + "; give it one of its own"));
            checkLanguage(node, findings);
            checkLogic(node, findings);
        });
    }

    private static void checkLanguage(XmlNode node, FileFindings findings) {
        for (var attribute : node.attributes()) {
            var name = attribute.name();
            if ((name.equals("expressionLanguage") || name.equals("typeLanguage")) && !FEEL.contains(attribute.value())) {
                findings.add(node, "it is written in '" + ExpressionReader.shortened(attribute.value())
                        + "'; tables are written in FEEL, take the " + name + " out");
            } else if (attribute.namespace().contains("camunda") && attribute.namespace().contains("schema")
                    && !attribute.namespace().contains("modeler") && !CAMUNDA_ATTRIBUTES.contains(name)) {
                findings.add(node, "the attribute camunda:" + name + " is not known to the house; take it out");
            }
            if ((name.equals("id") || name.equals("name") || name.equals("namespace"))
                    && attribute.value().length() > LONGEST_NAME) {
                findings.add(node, "its " + name + " is longer than " + LONGEST_NAME + " characters; shorten it");
            }
        }
    }

    private void checkLogic(XmlNode node, FileFindings findings) {
        if (UNKNOWN_LOGIC.contains(node.name())) {
            findings.add(node, "it decides by a " + node.name() + ", which the engine does not know or which could call "
                    + "code; use a decision table or a literal FEEL expression");
        } else if (node.is("text")) {
            var around = node.parent().map(XmlNode::name).orElse("");
            var problem = switch (around) {
                case "inputEntry" -> feel.conditionProblem(node.text());
                case "inputExpression", "outputEntry", "literalExpression" -> feel.expressionProblem(node.text());
                default -> Optional.<String>empty();
            };
            problem.ifPresent(each -> findings.add(node, each));
        }
    }
}
