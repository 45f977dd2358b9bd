package dev.kefu.models;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kefu.models.Models.Form;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What every form has to keep, so that Tasklist 7.24 (form-js 1.8.7) shows it and sends what was filled in. */
final class FormRules {

    private static final Set<String> INPUTS = Set.of("textfield", "textarea", "number", "checkbox", "radio", "select",
        "checklist", "taglist", "datetime");
    private static final int LONGEST_VARIABLE = 4000;

    static final List<Rule> ALL = List.of(
        new Rule("A form file is a form", FormRules::validity),
        new Rule("A form is named as its file", everyForm(FormRules::fileName)),
        new Rule("A form stands in a folder named as a Java package", FormRules::folder),
        new Rule("A form is made for Camunda 7.24", everyForm(FormRules::platform)),
        new Rule("Ids of fields are given once", everyForm(FormRules::ids)),
        new Rule("Keys of fields are given once", everyForm(FormRules::keys)),
        new Rule("Fields have labels", everyForm(FormRules::labels)),
        new Rule("Texts have a length that a variable can hold", everyForm(FormRules::lengths)),
        new Rule("Rows of a list can all be seen, added and removed", everyForm(FormRules::rows)),
        new Rule("Choices are written out with label and value", everyForm(FormRules::choices)),
        new Rule("A form is used", FormRules::unused));

    private FormRules() {
    }

    private static Stream<Complaint> validity(Models models) {
        return models.filesEndingWith(".form").flatMap(file -> {
            try {
                return Models.json(file).path("components").isArray() ? Stream.empty()
                    : Stream.of(file.complain("", "give it components"));
            } catch (IllegalArgumentException noJson) {
                return Stream.of(file.complain("", "open it in Modeler and repair it: " + noJson.getMessage()));
            }
        });
    }

    private static Stream<Complaint> fileName(Form form) {
        return form.json().path("id").asText().equals(form.file().stem()) ? Stream.empty()
            : Stream.of(form.file().complain(form.json().path("id").asText(), "give form and file one name"));
    }

    private static Stream<Complaint> folder(Models models) {
        return models.forms().filter(form -> !models.hasPackage(form.file().folder()))
            .map(form -> form.file().complain("",
                "move it to the folder of a module; there is no package dev.kefu." + form.file().folder()));
    }

    private static Stream<Complaint> platform(Form form) {
        var json = form.json();
        return json.path("executionPlatform").asText().equals("Camunda Platform")
            && json.path("executionPlatformVersion").asText().equals("7.24.0")
            && json.path("schemaVersion").asInt() == 16 ? Stream.empty()
            : Stream.of(form.file().complain("", "set its platform to Camunda Platform 7.24.0, its schema version to 16"));
    }

    private static Stream<Complaint> ids(Form form) {
        return repeated(fields(form).map(field -> field.path("id").asText()).toList())
            .map(id -> form.file().complain(id, "give every field an id of its own"));
    }

    private static Stream<Complaint> keys(Form form) {
        var inputs = keysByScope(form).values().stream()
            .flatMap(keys -> repeated(keys).map(key -> form.file().complain(key, "give every field a key of its own")));
        var nameless = fields(form)
            .filter(field -> INPUTS.contains(type(field)) && field.path("key").asText().isEmpty())
            .map(field -> complaint(form, field, "give it a key; that is the name of its variable"));
        return Stream.concat(inputs, nameless);
    }

    private static Stream<Complaint> labels(Form form) {
        return fields(form)
            .filter(field -> INPUTS.contains(type(field)) || type(field).equals("dynamiclist"))
            .filter(field -> field.path("label").asText().isBlank())
            .map(field -> complaint(form, field, "give it a label"));
    }

    private static Stream<Complaint> lengths(Form form) {
        return fields(form)
            .filter(field -> type(field).equals("textfield") || type(field).equals("textarea"))
            .filter(field -> !isReadOnly(field))
            .filter(field -> {
                var longest = field.path("validate").path("maxLength").asInt();
                return longest <= 0 || longest > LONGEST_VARIABLE;
            })
            .map(field -> complaint(form, field, "set its longest length, to no more than " + LONGEST_VARIABLE));
    }

