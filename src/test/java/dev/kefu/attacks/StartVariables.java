package dev.kefu.attacks;

import dev.kefu.whole.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.spin.plugin.variable.value.JsonValue;

/** Variables as the engine's interface takes them. */
final class StartVariables {

    private StartVariables() {
    }

    static Map<String, Object> typed(Map<String, Object> values) {
        var typed = new LinkedHashMap<String, Object>();
        values.forEach((name, value) -> {
            if (value instanceof JsonValue json) {
                typed.put(name, Map.of("value", json.getValueSerialized(), "type", "Json"));
            } else if (value instanceof List<?>) {
                typed.put(name, Map.of("value", Json.of(value), "type", "Json"));
            } else {
                typed.put(name, Map.of("value", value));
            }
        });
        return typed;
    }
}
