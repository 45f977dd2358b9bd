package dev.kefu.correspondence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kefu.shared.RuleViolation;
import dev.kefu.shared.RuleViolation.Violation;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What may become a letter's text, and what becomes of it with its facts in. */
class TemplateTextTests {

    private static final LetterKind KIND = new LetterKind("return-approved", "returns", "Approved",
            LetterFact.of("rma", "The number", "7").needed(), LetterFact.of("returnAddress", "Where to", "Here").needed(),
            LetterFact.of("deadline", "Until when", "2026-12-02"));
    private static final String SOUND = "{{rma}} {{returnAddress}}";

    @Test
    void takesASoundText() {
        assertThatCode(() -> check("Case {{caseNumber}} 已通过 👍", SOUND + "\n{{#deadline}}{{deadline}}{{/deadline}}\n\t-"))
                .doesNotThrowAnyException();
    }

    @Test
    void refusesWhatTheLetterCanNotSayAndGuessesWhatWasMeant() {
        assertThat(refused("{{casenumber}}", SOUND + "{{rmaNumber}} {{retrunAddress}} {{iban}}")).extracting(Violation::message)
                .containsExactly("{{casenumber}} is nothing that this letter can say; did you mean {{caseNumber}}?",
                        "{{rmaNumber}} is nothing that this letter can say; did you mean {{rma}}?",
                        "{{retrunAddress}} is nothing that this letter can say; did you mean {{returnAddress}}?",
                        "{{iban}} is nothing that this letter can say. It can say customerName, shopName, caseNumber, orderNumber, "
                                + "rma, returnAddress, deadline.");
    }

    @ParameterizedTest
    @CsvSource({"'{{rma}}',returnAddress", "'{{returnAddress}}',rma", "'{{returnAddress}} {{#deadline}}{{rma}}{{/deadline}}',rma",
            "'{{returnAddress}} {{^rma}}{{rma}}{{/rma}}',rma", "'{{returnAddress}} {{#rma}}yes{{/rma}}',rma"})
    void refusesATextThatMayLeaveOutWhatIsNeeded(String body, String missing) {
        assertThat(refused("S", body)).singleElement().satisfies(each -> {
            assertThat(each.field()).isEqualTo("body");
            assertThat(each.message()).contains("can't do without {{" + missing + "}}");
        });
    }

    @Test
    void asksForTheNeededInTheTextAndNotOnlyInTheSubject() {
        assertThat(refused("{{rma}}", "{{returnAddress}}")).singleElement()
                .satisfies(each -> assertThat(each.message()).contains("{{rma}}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \u3000 ", "\u200b", "a\nb", "a\r\nBcc: x@y.z", "a\u2028b", "a\u0085b", "a\u0000", "a\u202Eb", "a\u200Bb"})
    void refusesASubjectThatIsNoLineToRead(String subject) {
        assertThat(refused(subject, SOUND)).extracting(Violation::field).containsExactly("subject");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n ", "\u0000", "\u001b[2J", "\u202E", "\ud83d"})
    void refusesATextThatCanNotBeRead(String body) {
        assertThat(refused("S", body.isBlank() ? body : SOUND + body)).extracting(Violation::field).containsExactly("body");
    }

    @Test
    void refusesWhatIsTooLongAndSaysAllThatIsWrong() {
        assertThat(refused("S".repeat(201), SOUND + "x".repeat(10_000))).extracting(Violation::field)
                .containsExactly("subject", "body");
        assertThatCode(() -> check("S".repeat(200), SOUND + "x".repeat(9_900))).doesNotThrowAnyException();
    }

    @Test
    void endsItsListOfSlips() {
        var many = new StringBuilder(SOUND);
        IntStream.range(0, 1_000).forEach(i -> many.append("{{w").append(i).append("}}"));

        assertThat(refused("S", many.toString())).hasSizeLessThan(30);
    }

    @Test
    void makesOneLineOfASubjectWhateverAFactSays() throws Exception {
        var filled = new TemplateText("Case {{caseNumber}}", SOUND).filled(KIND,
                Map.of("caseNumber", "1\r\nBcc: thief@example.com\u2028\tX", "rma", "R".repeat(5_000), "returnAddress", "H"));

        assertThat(filled.subject()).isEqualTo("Case 1 Bcc: thief@example.com X");
        assertThat(new TemplateText("{{rma}}", SOUND).filled(KIND, Map.of("rma", "长".repeat(5_000))).subject()).hasSize(250);
    }

    @Test
    void leavesNoHolesWhereFactsAreMissing() throws Exception {
        var filled = new TemplateText("S", "One \n\n{{#deadline}}Until {{deadline}}{{/deadline}}\n\n{{rma}}\n\n\nEnd\n").filled(KIND, Map.of());

        assertThat(filled.body()).isEqualTo("One\n\nEnd\n");
    }

    private static void check(String subject, String body) {
        TemplateCheck.require(KIND, TemplateText.typed(subject, body));
    }

    private static List<Violation> refused(String subject, String body) {
        var refusal = catchThrowableOfType(RuleViolation.class, () -> check(subject, body));
        assertThat(refusal).isNotNull();
        assertThat(refusal.violations()).allSatisfy(each -> assertThat(each.rule()).isEqualTo("input"));
        return refusal.violations();
    }
}
