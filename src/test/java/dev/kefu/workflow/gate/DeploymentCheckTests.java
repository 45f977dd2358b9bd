package dev.kefu.workflow.gate;

import static dev.kefu.workflow.gate.Fragments.form;
import static dev.kefu.workflow.gate.Fragments.onTheWay;
import static dev.kefu.workflow.gate.Fragments.process;
import static dev.kefu.workflow.gate.Fragments.refusals;
import static dev.kefu.workflow.gate.Fragments.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeploymentCheckTests {

    @ParameterizedTest
    @ValueSource(strings = {"page.html", "code.js", "code.groovy", "case.cmmn", "case.cmmn10.xml", "all.zip", "all.bar",
            "picture.png", "picture.svg", "notes.txt", "model", "evilbpmn", "evildmn", "evilform", "MODEL.BPMN", "x.xml"})
    void refusesWhatIsNeitherModelNorTableNorForm(String file) {
        assertThat(refusals(file, process(""))).startsWith("* File " + file + ": ").isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../test.bpmn", "/test.bpmn", "<b>.bpmn", "a\nb.bpmn", "a\"b.bpmn"})
    void refusesNamesThatNoFileShouldHave(String file) {
        assertThat(refusals(file, process(""))).contains("a name that no file should have");
    }

    static Stream<Arguments> unreadable() throws IOException {
        var utf16 = process("").replace("UTF-8", "UTF-16").getBytes(StandardCharsets.UTF_16);
        var utf16WithoutMark = process("").replace("UTF-8", "UTF-16LE").getBytes(StandardCharsets.UTF_16LE);
        return Stream.of(
            arguments("nothing", bytes(""), "it is empty"),
            arguments("blanks", bytes("  \n"), "it is empty"),
            arguments("a zip archive", zip(), "it is a zip archive"),
            arguments("binary junk", new byte[] {1, 2, (byte) 0xff, (byte) 0xfe}, "it is not UTF-8 text"),
            arguments("UTF-16", utf16, "it is not UTF-8 text"),
            arguments("UTF-16 that passes for UTF-8", utf16WithoutMark, "UTF-16LE"),
            arguments("Latin letters", process("").replace("<bpmn:endEvent", "<bpmn:endEvent name='\u00e9'").getBytes(StandardCharsets.ISO_8859_1),
                "it is not UTF-8 text"),
            arguments("another encoding", bytes(process("").replace("UTF-8", "ISO-8859-1")), "it says that it is written in ISO-8859-1"),
            arguments("broken XML", bytes(process("").replace("</bpmn:process>", "")), "line 10, column 3"),
            arguments("two roots", bytes(process("") + "<x/>"), "it is not well-formed XML"),
            arguments("a DOCTYPE", bytes(process("").replace("<bpmn:definitions", "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>\n<bpmn:definitions")),
                "it has a DOCTYPE"),
            arguments("entities that explode", bytes("<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]><x>&b;</x>"), "it has a DOCTYPE"),
            arguments("a style sheet", bytes(process("").replace("<bpmn:definitions", "<?xml-stylesheet href='x'?><bpmn:definitions")),
                "it has a processing instruction xml-stylesheet"),
            arguments("a deep model", bytes("<a>".repeat(200_000)), "nests them too deeply"),
            arguments("a wide model", bytes("<a>" + "<b/>".repeat(200_000) + "</a>"), "it has too many elements"),
            arguments("a large model", bytes(process("<!--" + "x".repeat(2 * 1024 * 1024) + "-->")), "it is larger than 2 MB"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unreadable")
    void refusesWhatCantBeReadAndSaysWhy(String what, byte[] content, String words) {
        assertThat(refusals(Map.of("test.bpmn", content))).as(what).startsWith("* File test.bpmn: ").contains(words);
        assertThat(refusals(Map.of("test.dmn", content))).as(what).startsWith("* File test.dmn: ");
    }

    @Test
    void knowsTheDecisionsThatComeWithAModel() {
        var asking = onTheWay("<bpmn:businessRuleTask id='look' camunda:decisionRef='test-gate-table'/>");

        assertThat(refusals("a.bpmn", asking)).contains("there is no decision 'test-gate-table'");
        assertThat(refusals(Map.of("a.bpmn", bytes(asking), "b.dmn", bytes(table("", "1"))))).isEmpty();
    }

    @Test
    void refusesTheSameThingTwiceInADeployment() {
        var refused = refusals(Map.of("a.bpmn", bytes(process("")), "b.bpmn", bytes(process("")), "c.dmn", bytes(table("", "1")),
                "d.dmn", bytes(table("", "2")), "e.form", bytes(form()), "f.form", bytes(form())));

        assertThat(refused).contains("b.bpmn, process test-gate: this deployment has it twice",
                "d.dmn, decision test-gate-table: this deployment has it twice",
                "f.form, form test-gate-form: this deployment has it twice");
    }

    @Test
    void namesAllThatIsWrongInAllFiles() {
        var refused = refusals(Map.of(
                "a.bpmn", bytes(onTheWay("<bpmn:serviceTask id='look' camunda:class='x.Y' camunda:topic='${a.b()}'/>").replace("P365D", "P1D")),
                "b.dmn", bytes(table("", "(")), "c.form", bytes(form("{\"type\": \"html\"}")), "d.js", bytes("1")));

        assertThat(refused.lines()).hasSize(7);
        assertThat(refused).contains("a.bpmn, service task (look), line 7: it names a Java class", "there are no external workers",
                "uses b()", "shorter than a year", "b.dmn, ", "c.form, ", "d.js: it is code");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] zip() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("test.bpmn"));
            zip.write(bytes(process("")));
        }
        return bytes.toByteArray();
    }
}
