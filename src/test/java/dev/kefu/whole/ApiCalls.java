package dev.kefu.whole;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Every call of {@code /api}, as its own description says, and calls made of it that are almost right. */
final class ApiCalls {

    private final JsonNode description;
    private final Map<String, List<String>> known;
    private final List<Call> calls = new ArrayList<>();

    /** One operation of the description. */
    record Call(String method, String path, JsonNode operation) {

        String name() {
            return method + " " + path;
        }
    }

    /** What is sent. */
    record Request(String method, String path, String type, byte[] body, Map<String, String> headers) {
    }

    /** @param known values by the name of their field or parameter that lead somewhere */
    ApiCalls(JsonNode description, Map<String, List<String>> known) {
        this.description = description;
        this.known = known;
        description.get("paths").fields().forEachRemaining(path -> path.getValue().fields().forEachRemaining(operation ->
                calls.add(new Call(operation.getKey().toUpperCase(), path.getKey(), operation.getValue()))));
    }

    List<Call> all() {
        return calls;
    }

    Request request(Call call, Junk junk) {
        var path = call.path();
        var query = new ArrayList<String>();
        var headers = new LinkedHashMap<String, String>();
        for (var parameter : call.operation().path("parameters")) {
            var name = parameter.get("name").asText();
            switch (parameter.get("in").asText()) {
                case "path" -> path = path.replace("{" + name + "}", encoded(value(name, parameter.get("schema"), junk)));
                case "query" -> {
                    for (int times = junk.random().nextInt(3); times > 0; times--) {
                        query.add(encoded(name) + "=" + encoded(value(name, parameter.get("schema"), junk)));
                    }
                }
                default -> {
                    if (junk.happens(40)) {
                        headers.put(name, printable(junk.text()));
                    }
                }
            }
        }
        if (junk.happens(5)) {
            query.add(encoded(junk.text()) + "=" + encoded(junk.text()));
        }
        if (junk.happens(10)) {
            headers.put("Accept", junk.oneOf(List.of("text/html", "application/xml", "*/*", "image/png", "nonsense", "text/csv")));
        }
        return withBody(call, path + (query.isEmpty() ? "" : "?" + String.join("&", query)), headers, junk);
    }

    private Request withBody(Call call, String path, Map<String, String> headers, Junk junk) {
        var content = call.operation().path("requestBody").path("content");
        if (!content.fields().hasNext()) {
            return junk.happens(95) ? new Request(call.method(), path, null, null, headers)
                    : new Request(call.method(), path, "application/json", junk.bytes(junk.json()), headers);
        }
        var type = content.fields().next().getKey();
        var schema = content.fields().next().getValue().path("schema");
        var sent = junk.happens(95) ? type : junk.oneOf(List.of("application/xml", "text/plain", "application/json;charset=utf-16",
                "application/x-www-form-urlencoded", "multipart/form-data", "multipart/form-data; boundary=x", "text/csv"));
        if (type.startsWith("multipart/")) {
            return new Request(call.method(), path, sent.equals(type) ? type + "; boundary=edge" : sent,
                    junk.bytes(parts(schema, junk)), headers);
        }
        var body = schema(schema, "", junk, 0);
        body = junk.happens(70) ? body : junk.happens(80) ? junk.damaged(body) : junk.json();
        return new Request(call.method(), path, sent, junk.happens(2) ? null : junk.bytes(body), headers);
    }

    private String parts(JsonNode schema, Junk junk) {
        var parts = new StringBuilder();
        resolved(schema).path("properties").fields().forEachRemaining(part -> parts.append("--edge\r\nContent-Disposition: ")
                .append(junk.happens(90) ? "form-data" : junk.text())
                .append("; name=\"").append(part.getKey()).append("\"")
                .append(junk.happens(80) ? "; filename=\"" + junk.text().replaceAll("[\r\n]", "") + "\"" : "")
                .append("\r\nContent-Type: ").append(junk.oneOf(List.of("image/png", "text/html", "nonsense", "application/pdf")))
                .append("\r\n\r\n").append(junk.oneOf(List.of("\u0089PNG\r\n\u001a\n", "%PDF-1.4", "<html>", "", junk.text())))
                .append("\r\n"));
        parts.append("--edge--\r\n");
        return junk.happens(70) ? parts.toString() : junk.damaged(parts.toString());
    }

    /** JSON of this schema; each of its values may be junk. */
    private String schema(JsonNode given, String name, Junk junk, int depth) {
        var schema = resolved(given);
        if (depth > 0 && junk.happens(7) || depth > 8) {
            return junk.json();
        }
        if (known.containsKey(name) && junk.happens(85)) {
            return Junk.quoted(junk.oneOf(known.get(name)));
        }
        if (schema.has("example") && junk.happens(60)) {
            return object(example(schema.get("example")), junk);
        }
        return switch (schema.path("type").asText()) {
            case "object" -> object(properties(schema, junk, depth), junk);
            case "array" -> "[" + String.join(",", junk.several(3, () -> schema(schema.path("items"), name, junk, depth + 1))) + "]";
            case "integer" -> String.valueOf(junk.happens(90) ? junk.random().nextInt(5) : junk.random().nextLong());
            case "number" -> junk.random().nextInt(1000) + "." + junk.random().nextInt(100);
            case "boolean" -> String.valueOf(junk.random().nextBoolean());
            default -> Junk.quoted(value(name, schema, junk));
        };
    }

    private Map<String, String> properties(JsonNode schema, Junk junk, int depth) {
        var properties = new LinkedHashMap<String, String>();
        schema.path("properties").fields().forEachRemaining(each ->
                properties.put(each.getKey(), schema(each.getValue(), each.getKey(), junk, depth + 1)));
        return properties;
    }

    private Map<String, String> example(JsonNode given) {
        var properties = new LinkedHashMap<String, String>();
        given.fields().forEachRemaining(each -> properties.put(each.getKey(), known.containsKey(each.getKey())
                ? Junk.quoted(known.get(each.getKey()).get(0)) : each.getValue().toString()));
        return properties;
    }

    private static String object(Map<String, String> properties, Junk junk) {
        var fields = new ArrayList<String>();
        properties.forEach((name, value) -> {
            if (junk.happens(96)) {
                fields.add(Junk.quoted(name) + ":" + (junk.happens(94) ? value : junk.json()));
            }
            if (junk.happens(2)) {
                fields.add(Junk.quoted(name) + ":" + value);
            }
        });
        if (junk.happens(5)) {
            fields.add(Junk.quoted(junk.text()) + ":" + junk.json());
        }
        return "{" + String.join(",", fields) + "}";
    }

    private String value(String name, JsonNode schema, Junk junk) {
        if (junk.happens(20)) {
            return junk.text();
        }
        if (known.containsKey(name)) {
            return junk.oneOf(known.get(name));
        }
        if (schema.has("enum")) {
            return schema.get("enum").get(junk.random().nextInt(schema.get("enum").size())).asText();
        }
        if (schema.path("type").asText().equals("integer")) {
            return String.valueOf(junk.random().nextInt(3));
        }
        return switch (schema.path("format").asText()) {
            case "date-time" -> "2026-11-" + (10 + junk.random().nextInt(20)) + "T10:00:00+08:00";
            case "date" -> "2026-11-21";
            default -> junk.text();
        };
    }

    private JsonNode resolved(JsonNode schema) {
        return schema.has("$ref") ? description.at(schema.get("$ref").asText().substring(1)) : schema;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** What may stand in a header at all. */
    private static String printable(String text) {
        return text.chars().filter(each -> each >= ' ' && each < 127).mapToObj(Character::toString).collect(Collectors.joining());
    }
}
