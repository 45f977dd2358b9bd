package dev.kefu.whole;

import static dev.kefu.whole.Fuzzer.TRIES;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Whatever is sent, the answer is 2xx or 4xx, decent, and soon; nothing breaks and nothing leaks. */
@WholeTest
class FuzzTests {

    private static final List<String> PEOPLE = List.of("agent", "returns", "warehouse", "finance", "supervisor", "orderclerk",
            "integration", "admin", "auditor", "junior");
    private static final String DEFINITION = "/engine-rest/process-definition/key/product-return/";

    @Autowired Kefu kefu;
    @Autowired @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping handlers;

    Fuzzer fuzzer;

    @BeforeEach
    void connect() {
        fuzzer = new Fuzzer(kefu.port());
    }

    /** What they chose at random must not stay: other tests read what these people read. */
    @AfterEach
    void leaveTheLanguageToTheBrowsers() {
        PEOPLE.forEach(person -> kefu.as(person).put("/api/me/language", "{\"language\": null}"));
    }

    @Test
    void walksEveryCallOfTheApi() {
        var described = calls(Map.of()).all().stream().map(call -> call.name().replaceAll("\\{[^}]+}", "{}")).toList();

        var mapped = new TreeSet<String>();
        handlers.getHandlerMethods().keySet().forEach(info -> info.getPatternValues().stream()
                .filter(path -> path.startsWith("/api/") && !path.startsWith("/api/docs"))
                .forEach(path -> info.getMethodsCondition().getMethods()
                        .forEach(method -> mapped.add(method + " " + path.replaceAll("\\{[^}]+}", "{}")))));

        assertThat(mapped).isNotEmpty();
        assertThat(described).containsAll(mapped);
    }

    @Test
    void survivesEveryCallOfTheApi() {
        var orders = List.of(kefu.sells(kefu.sale().line(5000, "50.00")).number(), "F-1", "F-2", "F-3");
        var goods = kefu.opens("agent", Map.of("orderNumber", orders.get(0), "reason", "CHANGED_MIND", "resolution", "REFUND",
                "lines", List.of(Map.of("line", 1, "quantity", 1))));
        var known = new HashMap<String, List<String>>();
        known.put("orderNumber", orders);
        known.put("caseNumber", List.of(goods.number(), goods.number(), "KF-2026-999999"));
        known.put("processKey", List.of("product-return", "product-return", "refund"));
        known.put("message", List.of("return-parcel-arrived"));
        known.put("currency", List.of("CNY", "CNY", "JPY", "XXX"));
        known.put("id", List.of("C-1", "C-2"));
        known.put("reason", List.of("CHANGED_MIND", "DEFECTIVE"));
        known.put("resolution", List.of("REFUND"));
        known.put("sku", List.of("FUZZED", "FUZZED/红", "F-9"));
        var calls = calls(known);
        // Whoever listens is answered for as long as they do
        var ending = calls.all().stream().filter(call -> !call.path().equals("/api/notices/stream")).toList();

        fuzzer.tries("/api", TRIES * 2, junk -> {
            var call = junk.oneOf(ending);
            var request = calls.request(call, junk);
            fuzzer.send(junk.oneOf(PEOPLE), request.method(), request.path(), request.type(), request.body(), request.headers());
        });
    }

    @Test
    void survivesEveryImportFile() {
        fuzzer.tries("CSV import", TRIES, junk -> {
            var file = new CsvJunk(junk).file();
            fuzzer.send(junk.happens(90) ? "integration" : junk.oneOf(PEOPLE), "POST", "/api/orders/import",
                    junk.happens(95) ? "text/csv" : junk.oneOf(List.of("text/csv;charset=gbk", "text/csv;charset=utf-8", "text/plain")),
                    file, Map.of());
        });
    }

    @Test
    void survivesEveryStart() {
        var order = kefu.sells(kefu.sale().line(9000, "50.00")).number();

        fuzzer.tries("starts", TRIES, junk -> {
            var request = new LinkedHashMap<String, String>();
            request.put("orderNumber", Json.of(order));
            request.put("reason", "\"CHANGED_MIND\"");
            request.put("resolution", "\"REFUND\"");
            request.put("note", "\"A note\"");
            request.put("lines", "[{\"line\":1,\"quantity\":1}]");
            var byEngine = junk.happens(60);
            var body = byEngine ? variables(request, junk) : plain(request, junk);
            fuzzer.send(junk.oneOf(List.of("agent", "consultant", "junior", "admin")), "POST",
                    byEngine ? DEFINITION + junk.oneOf(List.of("start", "submit-form")) : Kefu.START, "application/json",
                    junk.bytes(junk.happens(85) ? body : junk.damaged(body)), Map.of());
        });
    }

