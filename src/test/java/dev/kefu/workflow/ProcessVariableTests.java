package dev.kefu.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kefu.shared.RuleViolation;
import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.spin.plugin.variable.SpinValues;
import org.camunda.spin.plugin.variable.value.JsonValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProcessVariableTests {

    record Row(Integer line, Boolean whole, DayOfWeek day) {
    }

    private static final ProcessVariable<List<Row>> ROWS = ProcessVariable.rows("rows", Row.class);

    @Test
    void takesRowsAsJsonTextTypedJsonOrList() {
        var text = "[{\"line\":1,\"whole\":true,\"day\":\"MONDAY\"}]";

        assertThat(stored(text)).isEqualTo(text);
        assertThat(stored(SpinValues.jsonValue(text).create())).isEqualTo(text);
        assertThat(stored(List.of(Map.of("line", 1, "whole", true, "day", "MONDAY")))).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "{}", "[null]", "[1]", "nonsense", "[{\"line\":1.5}]", "[{\"line\":\"1\"}]", "[{\"price\":1}]",
            "[{\"whole\":\"yes\"}]", "[{\"day\":1}]", "[{\"day\":\"SOMEDAY\"}]", "[{\"line\":99999999999}]", "[{\"line\":1}] x", "[{\"line\":1,\"line\":2}]",
            "[{\"line\":1e999999999}]", "[{\"line\":NaN}]", "[{\"line\":01}]", "[{\"line\":[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]}]"})
    void refusesRowsThatDontFit(String json) {
        assertThatThrownBy(() -> ROWS.canonical(json)).isInstanceOfSatisfying(RuleViolation.class, refusal ->
                assertThat(refusal.violations().get(0).field()).startsWith("rows"));
    }

    @Test
    void namesTheFieldOfTheRowThatIsAtFault() {
        assertThatThrownBy(() -> ROWS.canonical("[{\"line\":1},{\"line\":\"x\"}]"))
                .isInstanceOfSatisfying(RuleViolation.class, refusal ->
                        assertThat(refusal.violations().get(0).field()).isEqualTo("rows[1].line"));
    }

    @Test
    void saysThatANumberIsTooLargeThoughItIsJson() {
        assertThatThrownBy(() -> ROWS.canonical("[{\"line\":1000000000000}]")).isInstanceOf(RuleViolation.class)
                .hasMessageContaining("rows[0].line is too large a number.");
    }

    @Test
    void refusesTooManyRowsAndTooMuchText() {
        var many = "[" + String.join(",", Arrays.asList(new String[201]).stream().map(each -> "{\"line\":1}").toList()) + "]";

        assertThatThrownBy(() -> ROWS.canonical(many)).isInstanceOf(RuleViolation.class).hasMessageContaining("200");
        assertThatThrownBy(() -> ROWS.canonical(" ".repeat(100_001) + "[{\"line\":1}]"))
                .isInstanceOf(RuleViolation.class).hasMessageContaining("too long");
    }

    @Test
    void refusesSerialisedObjects() {
        var object = Variables.serializedObjectValue("rO0ABQ==").objectTypeName("java.util.ArrayList")
                .serializationDataFormat("application/x-java-serialized-object").create();

        assertThatThrownBy(() -> ROWS.canonical(object)).isInstanceOf(RuleViolation.class);
        assertThatThrownBy(() -> ProcessVariable.text("note").canonical(object)).isInstanceOf(RuleViolation.class);
    }

    @Test
    void takesBlankTextForNothing() {
        assertThat(ProcessVariable.text("note").canonical("  ")).isNull();
        assertThat(ProcessVariable.text("note").canonical(Variables.stringValue("  "))).isNull();
        assertThat(ProcessVariable.text("note").canonical(" yes ")).isEqualTo("yes");
    }

    @Test
    void refusesTextThatIsTooLongOrCantBeShown() {
        assertThatThrownBy(() -> ProcessVariable.text("note").canonical("x".repeat(256))).isInstanceOf(RuleViolation.class);
        assertThatThrownBy(() -> ProcessVariable.freeText("note").canonical("a\u0000b")).isInstanceOf(RuleViolation.class);
        assertThat(ProcessVariable.freeText("note").canonical("two\nlines")).isEqualTo("two\nlines");
    }

    @Test
    void takesOnlyWhatCanBeSeenForANumberOfSomething() {
        for (var hidden : List.of("SO-1\u200b", "SO\u202e-1", "SO-1\nSO-2", "SO-1\ufeff", "SO-\ue000")) {
            assertThatThrownBy(() -> ProcessVariable.text("orderNumber").canonical(hidden)).isInstanceOf(RuleViolation.class);
        }
        assertThat(ProcessVariable.text("orderNumber").canonical("\u200b\u3164\u00a0")).isNull();
        assertThat(ProcessVariable.freeText("note").canonical("👩\u200d👧 说")).isEqualTo("👩\u200d👧 说");
        assertThatThrownBy(() -> ProcessVariable.freeText("note").canonical("pay \u202e00.5")).isInstanceOf(RuleViolation.class);
        assertThatThrownBy(() -> ProcessVariable.date("on").canonical("+999999999-12-31")).isInstanceOf(RuleViolation.class);
    }

    @Test
    void takesFlagsNumbersDatesAndChoicesInTheirOwnTypesOnly() {
        assertThat(ProcessVariable.flag("f").canonical(true)).isEqualTo(true);
        assertThatThrownBy(() -> ProcessVariable.flag("f").canonical("true")).isInstanceOf(RuleViolation.class);
        assertThat(ProcessVariable.wholeNumber("n").canonical(7L)).isEqualTo(7);
        assertThatThrownBy(() -> ProcessVariable.wholeNumber("n").canonical(7.0)).isInstanceOf(RuleViolation.class);
        assertThatThrownBy(() -> ProcessVariable.wholeNumber("n").canonical(1L << 40)).isInstanceOf(RuleViolation.class);
        assertThat(ProcessVariable.date("d").canonical("2026-11-21")).isEqualTo("2026-11-21");
        assertThatThrownBy(() -> ProcessVariable.date("d").canonical("21.11.2026")).isInstanceOf(RuleViolation.class);
        assertThatThrownBy(() -> ProcessVariable.choice("c", DayOfWeek.class).canonical("monday"))
                .isInstanceOf(RuleViolation.class).hasMessageContaining("MONDAY, TUESDAY");
    }

    @Test
    void tellsEverythingThatIsWrongWithASubmissionAtOnce() {
        var submission = new Submission().needs(ProcessVariable.flag("approved"), ROWS).mayHave(ProcessVariable.text("note"));
        var given = new HashMap<String, Object>();
        given.put("approved", "perhaps");
        given.put("amount", "1.00");
        given.put("note", null);

        assertThatThrownBy(() -> submission.canonical(given)).isInstanceOfSatisfying(RuleViolation.class, refusal ->
                assertThat(refusal.violations()).extracting("field").containsExactlyInAnyOrder("approved", "rows", "amount"));
    }

    private static String stored(Object given) {
        return ((JsonValue) ROWS.canonical(given)).getValueSerialized();
    }
}
