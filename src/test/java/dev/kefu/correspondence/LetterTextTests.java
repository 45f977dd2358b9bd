package dev.kefu.correspondence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts with places for facts, and nothing that could run. */
class LetterTextTests {

    @Test
    void saysFactsAndLeavesOutWhatIsMissing() throws Exception {
        var text = LetterText.read("Dear {{ name }}, {{rma}}{{missing}}!");

        assertThat(text.filled(Map.of("name", "王芳", "rma", "RMA-1"))).isEqualTo("Dear 王芳, RMA-1!");
    }

    @Test
    void saysASectionOnlyIfThereIsTheFact() throws Exception {
        var text = LetterText.read("{{#rma}}RMA {{rma}}{{/rma}}{{^rma}}no RMA{{/rma}}");

        assertThat(text.filled(Map.of("rma", "7"))).isEqualTo("RMA 7");
        assertThat(text.filled(Map.of("rma", " "))).isEqualTo("no RMA");
        assertThat(text.filled(Map.of())).isEqualTo("no RMA");
    }

    @Test
    void leavesNoEmptyLineWhereASectionHasALineForItself() throws Exception {
        var text = LetterText.read("One\n  {{#rma}}\nRMA {{rma}}\n{{/rma}} \nTwo\n");

        assertThat(text.filled(Map.of("rma", "7"))).isEqualTo("One\nRMA 7\nTwo\n");
        assertThat(text.filled(Map.of())).isEqualTo("One\nTwo\n");
    }

    @Test
    void putsFactsInAsTheyAre() throws Exception {
        var text = LetterText.read("{{name}} {{#rma}}{{rma}}{{/rma}}");

        var filled = text.filled(Map.of("name", "{{rma}} ${7*7} #{x} $1 \\ <b>", "rma", "{{/rma}}{{#name}}"));

        assertThat(filled).isEqualTo("{{rma}} ${7*7} #{x} $1 \\ <b> {{/rma}}{{#name}}");
    }

    @Test
    void keepsExpressionsOfOtherLanguagesAsTheWordsThatTheyAre() throws Exception {
        var words = "${T(java.lang.Runtime).getRuntime()} #{1+1} <#if x> <%= 1 %> {a} }{";

        assertThat(LetterText.read(words).filled(Map.of())).isEqualTo(words);
        assertThat(LetterText.read(words).names()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{{", "a {{rma", "rma}} b", "{{}}", "{{ }}", "{{a b}}", "{{a.b}}", "{{{rma}}}", "{{rma()}}", "{{1}}",
            "{{#rma}}", "{{/rma}}", "{{#a}}{{/b}}", "{{#a}}{{#b}}{{/a}}{{/b}}", "{{#}}", "{{rma\n}}", "{{>part}}", "{{!note}}", "{{名}}",
            "{{#a}}{{#a}}{{#a}}{{#a}}{{#a}}{{#a}}x{{/a}}{{/a}}{{/a}}{{/a}}{{/a}}{{/a}}"})
    void isNotReadIfTheBracesDontFit(String text) {
        assertThatThrownBy(() -> LetterText.read(text)).isInstanceOf(LetterText.Unreadable.class).message().isNotBlank();
    }

    @Test
    void knowsWhichFactsItSaysForSure() throws Exception {
        var text = LetterText.read("{{a}} {{#b}}{{b}} {{c}}{{/b}} {{^d}}{{d}}{{/d}} {{#e}}x{{/e}}");

        assertThat(text.names()).containsExactly("a", "b", "c", "d", "e");
        assertThat(text.says("a")).isTrue();
        assertThat(text.says("b")).isTrue();
        assertThat(text.says("c")).isFalse();
        assertThat(text.says("d")).isFalse();
        assertThat(text.says("e")).isFalse();
    }
}
