package dev.kefu.language;

import dev.kefu.shared.Language;
import java.util.Optional;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;

/**
 * The language of whoever reads the answer to this request: what they chose, else what their browser asks for, else
 * English. Outside a request it is English, which is what the house stores.
 */
@Component
public class ReaderLanguage {

    private final ThreadLocal<Reading> reading = new ThreadLocal<>();
    private final LanguageChoices choices;

    ReaderLanguage(LanguageChoices choices) {
        this.choices = choices;
    }

    /** What a request says about who reads its answer. It is asked late, because a login takes its time. */
    public interface Reader {

        /** The account that is logged in, empty if none is or nobody can say yet. */
        Optional<String> person();

        @Nullable
        String acceptLanguage();

        /** What the browser remembers of a choice, empty if nothing. */
        Optional<Language> remembered();
    }

    /** Never fails and never waits long; what can't be found out makes it English. */
    public Language current() {
        var now = reading.get();
        return now == null ? Language.EN : now.language();
    }

    /** For whoever has no account, or is not asked for one: English, unless the browser asks for another of ours. */
    public static Language asked(@Nullable String acceptLanguage) {
        return AcceptedLanguages.best(acceptLanguage).orElse(Language.EN);
    }

    /** From here on this thread answers that reader. */
    public void enter(Reader reader) {
        reading.set(new Reading(reader));
    }

    /** To be called when the reader has chosen anew: what follows in this answer is in that language. */
    public void reconsider() {
        var now = reading.get();
        if (now != null) {
            reading.set(new Reading(now.reader));
        }
    }

    public void leave() {
        reading.remove();
    }

    private final class Reading {

        private final Reader reader;
        private String person;
        private Language language;

        private Reading(Reader reader) {
            this.reader = reader;
        }

        private Language language() {
            if (language == null || person == null && reader.person().isPresent()) {
                person = reader.person().orElse(null);
                var chosen = person == null ? Optional.<Language>empty() : choices.recently(person, reader.remembered());
                language = chosen.or(() -> AcceptedLanguages.best(reader.acceptLanguage())).orElse(Language.EN);
            }
            return language;
        }
    }
}
