package dev.kefu.workflow.words;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kefu.shared.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Whatever people see of the shipped models, tables and forms is there in Chinese, and the dictionaries have nothing that
 * nobody says. A failure lists the texts; they belong into the dictionary, or out of it.
 */
class ShippedWordsTests {

    private static final ObjectMapper JSON = new ObjectMapper();
    /** A place of a form's template that shows a variable and says nothing itself. */
    private static final Pattern VARIABLE = Pattern.compile("\\{\\{\\s*\\w+\\s*}}");

    private static final String PROCESS = """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn">
              <message id="m" name="technical-name" />
              <process id="p" name="A process"><documentation>What it is for</documentation>
                <userTask id="t" name="A task"><extensionElements><camunda:properties>
                  <camunda:property name="label.zh" value="自己的任务" /></camunda:properties></extensionElements></userTask>
                <sequenceFlow id="f" name="An answer" /><textAnnotation id="a"><text>A remark</text></textAnnotation>
              </process>
            </definitions>
            """;

    @ParameterizedTest
    @CsvSource({"processes, bpmn, models", "processes, dmn, tables", "forms, form, forms"})
    void areAllInTheDictionaryAndNothingElseIs(String folder, String ending, String dictionary) throws IOException {
        var said = new TreeSet<String>();
        try (var files = Files.walk(Path.of(folder))) {
            files.filter(file -> file.toString().endsWith("." + ending)).forEach(file -> said.addAll(wordsOf(file)));
        }
        var chinese = dictionary(dictionary);
        var everywhere = dictionaries();

        assertThat(said).isNotEmpty();
        assertThat(said).as("said in " + folder + ", and neither in words/" + dictionary + ".zh.json nor in a part's own words")
                .allSatisfy(text -> assertThat(everywhere).containsKey(text));
        assertThat(chinese.keySet()).as("in words/" + dictionary + ".zh.json, and said nowhere in " + folder)
                .allSatisfy(text -> assertThat(said).contains(text));
    }

    /** The walk itself: every place where a word may stand is one that the search above finds. */
    @Test
    void areFoundWhereverTheyStand() {
        var said = new TreeSet<String>();
        ModelWords.translated(PROCESS, collecting(said));
        assertThat(said).containsExactly("A process", "A remark", "An answer", "What it is for");

        said.clear();
        ModelWords.translated("""
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" name="A drawing">
                  <decision id="d" name="A decision"><description>Why</description><decisionTable>
                  <input label="A question"><inputExpression><text>technical</text></inputExpression></input>
                  <output label="An answer" name="technical" />
                  <rule><description>A remark</description><inputEntry><text>"CODE_WORD"</text></inputEntry>
                  <outputEntry><text>"A sentence."</text></outputEntry><outputEntry><text>12</text></outputEntry></rule>
                  </decisionTable></decision></definitions>
                """, collecting(said));
        assertThat(said).containsExactly("A decision", "A drawing", "A question", "A remark", "A sentence.", "An answer", "Why");

        said.clear();
        FormWords.translate(json("""
                {"components": [{"type": "group", "label": "A group", "components": [
                  {"type": "select", "key": "technical", "label": "A choice", "description": "A hint",
                   "values": [{"label": "An option", "value": "TECHNICAL"}]},
                  {"type": "text", "text": "A text {{technical}}"}, {"type": "text", "text": "{{technical}}"},
                  {"type": "number", "label": "A number", "appearance": {"suffixAdorner": "pieces"}},
                  {"type": "table", "label": "A table", "columns": [{"label": "A column", "key": "technical"}]}]}]}
                """), collecting(said));
        assertThat(said).containsExactly("A choice", "A column", "A group", "A hint", "A number", "A table", "A text {{technical}}",
                "An option", "pieces");
    }

    private static Set<String> wordsOf(Path file) {
        var said = new TreeSet<String>();
        try {
            if (file.toString().endsWith(".form")) {
                FormWords.translate(JSON.readTree(file.toFile()), collecting(said));
            } else {
                ModelWords.translated(Files.readString(file), collecting(said));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return said;
    }

    private static Wording collecting(Set<String> said) {
        return new Wording(Language.ZH, text -> {
            if (VARIABLE.matcher(text).replaceAll("").matches("(?s).*\\p{L}{2}.*")) {
                said.add(text);
            }
            return text;
        });
    }

    private static Map<String, String> dictionaries() throws IOException {
        var all = new HashMap<String, String>();
        try (var files = Files.list(Path.of("words"))) {
            for (var file : files.toList()) {
                all.putAll(dictionary(file.getFileName().toString().replace(".zh.json", "")));
            }
        }
        return all;
    }

    private static Map<String, String> dictionary(String name) throws IOException {
        return JSON.readerForMapOf(String.class).readValue(Path.of("words", name + ".zh.json").toFile());
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
