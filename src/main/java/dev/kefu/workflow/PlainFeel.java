package dev.kefu.workflow;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngine;
import org.camunda.bpm.dmn.feel.impl.scala.function.FeelCustomFunctionProvider;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.camunda.bpm.engine.variable.value.IntegerValue;
import org.camunda.bpm.engine.variable.value.LongValue;
import org.camunda.bpm.engine.variable.value.StringValue;
import org.camunda.bpm.engine.variable.value.TypedValue;

/**
 * FEEL in which words are compared as words, and whole numbers as numbers. The engine reads each cell anew each time it
 * meets it, and sets up all of FEEL's functions to find that {@code "DEFECTIVE"} is not {@code "CHANGED_MIND"}; most cells
 * of our tables say no more than that. Everything else is FEEL's.
 */
class PlainFeel extends ScalaFeelEngine {

    /** Words in quotes, with nothing in them that FEEL would read differently, separated by commas. */
    private static final Pattern WORDS = Pattern.compile("\\s*\"[^\"\\\\]*\"(\\s*,\\s*\"[^\"\\\\]*\")*\\s*");
    private static final Pattern WORD = Pattern.compile("\"([^\"\\\\]*)\"");
    private static final Pattern BOUND = Pattern.compile("\\s*(<=?|>=?)\\s*(\\d{1,15})\\s*");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_]\\w*");
    private static final Set<String> KEYWORDS = Set.of("true", "false", "null", "function", "if", "then", "else", "for",
            "in", "return", "some", "every", "satisfies", "between", "instance", "of", "not", "and", "or", "partial");
    private static final int MOST = 10_000;

    private final Map<String, Optional<Set<String>>> known = new ConcurrentHashMap<>();

    private PlainFeel(List<FeelCustomFunctionProvider> functions) {
        super(functions);
    }

    /** The engine's own in all but this. */
    static DefaultDmnEngineConfiguration configuration() {
        var configuration = (DefaultDmnEngineConfiguration) DmnEngineConfiguration.createDefaultDmnEngineConfiguration();
        configuration.setFeelEngineFactory(() -> new PlainFeel(List.of()));
        return configuration;
    }

    @Override
    public boolean evaluateSimpleUnaryTests(String cell, String input, VariableContext variables) {
        var given = variables.resolve(input);
        if (given instanceof StringValue word && word.getValue() != null) {
            var words = words(cell);
            if (words.isPresent()) {
                return words.get().contains(word.getValue());
            }
        }
        var whole = whole(given);
        var bound = whole.isPresent() ? BOUND.matcher(cell) : null;
        return bound != null && bound.matches() ? isWithin(whole.getAsLong(), bound.group(1), Long.parseLong(bound.group(2)))
                : super.evaluateSimpleUnaryTests(cell, input, variables);
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> T evaluateSimpleExpression(String expression, VariableContext variables) {
        var words = words(expression);
        if (words.isPresent() && words.get().size() == 1 && expression.indexOf(',') < 0) {
            return (T) words.get().iterator().next();
        }
        return NAME.matcher(expression).matches() && !KEYWORDS.contains(expression)
                && variables.resolve(expression) instanceof StringValue word && word.getValue() != null
                ? (T) word.getValue() : super.evaluateSimpleExpression(expression, variables);
    }

    private static OptionalLong whole(TypedValue given) {
        return given instanceof IntegerValue || given instanceof LongValue
                ? given.getValue() instanceof Number number ? OptionalLong.of(number.longValue()) : OptionalLong.empty()
                : OptionalLong.empty();
    }

    private static boolean isWithin(long given, String comparison, long bound) {
        return switch (comparison) {
            case "<" -> given < bound;
            case "<=" -> given <= bound;
            case ">" -> given > bound;
            default -> given >= bound;
        };
    }

    /** Empty if the cell says anything else. */
    private Optional<Set<String>> words(String cell) {
        if (known.size() > MOST) {
            known.clear();
        }
        return known.computeIfAbsent(cell, unread -> WORDS.matcher(unread).matches()
                ? Optional.of(WORD.matcher(unread).results().map(word -> word.group(1)).collect(Collectors.toSet()))
                : Optional.empty());
    }
}
