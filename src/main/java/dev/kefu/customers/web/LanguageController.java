package dev.kefu.customers.web;

import dev.kefu.customers.CustomerLanguages;
import dev.kefu.customers.CustomerLanguages.Spoken;
import dev.kefu.workflow.Retries;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.lang.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The customer's language over HTTP. */
@RestController
@RequestMapping("/api/customers/{customerId}/language")
@Tag(name = "Letters", description = "Messages to customers: their language, the templates, what was sent and what failed")
class LanguageController {

    private final CustomerLanguages languages;
    private final Retries retries;

    LanguageController(CustomerLanguages languages, Retries retries) {
        this.languages = languages;
        this.retries = retries;
    }

    /** @param language null takes back what was asked; the shop's word counts again */
    record Asked(@Nullable @Schema(allowableValues = {"zh", "en"}) String language) {
    }

    @GetMapping
    Spoken get(@PathVariable String customerId) {
        return languages.of(customerId);
    }

    @PutMapping
    Spoken put(@PathVariable String customerId, @RequestBody Asked asked) {
        return retries.run(() -> languages.ask(customerId, asked.language()));
    }
}
