package dev.kefu.workflow.gate;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.joda.time.DateTime;

/**
 * All that an expression may use besides variables, literals and operators. The gate reads models by this list when they
 * are deployed, the expression manager obeys it when they run; there is no other.
 */
public final class HouseLanguage {

    /** The one name of the scope objects that there is; it has the members below and nothing else. */
    public static final String EXECUTION = "execution";

    /** Names that the engine would give its own objects; they are no variables. */
    public static final Set<String> SCOPES = Set.of(EXECUTION, "task", "caseExecution", "externalTask");

    public static final Map<String, Function<DelegateExecution, Object>> EXECUTION_PROPERTIES = Map.of(
            "processBusinessKey", DelegateExecution::getProcessBusinessKey,
            "id", DelegateExecution::getId);

    public static final Map<String, BiFunction<DelegateExecution, String, Object>> EXECUTION_METHODS = Map.of(
            "hasVariable", DelegateExecution::hasVariable,
            "getVariable", DelegateExecution::getVariable);

    /** What Tasklist's filters use; others that plug-ins add don't exist for an expression. */
    public static final Set<String> FUNCTIONS = Set.of("currentUser", "currentUserGroups", "now", "dateTime");

    /** An expression is read by recursion, so a deep one would fill the stack. */
    public static final int LONGEST = 2000;
    public static final int MOST_BRACKETS = 50;

    private static final Set<String> DATE_MEMBERS_START = Set.of("plus", "minus", "with", "get", "toDate", "is");

    /** Values that lead nowhere else; a date's zone, chronology or class would. */
    private static final Set<Class<?>> DATE_RESULTS =
            Set.of(DateTime.class, Date.class, int.class, long.class, boolean.class);

    private HouseLanguage() {
    }

    /** Whether the engine evaluates anything in this text. */
    public static boolean isExpression(String text) {
        return text.contains("${") || text.contains("#{");
    }

    public static boolean isReadable(String text) {
        return !isExpression(text) || text.length() <= LONGEST
                && text.chars().filter(sign -> "([?".indexOf(sign) >= 0).count() <= MOST_BRACKETS;
    }

    /** The calculation with a date that goes by this name and takes so many whole numbers. */
    public static Optional<Method> dateMember(String name, int arguments) {
        if (DATE_MEMBERS_START.stream().noneMatch(name::startsWith)) {
            return Optional.empty();
        }
        return Arrays.stream(DateTime.class.getMethods())
                .filter(method -> method.getName().equals(name) && DATE_RESULTS.contains(method.getReturnType())
                        && method.getParameterCount() == arguments
                        && Arrays.stream(method.getParameterTypes()).allMatch(type -> type == int.class))
                .findFirst();
    }
}
