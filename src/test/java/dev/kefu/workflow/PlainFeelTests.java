package dev.kefu.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngine;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.junit.jupiter.api.Test;

class PlainFeelTests {

    private static final List<Object> VALUES = Arrays.asList("DEFECTIVE", "defective", "", " DEFECTIVE", "a,b", "15", "a\\b",
            "null", "中文", 14, 15, 16, 0, -1, 15L, 15.0, 15.5, Integer.MAX_VALUE, true, false, null);
    private static final List<String> CELLS = List.of("\"DEFECTIVE\"", " \"DEFECTIVE\" , \"x\" ", "\"a,b\"", "\"a\",\"b\"", "\"\"",
            "\"a\\\\b\"", "\"中文\"", "not(\"DEFECTIVE\")", "not(\"x\",\"y\")", "< 15", "<=15", "> 15", ">= 15", "<= 15.5", "> -1",
            "[0..15]", "15", "true", "null", "\"null\"", "limit", "< limit", "\"DEFECTIVE\", null", "? = \"DEFECTIVE\"");
    private static final List<String> EXPRESSIONS = List.of("\"REQUIRED\"", "\"\"", "\"with \\\"quotes\\\"\"", "\"a\" + \"b\"", "given",
            "other", "limit", "missing", "true", "null", "15", "15.50", "not", "given = \"DEFECTIVE\"", "upper case(given)",
            "\"a\", \"b\"");

    private final FeelEngine theEngines = new ScalaFeelEngine(List.of());
    private final FeelEngine ours = PlainFeel.configuration().getFeelEngineFactory().createInstance();

    @Test
    void findsInEachCellWhatFeelFinds() {
        for (var cell : CELLS) {
            for (var value : VALUES) {
                var variables = variables(value);

                assertThat(answer(() -> ours.evaluateSimpleUnaryTests(cell, "given", variables)))
                        .as("%s of %s", cell, value)
                        .isEqualTo(answer(() -> theEngines.evaluateSimpleUnaryTests(cell, "given", variables)));
            }
        }
    }

    @Test
    void answersWhatFeelAnswers() {
        for (var expression : EXPRESSIONS) {
            for (var value : VALUES) {
                var variables = variables(value);

                assertThat(answer(() -> ours.evaluateSimpleExpression(expression, variables)))
                        .as("%s with %s", expression, value)
                        .isEqualTo(answer(() -> theEngines.evaluateSimpleExpression(expression, variables)));
            }
        }
    }

    private static VariableContext variables(Object given) {
        return Variables.createVariables().putValue("given", given).putValue("other", "another").putValue("limit", 15)
                .asVariableContext();
    }

    private static Object answer(Supplier<Object> evaluation) {
        try {
            return evaluation.get();
        } catch (RuntimeException failure) {
            return failure.getClass();
        }
    }
}
