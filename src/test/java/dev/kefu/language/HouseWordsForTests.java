package dev.kefu.language;

import dev.kefu.shared.Language;
import java.util.Map;

/** The house's words where no application runs. */
public final class HouseWordsForTests {

    private HouseWordsForTests() {
    }

    public static HouseWords english() {
        return in(Language.EN, Map.of());
    }

    /** As somebody reads them who reads this language, with this dictionary. */
    public static HouseWords in(Language language, Map<String, String> chinese) {
        var reader = new ReaderLanguage(null) {

            @Override
            public Language current() {
                return language;
            }
        };
        return new HouseWords(new Phrasebook(chinese), reader);
    }
}
