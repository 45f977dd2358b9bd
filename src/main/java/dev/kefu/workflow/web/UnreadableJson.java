package dev.kefu.workflow.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import dev.kefu.shared.Listed;
import java.util.Arrays;
import org.springframework.core.NestedExceptionUtils;

/** Says what is wrong with a body in the words of whoever wrote it: the field, never the class behind it. */
final class UnreadableJson {

    private UnreadableJson() {
    }

    /** Where in the body it is, for example {@code lines[1].quantity}; empty if the whole is no JSON. */
    static String field(JsonProcessingException unreadable) {
        var path = new StringBuilder();
        if (unreadable instanceof JsonMappingException mapping) {
            for (var step : mapping.getPath()) {
                if (step.getFieldName() == null) {
                    path.append('[').append(step.getIndex()).append(']');
                } else {
                    path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
                }
            }
        }
        return path.toString();
    }

    static String reason(JsonProcessingException unreadable) {
        var field = field(unreadable);
        if (!field.isEmpty()) {
            return reason(field, (JsonMappingException) unreadable);
        }
        if (unreadable.getLocation() != null && !(unreadable instanceof JsonMappingException)) {
            return "The body is not valid JSON (line " + unreadable.getLocation().getLineNr() + ", column "
                    + unreadable.getLocation().getColumnNr() + ").";
        }
        return "The body is missing or is not of the expected form.";
    }

    private static String reason(String field, JsonMappingException mapping) {
        if (mapping instanceof UnrecognizedPropertyException) {
            return field + " is not a field of this call.";
        }
        if (mapping instanceof InvalidFormatException unfit && unfit.getTargetType() != null
                && unfit.getTargetType().isEnum()) {
            return field + " must be one of " + Arrays.stream(unfit.getTargetType().getEnumConstants())
                    .map(Object::toString).collect(Listed.names()) + ".";
        }
        var cause = NestedExceptionUtils.getMostSpecificCause(mapping);
        return cause instanceof IllegalArgumentException && cause.getMessage() != null
                ? field + " is not valid: " + cause.getMessage()
                : field + " has a value of the wrong type or form.";
    }
}
