package dev.kefu.workflow.words;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.lang.Nullable;

/**
 * The words in an answer of the engine's REST API. What each object is shows in its fields; of objects of any other kind,
 * variables for one, nothing is touched.
 */
public final class AnswerWords {

    /** What the answer is about, where that doesn't show in it. */
    public enum About { ENGINE, FORM, VARIABLES, MODEL }

    /** Money and numbers are written as they were read. */
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .nodeFactory(JsonNodeFactory.withExactBigDecimals(true))
            .build();
    private static final List<String> MODELS = List.of("bpmn20Xml", "dmnXml");

    private final Wording wording;
    private final Wording.Elements elements;
    private final Predicate<String> isOfHouse;

    /**
     * @param elements  second labels of elements
     * @param isOfHouse whether the house itself wrote what stands in the variable of this name
     */
    public AnswerWords(Wording wording, Wording.Elements elements, Predicate<String> isOfHouse) {
        this.wording = wording;
        this.elements = elements;
        this.isOfHouse = isOfHouse;
    }

    /** The answer as it is read; the very same bytes if nothing in it is read otherwise. */
    public byte[] translated(byte[] answer, About about) throws IOException {
        var read = JSON.readTree(answer);
        if (read == null) {
            return answer;
        }
        var before = read.deepCopy();
        switch (about) {
            case FORM -> FormWords.translate(read, wording);
            case VARIABLES -> variables(read);
            case MODEL -> model(read);
            case ENGINE -> walk(read);
        }
        return before.equals(read) ? answer : JSON.writeValueAsBytes(read);
    }

    private void variables(JsonNode variables) {
        variables.fields().forEachRemaining(each -> {
            if (isOfHouse.test(each.getKey()) && each.getValue() instanceof ObjectNode variable) {
                set(variable, "value", null);
            }
        });
    }

    private void model(JsonNode answer) {
        for (var model : MODELS) {
            if (answer instanceof ObjectNode object && answer.path(model).isTextual()) {
                object.put(model, ModelWords.translated(answer.get(model).textValue(), wording));
            }
        }
    }

    private void walk(JsonNode node) {
        if (node instanceof ObjectNode object) {
            translate(object);
        }
        node.forEach(this::walk);
    }

    private void translate(ObjectNode node) {
        var definition = node.path("processDefinitionId").textValue();
        if (node.has("taskDefinitionKey")) {
            set(node, "name", own(definition, node.path("taskDefinitionKey").textValue()));
            set(node, "description", null);
        } else if (node.has("activityId") && (node.has("activityName") || node.has("activityType"))) {
            var own = own(definition, node.path("activityId").textValue());
            set(node, "activityName", own);
            set(node, "name", own);
        } else if (node.has("key") && node.has("name")) {
            set(node, "name", own(node.path("id").textValue(), node.path("key").textValue()));
            set(node, "description", null);
        } else if (node.path("resourceType").asText().equals("Task") && node.has("properties")) {
            filter(node);
        } else if (isGroup(node)) {
            set(node, "name", null);
        } else if (node.has("clauseName")) {
            set(node, "clauseName", null);
            if (node.path("type").asText().equals("String")) {
                set(node, "value", null);
            }
        }
        set(node, "processDefinitionName", own(definition, node.path("processDefinitionKey").textValue()));
        set(node, "decisionDefinitionName", null);
    }

    private void filter(ObjectNode filter) {
        set(filter, "name", null);
        if (filter.get("properties") instanceof ObjectNode properties) {
            set(properties, "description", null);
            properties.path("variables").forEach(each -> {
                if (each instanceof ObjectNode variable) {
                    set(variable, "label", null);
                }
            });
        }
    }

    private static boolean isGroup(ObjectNode node) {
        return node.has("id") && node.has("name") && node.has("type") && !node.has("value") && !node.has("resource");
    }

    @Nullable
    private String own(@Nullable String definition, @Nullable String element) {
        return definition == null || element == null ? null : elements.apply(definition, element);
    }

    private void set(ObjectNode node, String field, @Nullable String own) {
        if (node.path(field).isTextual()) {
            node.put(field, wording.of(node.get(field).textValue(), own));
        }
    }
}
