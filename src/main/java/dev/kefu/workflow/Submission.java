package dev.kefu.workflow;

import dev.kefu.shared.RuleViolation;
import dev.kefu.shared.Text;
import dev.kefu.shared.Violations;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a person or program may send at one point of a process: these variables and nothing else. */
public final class Submission {

    private static final int MOST_NAMED = 20;
    private static final int LONGEST_SHOWN_NAME = 64;

    private final Map<String, ProcessVariable<?>> accepted = new LinkedHashMap<>();
    private final Set<String> required = new LinkedHashSet<>();

    Submission() {
    }

    /** These must be there. */
    public Submission needs(ProcessVariable<?>... variables) {
        for (var variable : variables) {
            accepted.put(variable.name(), variable);
            required.add(variable.name());
        }
        return this;
    }

    /** These may be there; absent or empty ones are stored as null. */
    public Submission mayHave(ProcessVariable<?>... variables) {
        for (var variable : variables) {
            accepted.put(variable.name(), variable);
        }
        return this;
    }

    /** What may be sent, in the order of its declaration. */
    public List<Field> fields() {
        return accepted.values().stream().map(each -> each.field().needed(required.contains(each.name()))).toList();
    }

    Collection<ProcessVariable<?>> variables() {
        return accepted.values();
    }

    /** Names what is not accepted, however much of it there is and however long its names are. */
    static void refuse(List<String> names, Violations violations) {
        names.stream().limit(MOST_NAMED).map(name -> Text.shortened(String.valueOf(name), LONGEST_SHOWN_NAME))
                .forEach(name -> violations.add(name, "input", name + " is not accepted here."));
        if (names.size() > MOST_NAMED) {
            violations.add("variables", "input", (names.size() - MOST_NAMED) + " further variables are not accepted here.");
        }
    }

    /**
     * The variables as the engine shall store them, one for each that is accepted.
     *
     * @throws RuleViolation naming every variable that is missing, unfit or not accepted here
     */
    Map<String, Object> canonical(Map<String, ?> given) {
        return canonical(given, accepted.keySet());
    }

    /**
     * As {@link #canonical(Map)} for some of the variables; what is not given is not asked for.
     *
     * @throws RuleViolation naming every variable that is unfit or not accepted here
     */
    Map<String, Object> canonicalPart(Map<String, ?> given) {
        return canonical(given, given.keySet());
    }

    private Map<String, Object> canonical(Map<String, ?> given, Set<String> asked) {
        var violations = new Violations();
        refuse(given.keySet().stream().filter(name -> !accepted.containsKey(name)).toList(), violations);

        var canonical = new LinkedHashMap<String, Object>();
        accepted.forEach((name, variable) -> {
            if (!asked.contains(name)) {
                return;
            }
            try {
                var value = variable.canonical(given.get(name));
                if (value == null && required.contains(name)) {
                    violations.add(name, "input", name + " is needed.");
                }
                canonical.put(name, value);
            } catch (RuleViolation unfit) {
                unfit.violations().forEach(each -> violations.add(each.field(), each.rule(), each.message()));
            }
        });
        violations.refuseIfAny();
        return canonical;
    }
}