    private static Stream<Complaint> rows(Form form) {
        return fields(form).filter(field -> type(field).equals("dynamiclist"))
            .filter(list -> !list.path("isRepeating").asBoolean() || list.path("allowAddRemove").asBoolean() == areNamedByHouse(list)
                || list.path("path").asText().isEmpty() || !list.path("disableCollapse").asBoolean(true)
                || list.has("nonCollapsedItems"))
            .map(list -> complaint(form, list,
                "give it a path, let rows be added and removed, unless they name what the house asks about, and don't collapse it:"
                    + " hidden rows are not sent"));
    }

    /** Whoever fills in rows that the house has begun adds none, and leaves none out. */
    private static boolean areNamedByHouse(JsonNode list) {
        return StreamSupport.stream(list.path("components").spliterator(), false).anyMatch(FormRules::isReadOnly);
    }

    private static boolean isReadOnly(JsonNode field) {
        return field.path("readonly").asBoolean();
    }

    private static Stream<Complaint> choices(Form form) {
        return fields(form)
            .filter(field -> Set.of("radio", "select", "checklist", "taglist").contains(type(field)))
            .filter(field -> !field.has("valuesKey") && !field.has("valuesExpression"))
            .filter(field -> field.path("values").isEmpty() || !allHaveLabelAndValue(field.path("values")))
            .map(field -> complaint(form, field, "write each of its choices with a label and a value"));
    }

    private static boolean allHaveLabelAndValue(JsonNode values) {
        for (var value : values) {
            if (!value.hasNonNull("label") || !value.hasNonNull("value")) {
                return false;
            }
        }
        return true;
    }

    private static Stream<Complaint> unused(Models models) {
        var used = models.processes().flatMap(ProcessModel::nodes).map(each -> each.get("camunda:formRef"))
            .collect(Collectors.toSet());
        return models.forms().filter(form -> !used.contains(form.file().stem()))
            .map(form -> form.file().complain("", "show it in a user task or at a start, or remove it"));
    }

    private static Stream<JsonNode> fields(Form form) {
        var fields = new ArrayList<JsonNode>();
        collect(form.json(), fields::add);
        return fields.stream();
    }

    private static void collect(JsonNode parent, Consumer<JsonNode> sink) {
        for (var field : parent.path("components")) {
            sink.accept(field);
            collect(field, sink);
        }
    }

    /** Keys are names in the rows of their list or in the group with a path of its own, else in the form. */
    private static Map<String, List<String>> keysByScope(Form form) {
        var keys = new HashMap<String, List<String>>();
        collectKeys(form.json(), "", keys);
        return keys;
    }

    private static void collectKeys(JsonNode parent, String scope, Map<String, List<String>> keys) {
        for (var field : parent.path("components")) {
            var path = field.path("path").asText();
            var name = path.isEmpty() ? field.path("key").asText() : path;
            if (!name.isEmpty()) {
                keys.computeIfAbsent(scope, none -> new ArrayList<>()).add(name);
            }
            collectKeys(field, path.isEmpty() ? scope : scope + "/" + path, keys);
        }
    }

    private static Stream<String> repeated(List<String> names) {
        var seen = new HashSet<String>();
        return new TreeSet<>(names.stream().filter(name -> !seen.add(name)).toList()).stream();
    }

    private static String type(JsonNode field) {
        return field.path("type").asText();
    }

    private static Complaint complaint(Form form, JsonNode field, String remedy) {
        return form.file().complain(field.path("key").asText(field.path("id").asText()), remedy);
    }

    private static Function<Models, Stream<Complaint>> everyForm(Function<Form, Stream<Complaint>> rule) {
        return models -> models.forms().flatMap(rule);
    }
}
