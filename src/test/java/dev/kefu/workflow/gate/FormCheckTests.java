package dev.kefu.workflow.gate;

import static dev.kefu.workflow.gate.Fragments.form;
import static dev.kefu.workflow.gate.Fragments.refusals;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormCheckTests {

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', value = {
            "{\"type\": \"filepicker\", \"key\": \"photo\"} ~ field photo: Tasklist can't show a field of the type 'filepicker'",
            "{\"type\": \"documentPreview\", \"id\": \"d\"} ~ field d: Tasklist can't show",
            "{\"key\": \"a\"} ~ field a: Tasklist can't show a field of the type ''",
            "{\"type\": \"iframe\", \"id\": \"f\", \"url\": \"https://example.org\"} ~ brings pages and code of others",
            "{\"type\": \"html\", \"id\": \"h\", \"content\": \"x\"} ~ brings pages and code of others",
            "{\"type\": \"image\", \"id\": \"i\", \"source\": \"https://example.org/x.png\"} ~ its picture comes from elsewhere (https://example.org/x.png)",
            "{\"type\": \"image\", \"id\": \"i\", \"source\": \"//example.org/x.png\"} ~ its picture comes from elsewhere",
            "{\"type\": \"image\", \"id\": \"i\", \"source\": \"\\\\\\\\example.org\\\\x.png\"} ~ its picture comes from elsewhere",
            "{\"type\": \"image\", \"id\": \"i\", \"source\": \"javascript:alert(1)\"} ~ its picture comes from elsewhere",
            "{\"type\": \"image\", \"id\": \"i\", \"source\": \"data:image/svg+xml;base64,AA\"} ~ its picture comes from elsewhere",
            "{\"type\": \"image\", \"id\": \"i\", \"source\": \"=url\"} ~ its picture comes from elsewhere",
            "{\"type\": \"text\", \"id\": \"t\", \"text\": \"<script>x</script>\"} ~ has HTML, a picture or a link that runs code",
            "{\"type\": \"text\", \"id\": \"t\", \"text\": \"[x](java\\nscript:alert(1))\"} ~ has HTML, a picture or a link that runs code",
            "{\"type\": \"text\", \"id\": \"t\", \"text\": \"![x](https://example.org/x.png)\"} ~ has HTML, a picture or a link that runs code",
            "{\"type\": \"textfield\", \"key\": \"a\", \"properties\": {\"x\": \"<IMG src=x onerror=y>\"}} ~ has HTML, a picture or a link that runs code",
            "{\"type\": \"select\", \"key\": \"a\", \"values\": [{\"label\": \"<iframe src=x>\", \"value\": \"1\"}]} ~ has HTML, a picture or a link that runs code",
            "{\"type\": \"group\", \"id\": \"g\", \"components\": [{\"type\": \"filepicker\", \"key\": \"deep\"}]} ~ field deep: Tasklist can't show",
            "{\"type\": \"textfield\", \"key\": \"checkCard\"} ~ no variable may be called checkCard",
            "{\"type\": \"dynamiclist\", \"id\": \"l\", \"path\": \"execution\", \"components\": []} ~ no variable may be called execution"})
    void refusesFieldsThatTasklistCantShowOrThatBringWhatIsNotOurs(String field, String words) {
        assertThat(refusals("test.form", form(field))).startsWith("* File test.form").contains(words);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', value = {
            "{\"id\": \"a\", \"components\": [} ~ it is no JSON: line 1, column 28",
            "{\"id\": \"a\", \"components\": []} x ~ it is no JSON",
            "{\"id\": \"a\", \"id\": \"b\", \"components\": []} ~ it is no JSON",
            "[] ~ it is no form",
            "{\"id\": \"a\"} ~ it is no form",
            "{\"components\": []} ~ it has no id",
            "{\"id\": 5, \"components\": []} ~ it has no id"})
    void refusesWhatIsNoForm(String content, String words) {
        assertThat(refusals("test.form", content)).contains(words);
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "{\"type\": \"text\", \"id\": \"t\", \"text\": \"**Case {{caseNumber}}** [help](/help) a < b\"}",
            "{\"type\": \"image\", \"id\": \"i\", \"source\": \"data:image/png;base64,iVBORw0KGgo=\"}",
            "{\"type\": \"image\", \"id\": \"i\", \"source\": \"/pictures/box.png\"}",
            "{\"type\": \"number\", \"key\": \"n\", \"conditional\": {\"hide\": \"=a < 3 and b = true\"}}",
            "{\"type\": \"dynamiclist\", \"id\": \"l\", \"path\": \"lines\", \"components\": [{\"type\": \"textfield\", \"key\": \"a\"}]}"})
    void letsPassWhatTasklistShows(String field) {
        assertThat(refusals("test.form", form(field))).isEmpty();
    }
}
