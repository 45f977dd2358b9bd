package dev.kefu.language;

import dev.kefu.shared.Language;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;

/**
 * What the house wrote, in the language of whoever reads the answer to this request. It is for the house's own words only:
 * what people wrote must not come here.
 */
@Component
public class HouseWords {

    private final Phrasebook phrasebook;
    private final ReaderLanguage reader;

    HouseWords(Phrasebook phrasebook, ReaderLanguage reader) {
        this.phrasebook = phrasebook;
        this.reader = reader;
    }

    /** Of whoever reads. */
    public Language language() {
        return reader.current();
    }

    /** As the reader reads it; what the phrasebook doesn't know stays as it is. */
    public String read(String english) {
        return phrasebook.in(reader.current(), english);
    }

    /** The same for words that may be missing. */
    @Nullable
    public String readIfSaid(@Nullable String english) {
        return english == null ? null : read(english);
    }
}
