package dev.kefu.models;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.Dmn;

/** What every decision table has to keep, so that supervisors can change its rows and always get an answer. */
final class DecisionRules {

    static final List<Rule> ALL = List.of(
        new Rule("A decision file is valid DMN", DecisionRules::validity),
        new Rule("A decision is named as its file", everyDecision(DecisionRules::fileName)),
        new Rule("A decision stands in a folder named as a Java package", DecisionRules::folder),
        new Rule("A decision has a name and says what it decides", everyDecision(DecisionRules::description)),
        new Rule("A decision is drawn for Camunda 7.24", everyDecision(DecisionRules::platform)),
        new Rule("Columns have headings, names and types", everyDecision(DecisionRules::columns)),
        new Rule("Every row answers in every column", everyDecision(DecisionRules::answers)),
        new Rule("A table in which the first row counts ends with a row for everything else",
            everyDecision(DecisionRules::lastRow)),
        new Rule("A decision is drawn", everyDecision(DecisionRules::drawn)));

    private DecisionRules() {
    }

    private static Stream<Complaint> validity(Models models) {
        return models.filesEndingWith(".dmn").flatMap(file -> {
            try {
                Dmn.readModelFromStream(new ByteArrayInputStream(file.text().getBytes(StandardCharsets.UTF_8)));
                DecisionModel.of(file, Xml.parse(file.text()));
                return Stream.empty();
            } catch (RuntimeException invalid) {
                return Stream.of(file.complain("", "open it in Modeler and repair it: " + invalid.getMessage()));
            }
        });
    }

    private static Stream<Complaint> fileName(DecisionModel model) {
        return model.decision().id().equals(model.file().stem()) ? Stream.empty()
            : complaint(model, model.decision(), "give decision and file one name, " + model.file().stem());
    }

    private static Stream<Complaint> folder(Models models) {
        return models.decisions()
            .filter(model -> !models.hasPackage(model.file().folder()))
            .map(model -> model.file().complain("",
                "move it to the folder of a module; there is no package dev.kefu." + model.file().folder()));
    }

    private static Stream<Complaint> description(DecisionModel model) {
        var isDescribed = model.decision().children("dmn:description").anyMatch(each -> !each.text().isEmpty());
        return isDescribed && model.decision().get("name").contains(" ") ? Stream.empty()
            : complaint(model, model.decision(), "name it in words, and describe what it decides, by which rules");
    }

    private static Stream<Complaint> platform(DecisionModel model) {
        return ProcessRules.isForThisPlatform(model.definitions()) ? Stream.empty()
            : Stream.of(model.file().complain("", "set its execution platform to Camunda Platform 7.24.0"));
    }

    private static Stream<Complaint> columns(DecisionModel model) {
        var inputs = model.definitions().all("dmn:input")
            .filter(input -> input.get("label").isBlank() || input.children("dmn:inputExpression")
                .noneMatch(each -> each.has("typeRef") && !each.text().isEmpty()));
        var outputs = model.definitions().all("dmn:output")
            .filter(output -> output.get("label").isBlank() || output.get("name").isBlank() || !output.has("typeRef"));
        return Stream.concat(inputs, outputs)
            .flatMap(each -> complaint(model, each, "give the column a heading, its variable and a type"));
    }

    private static Stream<Complaint> answers(DecisionModel model) {
        return model.definitions().all("dmn:outputEntry")
            .filter(entry -> entry.text().isEmpty())
            .flatMap(entry -> complaint(model, entry.parent(), "fill every output of this row"));
    }

    private static Stream<Complaint> lastRow(DecisionModel model) {
        return model.tables().filter(table -> table.get("hitPolicy").equals("FIRST"))
            .filter(table -> {
                var rows = table.children("dmn:rule").toList();
                return rows.isEmpty() || rows.get(rows.size() - 1).children("dmn:inputEntry")
                    .anyMatch(entry -> !entry.text().isEmpty() && !entry.text().equals("-"));
            })
            .flatMap(table -> complaint(model, table, "end it with a row whose inputs are all empty"));
    }

    private static Stream<Complaint> drawn(DecisionModel model) {
        return model.definitions().children("dmn:decision")
            .filter(decision -> model.definitions().all("dmndi:DMNShape")
                .noneMatch(shape -> shape.get("dmnElementRef").equals(decision.id())))
            .flatMap(decision -> complaint(model, decision, "draw it; Modeler shows only what the diagram has"));
    }

    private static Stream<Complaint> complaint(DecisionModel model, Xml element, String remedy) {
        var id = element.id().isEmpty() ? element.name() : element.id();
        return Stream.of(model.file().complain(id, remedy));
    }

    private static Function<Models, Stream<Complaint>> everyDecision(Function<DecisionModel, Stream<Complaint>> rule) {
        return models -> models.decisions().flatMap(rule);
    }
}
