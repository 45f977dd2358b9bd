package dev.kefu.whole;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.rest.dto.externaltask.FetchExternalTasksExtendedDto;
import org.camunda.bpm.engine.rest.dto.history.HistoricProcessInstanceQueryDto;
import org.camunda.bpm.engine.rest.dto.runtime.ExecutionQueryDto;
import org.camunda.bpm.engine.rest.dto.runtime.FilterDto;
import org.camunda.bpm.engine.rest.dto.runtime.ProcessInstanceQueryDto;
import org.camunda.bpm.engine.rest.dto.runtime.VariableInstanceQueryDto;
import org.camunda.bpm.engine.rest.dto.task.TaskQueryDto;

/** What people may ask the engine for, with every field that its interface reads, and questions that are almost right. */
final class EngineQueries {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The fields of each path by name, with their types. */
    private final Map<String, Map<String, Class<?>>> fields = new LinkedHashMap<>();

    EngineQueries() {
        Map.of("/engine-rest/task", TaskQueryDto.class, "/engine-rest/process-instance", ProcessInstanceQueryDto.class,
                "/engine-rest/history/process-instance", HistoricProcessInstanceQueryDto.class,
                "/engine-rest/variable-instance", VariableInstanceQueryDto.class, "/engine-rest/execution", ExecutionQueryDto.class,
                "/engine-rest/external-task/fetchAndLock", FetchExternalTasksExtendedDto.class,
                "/engine-rest/filter/create", FilterDto.class).entrySet().stream().sorted(Map.Entry.comparingByKey())
                .forEach(each -> fields.put(each.getKey(), fieldsOf(each.getValue())));
    }

    List<String> paths() {
        return List.copyOf(fields.keySet());
    }

    List<String> textFields(String path) {
        return fields.get(path).entrySet().stream().filter(each -> each.getValue() == String.class).map(Map.Entry::getKey).toList();
    }

    String query(String path, Junk junk) {
        var names = List.copyOf(fields.get(path).keySet());
        var body = new ArrayList<String>();
        for (int i = junk.random().nextInt(5); i >= 0; i--) {
            var name = junk.oneOf(names);
            body.add(Junk.quoted(junk.happens(98) ? name : junk.text()) + ":"
                    + (junk.happens(80) ? value(fields.get(path).get(name), junk) : junk.json()));
        }
        if (path.endsWith("/create")) {
            body.add("\"resourceType\":\"Task\",\"name\":" + Junk.quoted("Junk " + junk.text()));
        }
        if (junk.happens(10) && names.contains("orQueries")) {
            body.add("\"orQueries\":[" + query(path, junk) + "]");
        }
        return "{" + String.join(",", body) + "}";
    }

    private static String value(Class<?> type, Junk junk) {
        if (type == Boolean.class || type == boolean.class) {
            return String.valueOf(junk.random().nextBoolean());
        }
        if (Number.class.isAssignableFrom(type) || type.isPrimitive()) {
            return String.valueOf(junk.random().nextInt(40) - 5);
        }
        if (type.isArray() || Collection.class.isAssignableFrom(type)) {
            return "[" + String.join(",", junk.several(3, () -> junk.happens(50) ? Junk.quoted(junk.text()) : row(junk))) + "]";
        }
        return Map.class.isAssignableFrom(type) ? row(junk) : Junk.quoted(junk.text());
    }

    /** What stands in the lists of a query: a condition on a variable, an order, a topic. */
    private static String row(Junk junk) {
        var row = new ArrayList<String>();
        for (var name : List.of("name", "operator", "value", "sortBy", "sortOrder", "topicName", "lockDuration")) {
            if (junk.happens(50)) {
                row.add(Junk.quoted(name) + ":" + switch (name) {
                    case "name" -> junk.oneOf(List.of("\"orderNumber\"", "\"note\"", Junk.quoted(junk.text())));
                    case "operator" -> junk.oneOf(List.of("\"eq\"", "\"like\"", "\"gt\"", "\"notLike\"", junk.json()));
                    case "sortBy" -> junk.oneOf(List.of("\"created\"", "\"instanceId\"", "\"variableName\"", junk.json()));
                    case "sortOrder" -> junk.oneOf(List.of("\"asc\"", "\"desc\"", junk.json()));
                    case "lockDuration" -> junk.oneOf(List.of("1000", junk.json()));
                    default -> junk.json();
                });
            }
        }
        return "{" + String.join(",", row) + "}";
    }

    private static Map<String, Class<?>> fieldsOf(Class<?> query) {
        var found = new TreeMap<String, Class<?>>();
        for (BeanPropertyDefinition each : JSON.getDeserializationConfig().introspect(JSON.constructType(query)).findProperties()) {
            if (each.couldDeserialize()) {
                found.put(each.getName(), each.getRawPrimaryType());
            }
        }
        return found;
    }
}
