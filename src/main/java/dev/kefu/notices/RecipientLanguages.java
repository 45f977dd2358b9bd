package dev.kefu.notices;

import dev.kefu.language.LanguageChoices;
import dev.kefu.shared.Language;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** In which language somebody is written to who is not there to be asked: as they chose, else as the house does. */
@Component
class RecipientLanguages {

    private final LanguageChoices choices;
    private final Language otherwise;

    RecipientLanguages(LanguageChoices choices, @Value("${kefu.correspondence.default-language}") Language otherwise) {
        this.choices = choices;
        this.otherwise = otherwise;
    }

    /** All of these people, with one statement. */
    Map<String, Language> of(Collection<String> people) {
        var languages = new HashMap<String, Language>();
        people.forEach(person -> languages.put(person, otherwise));
        languages.putAll(choices.ofAll(people));
        return languages;
    }
}
