package dev.kefu.workflow.gate;

import static dev.kefu.workflow.gate.Fragments.refusals;
import static dev.kefu.workflow.gate.Fragments.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecisionCheckTests {

    private static final String HARMLESS = table("\"ADULT\"", "\"28 days\"");
    private static final String LITERAL = """
            <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" xmlns:camunda="http://camunda.org/schema/1.0/dmn"
                id="d" name="D" namespace="n"><decision id="x" name="X" camunda:historyTimeToLive="P365D">%s</decision></definitions>
            """;

    static Stream<Arguments> broken() {
        return Stream.of(
            arguments("a language of the file", table("expressionLanguage='groovy'", "", "<text>a</text>", "", "<text>1</text>"),
                "definitions 'Tables' (test-gate-tables), line 3: it is written in 'groovy'"),
            arguments("a type language", table("typeLanguage='http://www.w3.org/2001/XMLSchema'", "", "<text>a</text>", "", "<text>1</text>"),
                "take the typeLanguage out"),
            arguments("a language of a heading", HARMLESS.replace("<inputExpression ", "<inputExpression expressionLanguage='juel' "), "it is written in 'juel'"),
            arguments("a language of a cell", HARMLESS.replace("<inputEntry ", "<inputEntry expressionLanguage='javascript' "), "(cell), line 8: it is written in 'javascript'"),
            arguments("a language of an answer", HARMLESS.replace("<outputEntry ", "<outputEntry expressionLanguage='python' "), "it is written in 'python'"),
            arguments("a language that looks like FEEL", HARMLESS.replace("<outputEntry ", "<outputEntry expressionLanguage='x-feel-juel' "), "it is written in 'x-feel-juel'"),
            arguments("an empty language", HARMLESS.replace("<outputEntry ", "<outputEntry expressionLanguage='' "), "it is written in ''"),
            arguments("a language of a literal", LITERAL.formatted("<literalExpression expressionLanguage='groovy'><text>1</text></literalExpression>"), "it is written in 'groovy'"),
            arguments("a language in a namespace", HARMLESS.replace("<outputEntry ", "<outputEntry camunda:expressionLanguage='juel' "), "it is written in 'juel'"),
            arguments("an attribute of the engine", HARMLESS.replace("<decisionTable ", "<decisionTable camunda:resource='x' "), "camunda:resource is not known to the house"),
            arguments("Java in an answer", table("", "function(x) external {java: {class: \"java.lang.Math\", method signature: \"abs(int)\"}}"), "calls Java"),
            arguments("Java deep in a literal", LITERAL.formatted("<literalExpression><text>{a: [1, function(x) external {java: {class: \"java.lang.Math\", "
                + "method signature: \"abs(int)\"}}]}</text></literalExpression>"), "calls Java"),
            arguments("a function of its own", LITERAL.formatted("<functionDefinition kind='Java'><literalExpression><text>1</text></literalExpression></functionDefinition>"),
                "it decides by a functionDefinition"),
            arguments("an import", HARMLESS.replace("<decision ", "<import importType='x' namespace='y'/><decision "), "it decides by a import"),
            arguments("a cell that is no FEEL", table("&lt; ", "1"), "input entry (cell), line 8: '<' is no FEEL"),
            arguments("an answer that is no FEEL", table("", "${a}"), "'${a}' is no FEEL"),
            arguments("a heading that is no FEEL", table("", "", "<text>a b (</text>", "", "<text>1</text>"), "is no FEEL"),
            arguments("a cell of brackets", table("(".repeat(50) + "1" + ")".repeat(50), "1"), "too long or too deeply nested"),
            arguments("a cell without end", table("1" + ", 2".repeat(2000), "1"), "too long or too deeply nested"),
            arguments("no time to live", HARMLESS.replace("camunda:historyTimeToLive=\"P365D\"", ""), "decision 'Table' (test-gate-table), line 4: it has no history time to live"),
            arguments("a short time to live", HARMLESS.replace("P365D", "P30D"), "shorter than a year"),
            arguments("no decision", LITERAL.replaceAll("<decision .*</decision>", ""), "it has no decision"),
            arguments("the same id twice", HARMLESS.replace("\"cell\"", "\"row\""), "another element has the id row"),
            arguments("an id that is too long", HARMLESS.replace("test-gate-table\"", "x".repeat(256) + "\""), "its id is longer than 255"),
            arguments("something else", "<definitions/>", "it is no DMN model"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("broken")
    void refusesAndSaysWhereAndWhatToDo(String what, String model, String words) {
        assertThat(refusals("test.dmn", model)).as(what).startsWith("* File test.dmn").contains(words);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "\"A\",\"B\"", "not(\"A\")", "[1..5]", "< 100", "> date(\"2026-01-01\")", "null",
            "? * 2 > 10", "some x in list satisfies x > 3", "(1 + (2 * (3 + 4)))"})
    void takesWhatFeelHasForAConditionOfARow(String condition) {
        assertThat(refusals("test.dmn", table(condition.replace("<", "&lt;"), "1"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"words\"", "true", "1.5", "a + b", "if a > 1 then \"x\" else \"y\"", "{a: 1, b: [1, 2]}",
            "sort([3, 1], function(x, y) x < y)", "upper case(\"a\")"})
    void takesWhatFeelHasForAnAnswer(String answer) {
        assertThat(refusals("test.dmn", table("", answer.replace("<", "&lt;")))).isEmpty();
    }

    @Test
    void refusesATableThatTakesTooLongToRead() {
        var rows = IntStream.range(0, 5100).mapToObj("<rule><inputEntry><text>%1$s</text></inputEntry></rule>"::formatted)
                .collect(Collectors.joining());

        assertThat(refusals("test.dmn", HARMLESS.replace("</decisionTable>", rows + "</decisionTable>")))
                .contains("more than 5000 different cells");
    }

    @Test
    void takesFeelByItsName() {
        assertThat(refusals("test.dmn", HARMLESS.replace("<outputEntry ",
                "<outputEntry expressionLanguage='https://www.omg.org/spec/DMN/20191111/FEEL/' "))).isEmpty();
        assertThat(refusals("test.dmn", HARMLESS)).isEmpty();
    }
}
