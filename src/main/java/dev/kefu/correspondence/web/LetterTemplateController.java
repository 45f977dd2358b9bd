package dev.kefu.correspondence.web;

import dev.kefu.correspondence.LetterTemplates;
import dev.kefu.correspondence.LetterTemplates.Listed;
import dev.kefu.correspondence.LetterTemplates.Preview;
import dev.kefu.correspondence.LetterTemplates.Shown;
import dev.kefu.correspondence.LetterTemplates.Version;
import dev.kefu.shared.CaseNumber;
import dev.kefu.shared.NotFound;
import dev.kefu.workflow.Retries;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.lang.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The texts of the letters over HTTP: staff read and try them, supervisors change them. */
@RestController
@RequestMapping("/api/letter-templates")
@Tag(name = "Letters", description = "Messages to customers: their language, the templates, what was sent and what failed")
class LetterTemplateController {

    private static final String TEXT = """
            {"subject": "Case {{caseNumber}}", "body": "Dear {{customerName}},\\n\\nwe will write to you soon.\\n"}
            """;

    private final LetterTemplates templates;
    private final Retries retries;

    LetterTemplateController(LetterTemplates templates, Retries retries) {
        this.templates = templates;
        this.retries = retries;
    }

    /** @param version the one that the editor saw; if given, a change made meanwhile by somebody else is answered with 409 */
    record Change(@Nullable String subject, @Nullable String body, @Nullable Integer version) {
    }

    /** @param caseNumber whose facts to take as far as they are known; examples stand in for the others */
    record Trial(@Nullable String subject, @Nullable String body, @Nullable String caseNumber) {
    }

    @GetMapping
    List<Listed> all() {
        return templates.all();
    }

    @GetMapping("/{id}/{language}")
    Shown show(@PathVariable String id, @PathVariable String language) {
        return templates.show(id, language);
    }

    @GetMapping("/{id}/{language}/versions")
    List<Version> versions(@PathVariable String id, @PathVariable String language) {
        return templates.versions(id, language);
    }

    @PutMapping("/{id}/{language}")
    Shown change(@PathVariable String id, @PathVariable String language, @RequestBody @Schema(example = TEXT) Change change) {
        return retries.run(() -> templates.change(id, language, change.subject(), change.body(), change.version()));
    }

    /** Back to the shipped text. */
    @DeleteMapping("/{id}/{language}")
    Shown reset(@PathVariable String id, @PathVariable String language) {
        return retries.run(() -> templates.reset(id, language));
    }

    @PostMapping("/{id}/{language}/preview")
    Preview preview(@PathVariable String id, @PathVariable String language, @RequestBody(required = false) @Nullable Trial trial) {
        if (trial == null) {
            return templates.preview(id, language, null, null, null);
        }
        var caseNumber = trial.caseNumber();
        if (caseNumber != null && !CaseNumber.isValid(caseNumber)) {
            throw new NotFound("There is no case " + caseNumber + ".");
        }
        return templates.preview(id, language, trial.subject(), trial.body(), caseNumber == null ? null : CaseNumber.of(caseNumber));
    }
}
