package dev.kefu.workflow.words;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/**
 * The words of a Camunda Form: labels, descriptions, texts with their templates, the options. Keys and values are names,
 * and stay. A field's custom properties may bring its words in another language: {@code label.zh}, {@code description.zh},
 * {@code text.zh}, and {@code option.<value>.zh}.
 */
public final class FormWords {

    private static final List<String> WORDS = List.of("label", "description", "text", "alt", "title");
    private static final List<String> ADORNERS = List.of("prefixAdorner", "suffixAdorner");

    private FormWords() {
    }

    /** Changes the form that is given. */
    public static void translate(JsonNode form, Wording wording) {
        for (var field : form.path("components")) {
            if (field instanceof ObjectNode object) {
                translate(object, wording);
            }
        }
    }

    private static void translate(ObjectNode field, Wording wording) {
        WORDS.forEach(each -> set(field, each, each, field, wording));
        if (field.path("appearance") instanceof ObjectNode appearance) {
            ADORNERS.forEach(each -> set(appearance, each, each, field, wording));
        }
        for (var list : List.of("values", "columns")) {
            for (var option : field.path(list)) {
                if (option instanceof ObjectNode object) {
                    var name = option.path(list.equals("values") ? "value" : "key").asText();
                    set(object, "label", "option." + name, field, wording);
                }
            }
        }
        translate((JsonNode) field, wording);
    }

    private static void set(ObjectNode node, String name, String what, ObjectNode field, Wording wording) {
        if (node.path(name).isTextual()) {
            var properties = field.path("properties");
            node.put(name, wording.of(node.get(name).textValue(), wording.own(what,
                    property -> Optional.ofNullable(properties.path(property).textValue()))));
        }
    }
}
