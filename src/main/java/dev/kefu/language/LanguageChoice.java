package dev.kefu.language;

import dev.kefu.shared.KeyedByName;
import dev.kefu.shared.Language;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** In which language somebody wants to read, whatever their browser asks for. */
@Entity
@Table(name = "language_choice")
class LanguageChoice extends KeyedByName {

    @Id
    private String person;
    private String language;

    protected LanguageChoice() {
    }

    static LanguageChoice made(String person, Language language) {
        var choice = new LanguageChoice();
        choice.person = person;
        choice.changed(language);
        return choice;
    }

    @Override
    public String getId() {
        return person;
    }

    void changed(Language wanted) {
        language = wanted.code();
    }

    Language language() {
        return Language.of(language).orElseThrow();
    }
}
