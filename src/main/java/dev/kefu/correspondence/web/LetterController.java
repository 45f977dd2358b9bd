package dev.kefu.correspondence.web;

import dev.kefu.correspondence.LetterDesk;
import dev.kefu.correspondence.LetterStatus;
import dev.kefu.workflow.Retries;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What became of the letters, over HTTP. */
@RestController
@RequestMapping("/api/letters")
@Validated
@Tag(name = "Letters", description = "Messages to customers: their language, the templates, what was sent and what failed")
class LetterController {

    private final LetterDesk desk;
    private final Retries retries;

    LetterController(LetterDesk desk, Retries retries) {
        this.desk = desk;
        this.retries = retries;
    }

    /** Those that failed, or that something else has become of; newest first. */
    @GetMapping
    LetterDesk.Page page(@RequestParam(defaultValue = "FAILED") LetterStatus status,
            @RequestParam(defaultValue = "0") @Min(0) @Max(1_000_000) int page) {
        return desk.page(status, page);
    }

    @GetMapping("/{id}")
    LetterDesk.Whole read(@PathVariable String id) {
        return desk.read(id);
    }

    @PostMapping("/{id}/retry")
    LetterDesk.Listed retry(@PathVariable String id) {
        return retries.run(() -> desk.retry(id));
    }
}
