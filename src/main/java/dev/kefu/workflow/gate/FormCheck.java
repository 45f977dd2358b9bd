package dev.kefu.workflow.gate;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What a form may not have: fields that Tasklist can't show, and pages or pictures of others inside it. */
class FormCheck {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** What Tasklist 7.24 (form-js 1.8.7) shows and sends. */
    private static final Set<String> FIELDS = Set.of("textfield", "textarea", "number", "checkbox", "radio", "select",
            "checklist", "taglist", "datetime", "text", "image", "table", "group", "dynamiclist", "separator", "spacer",
            "expression", "button");
    private static final Set<String> FOREIGN = Set.of("html", "iframe");
    private static final Pattern OWN_PICTURE = Pattern.compile(
            "data:image/(png|jpeg|gif|webp);base64,[A-Za-z0-9+/=\\s]*|/?(?![/\\\\])[\\w./-]*");
    private static final Pattern FOREIGN_CONTENT = Pattern.compile(
            "javascript:|vbscript:|data:text/|<\\s*(script|iframe|object|embed|img|svg|style|link|form)\\b"
                    + "|!\\[[^]]*]\\s*(\\(|\\[|:)");
    private static final int DEEPEST = 20;
    private static final int LONGEST_NAME = 255;

    private final House house;

    FormCheck(House house) {
        this.house = house;
    }

    /** The id by which models refer to the form, if it is one. */
    Optional<String> check(byte[] content, FileFindings findings) {
        JsonNode form;
        try {
            form = JSON.readTree(XmlReader.text(content));
        } catch (XmlReader.Unreadable unreadable) {
            findings.add(unreadable.getMessage());
            return Optional.empty();
        } catch (JsonProcessingException noJson) {
            var where = noJson.getLocation();
            findings.add("it is no JSON: " + (where == null ? "" : "line " + where.getLineNr() + ", column "
                    + where.getColumnNr() + ": ") + ExpressionReader.shortened(noJson.getOriginalMessage()));
            return Optional.empty();
        }
        if (!form.isObject() || !form.path("components").isArray()) {
            findings.add("it is no form; make it in Modeler");
            return Optional.empty();
        }
        var id = form.path("id");
        if (!id.isTextual() || id.asText().isBlank() || id.asText().length() > LONGEST_NAME) {
            findings.add("it has no id of a bearable length; give it one");
        }
        checkFields(form, 1, findings);
        return id.isTextual() ? Optional.of(id.asText()) : Optional.empty();
    }

    private void checkFields(JsonNode parent, int depth, FileFindings findings) {
        if (depth > DEEPEST) {
            findings.add("its groups are nested too deeply; no form of ours does");
            return;
        }
        for (var field : parent.path("components")) {
            var type = field.path("type").asText();
            if (FOREIGN.contains(type)) {
                add(field, "a field of the type " + type + " brings pages and code of others; use a text field", findings);
            } else if (!FIELDS.contains(type)) {
                add(field, "Tasklist can't show a field of the type '" + ExpressionReader.shortened(type)
                        + "'; use another one", findings);
            } else if (type.equals("image") && !OWN_PICTURE.matcher(field.path("source").asText()).matches()) {
                add(field, "its picture comes from elsewhere (" + ExpressionReader.shortened(field.path("source").asText())
                        + "); put the picture itself into the form", findings);
            }
            checkKey(field, findings);
            checkTexts(field, field, findings);
            checkFields(field, depth + 1, findings);
        }
    }

    private void checkKey(JsonNode field, FileFindings findings) {
        for (var name : new String[] {"key", "path"}) {
            var variable = field.path(name).asText();
            if (house.isServiceTask(variable) || HouseLanguage.SCOPES.contains(variable)) {
                add(field, "no variable may be called " + variable + "; it stands for something of the house; choose "
                        + "another key", findings);
            }
        }
    }

    /** Form-js cleans what it shows; this is the wall before it, for whatever reads the form besides. */
    private static void checkTexts(JsonNode field, JsonNode node, FileFindings findings) {
        node.fields().forEachRemaining(each -> {
            var value = each.getValue();
            if (value.isTextual() && FOREIGN_CONTENT.matcher(compact(value.asText())).find()) {
                add(field, "its " + each.getKey() + " has HTML, a picture or a link that runs code; write plain text or "
                        + "Markdown", findings);
            } else if (value.isObject()) {
                checkTexts(field, value, findings);
            } else if (value.isArray() && !each.getKey().equals("components")) {
                value.forEach(item -> {
                    if (item.isObject()) {
                        checkTexts(field, item, findings);
                    }
                });
            }
        });
    }

    /** As a browser reads it: control characters inside a word don't count. */
    private static String compact(String text) {
        return text.replaceAll("[\\u0000-\\u001f]", "").toLowerCase(Locale.ROOT);
    }

    private static void add(JsonNode field, String problem, FileFindings findings) {
        var key = field.path("key").asText(field.path("id").asText());
        var name = ExpressionReader.shortened(key.isEmpty() ? field.path("label").asText() : key);
        findings.add(name, name.isEmpty() ? "a field" : "field " + name, problem);
    }
}
