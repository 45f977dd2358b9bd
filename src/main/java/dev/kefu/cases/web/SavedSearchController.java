package dev.kefu.cases.web;

import dev.kefu.cases.SavedSearches;
import dev.kefu.cases.SavedSearches.Saved;
import dev.kefu.workflow.Retries;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The searches that somebody keeps, over HTTP. */
@RestController
@RequestMapping("/api/me/searches")
@Tag(name = "My searches", description = "Searches of cases, kept under a name; each person has their own")
class SavedSearchController {

    private final SavedSearches searches;
    private final Retries retries;

    SavedSearchController(SavedSearches searches, Retries retries) {
        this.searches = searches;
        this.retries = retries;
    }

    /** @param query as in the address of {@code GET /api/cases} */
    record Question(@NotNull String query) {
    }

    @GetMapping
    List<Saved> list() {
        return searches.mine();
    }

    @PutMapping("/{name}")
    Saved keep(@PathVariable String name, @RequestBody @Validated Question question) {
        return retries.run(() -> searches.keep(name, question.query()));
    }

    @DeleteMapping("/{name}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable String name) {
        retries.run(() -> {
            searches.remove(name);
            return name;
        });
    }
}
