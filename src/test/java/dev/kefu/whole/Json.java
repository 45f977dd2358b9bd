package dev.kefu.whole;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes what is sent. */
public final class Json {

    /** Escapes, because half a character could not be sent otherwise. */
    private static final ObjectMapper MAPPER = JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private Json() {
    }

    public static String of(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalArgumentException(impossible);
        }
    }

    /** As Tasklist and scripts send variables to the engine's REST API: lists and fields of a group as type {@code Json}. */
    public static String variables(Map<String, ?> values) {
        var variables = new LinkedHashMap<String, Object>();
        values.forEach((name, value) -> variables.put(name, value instanceof List<?> || value instanceof Map<?, ?>
                ? Map.of("value", of(value), "type", "Json") : new Typed(value)));
        return of(Map.of("variables", variables));
    }

    /** The same map with another value at a name. */
    static Map<String, Object> with(Map<String, ?> values, String name, Object value) {
        var changed = new LinkedHashMap<String, Object>(values);
        changed.put(name, value);
        return changed;
    }

    /** The same map without a name. */
    static Map<String, Object> without(Map<String, ?> values, String name) {
        var changed = new LinkedHashMap<String, Object>(values);
        changed.remove(name);
        return changed;
    }

    private record Typed(Object value) {
    }
}
