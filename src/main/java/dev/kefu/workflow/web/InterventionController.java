package dev.kefu.workflow.web;

import dev.kefu.shared.CaseNumber;
import dev.kefu.shared.NotFound;
import dev.kefu.workflow.Interventions;
import dev.kefu.workflow.Interventions.Announced;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.springframework.http.HttpStatus;
import org.springframework.lang.Nullable;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Why administrators intervene: said beforehand, and kept. */
@RestController
@RequestMapping("/api/interventions")
@Validated
@Tag(name = "Interventions", description = "What administrators did to processes, and why")
class InterventionController {

    private final Interventions interventions;

    InterventionController(Interventions interventions) {
        this.interventions = interventions;
    }

    /** @param minutes how long it counts, 15 if it isn't said */
    record Announcement(@NotNull String reason, @Nullable Integer minutes) {
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Announced announce(@RequestBody @Validated Announcement announcement) {
        return interventions.announce(announcement.reason(), announcement.minutes());
    }

    @GetMapping("/current")
    Announced current() {
        return interventions.announced().orElseThrow(() -> new NotFound("You have announced nothing that still counts."));
    }

    @DeleteMapping("/current")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end() {
        interventions.end();
    }

    /** Newest first. */
    @GetMapping
    Interventions.Page page(@RequestParam(required = false) String caseNumber,
            @RequestParam(defaultValue = "0") @Min(0) @Max(1_000_000) int page) {
        if (caseNumber != null && !CaseNumber.isValid(caseNumber)) {
            throw new NotFound("There is no case " + caseNumber + ".");
        }
        return interventions.page(caseNumber, page);
    }
}
