package dev.kefu.workflow;

import dev.kefu.shared.RuleViolation;
import dev.kefu.shared.Text;
import dev.kefu.shared.Violations;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.variable.value.SerializableValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.plugin.variable.value.JsonValue;
import org.springframework.lang.Nullable;

/**
 * What a task or process takes that the house does not know, because a supervisor added it to a model: variables of its
 * own, not those of the house, within the limits of all that people send. Files, serialised objects and XML are never
 * taken.
 */
final class UndeclaredVariables {

    private static final int MOST = 100;
    private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]{0,63}");

    private static final String ACCEPTED = "must be text, a number, a date between 1900 and 2199, true or false, or JSON.";
    private static final Date EARLIEST = Date.from(Instant.parse("1900-01-01T00:00:00Z"));
    private static final Date LATEST = Date.from(Instant.parse("2200-01-01T00:00:00Z"));

    private UndeclaredVariables() {
    }

    /**
     * @param reserved tells the names that only the house writes
     * @throws RuleViolation naming every variable that is not accepted, or does not fit
     */
    static Map<String, Object> canonical(Map<String, Object> given, Predicate<String> reserved) {
        if (given.size() > MOST) {
            throw new RuleViolation("variables", "input", "At most " + MOST + " variables are accepted.");
        }
        var violations = new Violations();
        Submission.refuse(given.keySet().stream()
                .filter(name -> !NAME.matcher(String.valueOf(name)).matches() || reserved.test(name)).toList(), violations);
        violations.refuseIfAny();

        var canonical = new LinkedHashMap<String, Object>();
        given.forEach((name, value) -> {
            try {
                canonical.put(name, canonical(name, value));
            } catch (RuleViolation unfit) {
                unfit.violations().forEach(each -> violations.add(each.field(), each.rule(), each.message()));
            }
        });
        violations.refuseIfAny();
        return canonical;
    }

    @Nullable
    private static Object canonical(String name, @Nullable Object given) {
        if (given instanceof JsonValue json) {
            return ProcessVariable.anyJson(name, json.getValueSerialized());
        }
        if (given instanceof SerializableValue) {
            throw refused(name, ACCEPTED);
        }
        var value = given instanceof TypedValue typed ? typed.getValue() : given;
        if (value instanceof String text) {
            if (text.length() > ProcessVariable.LONGEST_TEXT) {
                throw refused(name, "has more than " + ProcessVariable.LONGEST_TEXT + " characters.");
            }
            if (!Text.isPlain(text)) {
                throw refused(name, "has characters that can't be shown.");
            }
            return text;
        }
        if (value == null || value instanceof Boolean || value instanceof Integer || value instanceof Long
                || value instanceof Short || value instanceof Double number && Double.isFinite(number)
                || value instanceof Date date && !date.before(EARLIEST) && date.before(LATEST)) {
            return value;
        }
        throw refused(name, ACCEPTED);
    }

    private static RuleViolation refused(String name, String what) {
        return new RuleViolation(name, "input", name + " " + what);
    }
}
