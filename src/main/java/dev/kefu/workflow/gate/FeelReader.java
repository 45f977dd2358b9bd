package dev.kefu.workflow.gate;

import camundajar.impl.scala.Product;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.api.ParseResult;
import org.camunda.feel.syntaxtree.JavaFunctionInvocation;

/** Reads the cells of a decision table with the engine's own FEEL parser, without evaluating them. */
class FeelReader {

    private static final int LONGEST = 2000;
    private static final int DEEPEST = 15;

    /** The engine's own does not know functions in Java; this one only reads, so it may know them to name them. */
    private final FeelEngineApi feel = FeelEngineBuilder.forJava().withEnabledExternalFunctions(true).build();
    /** Cells of a table are alike. */
    private final Map<String, Optional<String>> read = new HashMap<>();

    /** A column's heading, an answer or a decision without a table. */
    Optional<String> expressionProblem(String text) {
        return text.isBlank() ? Optional.empty()
                : read.computeIfAbsent("=" + text, unknown -> problem(text, () -> feel.parseExpression(text)));
    }

    /** A condition of a row; an empty cell and a dash fit everything. */
    Optional<String> conditionProblem(String text) {
        return text.isBlank() || text.strip().equals("-") ? Optional.empty()
                : read.computeIfAbsent("?" + text, unknown -> problem(text, () -> feel.parseUnaryTests(text)));
    }

    private interface Parser {

        ParseResult parse();
    }

    private static Optional<String> problem(String text, Parser parser) {
        if (text.length() > LONGEST || depth(text) > DEEPEST) {
            return Optional.of("it is too long or too deeply nested; split it into rows");
        }
        try {
            var result = parser.parse();
            if (result.isFailure()) {
                return Optional.of("'" + ExpressionReader.shortened(text) + "' is no FEEL ("
                        + ExpressionReader.shortened(result.failure().message()) + "); correct it");
            }
            return callsJava(result.parsedExpression().expression())
                    ? Optional.of("'" + ExpressionReader.shortened(text) + "' calls Java; tables calculate with their inputs only")
                    : Optional.empty();
        } catch (StackOverflowError tooDeep) {
            return Optional.of("it is too deeply nested; split it into rows");
        }
    }

    private static boolean callsJava(Object node) {
        if (node instanceof JavaFunctionInvocation) {
            return true;
        }
        if (node instanceof Product product) {
            for (int i = 0; i < product.productArity(); i++) {
                if (callsJava(product.productElement(i))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static int depth(String text) {
        int deepest = 0;
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            var character = text.charAt(i);
            if (character == '(' || character == '[' || character == '{') {
                deepest = Math.max(deepest, ++depth);
            } else if (character == ')' || character == ']' || character == '}') {
                depth--;
            }
        }
        return deepest;
    }
}