    @Test
    void survivesEveryTask() {
        var order = kefu.sells(kefu.sale().line(9000, "50.00"));
        var open = new ArrayList<String>();
        var actions = List.of("complete", "complete", "submit-form", "submit-form", "resolve", "bpmnError", "bpmnEscalation",
                "claim", "unclaim", "delegate", "assignee", "variables", "localVariables");

        fuzzer.tries("tasks", TRIES, junk -> {
            if (open.isEmpty()) {
                var goods = kefu.opens("agent", order.returning(1, 1));
                goods.claim("returns", "reviewReturn");
                open.add(goods.taskPath("reviewReturn"));
            }
            var outputs = new LinkedHashMap<String, String>();
            outputs.put("decision", junk.oneOf(List.of("\"ASK\"", "\"REJECT\"", "\"APPROVE\"")));
            outputs.put("note", "\"What is the matter?\"");
            var action = junk.oneOf(actions);
            var body = switch (action) {
                case "claim", "delegate", "assignee" -> "{\"userId\":" + (junk.happens(50) ? "\"returns\"" : junk.json()) + "}";
                case "variables", "localVariables" -> variables(outputs, junk).replace("\"variables\"", "\"modifications\"");
                case "bpmnError" -> "{\"errorCode\":" + junk.json() + "," + variables(outputs, junk).substring(1);
                case "bpmnEscalation" -> "{\"escalationCode\":" + junk.json() + "," + variables(outputs, junk).substring(1);
                default -> variables(outputs, junk);
            };
            var answer = fuzzer.send(junk.happens(90) ? "returns" : junk.oneOf(PEOPLE), "POST", open.get(0) + "/" + action,
                    "application/json", junk.bytes(junk.happens(90) ? body : junk.damaged(body)), Map.of());
            if (answer.status() < 300 || answer.status() == 404) {
                open.clear();
            }
        });
    }

    @Test
    void refusesABodyOfManyMegabytes() {
        var large = new byte[25 * 1024 * 1024];
        java.util.Arrays.fill(large, (byte) ' ');

        fuzzer.tries("large bodies", 1, junk -> {
            for (var path : List.of(Kefu.START, DEFINITION + "start", "/engine-rest/task", "/api/cases/KF-2026-000001/notes")) {
                assertThat(fuzzer.send("agent", "POST", path, "application/json", large, Map.of()).status()).isEqualTo(413);
            }
            fuzzer.send("integration", "POST", "/api/orders/import", "text/csv", large, Map.of());
        });
    }

    @Test
    void refusesAHundredThousandBrackets() {
        var deep = List.of("[".repeat(100_000) + "]".repeat(100_000), "{\"a\":".repeat(100_000) + "1" + "}".repeat(100_000),
                "{\"lines\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}",
                "{\"variables\":{\"lines\":{\"type\":\"Json\",\"value\":\"" + "[".repeat(100_000) + "\"}}}",
                "{\"variables\":{\"lines\":{\"type\":\"Json\",\"value\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}}}",
                "{\"variables\":{" + java.util.stream.IntStream.range(0, 20_000).mapToObj(i -> "\"v" + i + "\":{\"value\":1}")
                        .collect(Collectors.joining(",")) + "}}",
                "{\"variables\":{\"" + "n".repeat(100_000) + "\":{\"value\":1}}}");

        fuzzer.tries("brackets", 1, junk -> deep.forEach(body -> {
            for (var path : List.of(Kefu.START, DEFINITION + "start", DEFINITION + "submit-form")) {
                var answer = fuzzer.send("agent", "POST", path, "application/json", body.getBytes(StandardCharsets.UTF_8), Map.of());

                assertThat(answer.status()).as(path + " " + body.substring(0, 40)).isBetween(400, 422);
                assertThat(answer.body().length()).isLessThan(20_000);
            }
            fuzzer.send("integration", "PUT", "/api/orders/DEEP", "application/json", body.getBytes(StandardCharsets.UTF_8), Map.of());
        }));
    }

    private ApiCalls calls(Map<String, List<String>> known) {
        return new ApiCalls(kefu.as("agent").get("/api/docs").json(), known);
    }

    private static String plain(Map<String, String> values, Junk junk) {
        var fields = new ArrayList<String>();
        values.forEach((name, value) -> fields.add(Junk.quoted(junk.happens(97) ? name : junk.text()) + ":"
                + (junk.happens(80) ? value : junk.json())));
        junk.several(1, () -> fields.add(Junk.quoted(junk.text()) + ":" + junk.json()));
        return "{" + String.join(",", fields) + "}";
    }

    /** As the engine's REST API takes them, each with a type that may be another and extras that nobody needs. */
    private static String variables(Map<String, String> values, Junk junk) {
        var types = List.of("String", "Integer", "Long", "Short", "Double", "Number", "Boolean", "Date", "Bytes", "File", "Object", "Json",
                "Xml", "Null", "nonsense", "");
        var fields = new ArrayList<String>();
        values.forEach((name, value) -> {
            var isList = value.startsWith("[");
            var content = junk.happens(80) ? isList ? Json.of(value) : value : junk.json();
            var type = junk.happens(85) ? isList ? ",\"type\":\"Json\"" : "" : ",\"type\":" + Json.of(junk.oneOf(types));
            var info = junk.happens(90) ? "" : ",\"valueInfo\":" + junk.oneOf(List.of("{\"transient\":true}", "{\"transient\":\"x\"}",
                    "{\"objectTypeName\":\"java.util.ArrayList\",\"serializationDataFormat\":\"application/json\"}",
                    "{\"objectTypeName\":\"a.B\",\"serializationDataFormat\":\"application/x-java-serialized-object\"}",
                    "{\"filename\":\"a\",\"mimeType\":1}", "[]", "null", junk.json()));
            fields.add(Junk.quoted(junk.happens(97) ? name : junk.text()) + ":"
                    + (junk.happens(97) ? "{\"value\":" + content + type + info + "}" : junk.json()));
        });
        junk.several(1, () -> fields.add(Junk.quoted(junk.text()) + ":{\"value\":" + junk.json() + "}"));
        return "{\"variables\":{" + String.join(",", fields) + "}"
                + (junk.happens(90) ? "" : ",\"" + junk.oneOf(List.of("businessKey", "withVariablesInReturn", "caseInstanceId",
                        "startInstructions", "skipIoMappings", "tenantId")) + "\":" + junk.json()) + "}";
    }
}
