package dev.kefu.workflow.web;

import dev.kefu.language.HouseWords;
import dev.kefu.language.LanguageChoices;
import dev.kefu.language.ReaderLanguage;
import dev.kefu.shared.Language;
import dev.kefu.shared.RuleViolation;
import dev.kefu.workflow.Accounts;
import dev.kefu.workflow.Actors;
import dev.kefu.workflow.Retries;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.springframework.lang.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who is logged in, and in which language they read. */
@RestController
@RequestMapping("/api/me")
@Tag(name = "Me", description = "Who is logged in, and what they chose for themselves")
class MeController {

    private final Actors actors;
    private final Accounts accounts;
    private final LanguageChoices choices;
    private final ReaderLanguage reader;
    private final HouseWords words;
    private final LanguageCookie cookie;
    private final Retries retries;

    MeController(Actors actors, Accounts accounts, LanguageChoices choices, ReaderLanguage reader, HouseWords words,
            LanguageCookie cookie, Retries retries) {
        this.actors = actors;
        this.accounts = accounts;
        this.choices = choices;
        this.reader = reader;
        this.words = words;
        this.cookie = cookie;
        this.retries = retries;
    }

    /**
     * @param name           as the account spells it; the id if it has none
     * @param email          null if the account has none
     * @param language       in which this person's answers are written
     * @param chosenLanguage null as long as the browser decides
     */
    record Me(String id, String name, @Nullable String email, List<Group> groups, Language language,
            @Nullable Language chosenLanguage) {
    }

    /** @param name in the reader's language */
    record Group(String id, String name) {
    }

    /** @param language null leaves it to the browser again */
    record Choice(@Nullable @Schema(allowableValues = {"zh", "en"}) String language) {
    }

    @GetMapping
    Me me(HttpServletRequest request, HttpServletResponse response) {
        return shown(choices.of(actors.current()), request, response);
    }

    /** Counts from this answer on. */
    @PutMapping("/language")
    Me choose(@RequestBody Choice choice, HttpServletRequest request, HttpServletResponse response) {
        var wanted = Optional.ofNullable(choice.language()).map(code -> Language.of(code).orElseThrow(() ->
                new RuleViolation("language", "input", "language must be zh, en or null.")));
        retries.run(() -> {
            choices.choose(actors.current(), wanted.orElse(null));
            return null;
        });
        choices.forget(actors.current());
        reader.reconsider();
        return shown(wanted, request, response);
    }

    private Me shown(Optional<Language> chosen, HttpServletRequest request, HttpServletResponse response) {
        cookie.tell(request, response, chosen);
        var account = accounts.personOf(actors.current());
        return new Me(account.id(), account.name(), account.email(), account.groups().stream()
                .map(group -> new Group(group.id(), words.read(group.name()))).toList(),
                chosen.orElseGet(reader::current), chosen.orElse(null));
    }
}
