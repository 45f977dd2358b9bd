package dev.kefu.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kefu.shared.Language;
import dev.kefu.shared.StartRefused;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;

/** The dictionaries in {@code words/}: all of them together, and what is wrong with one that can't be used. */
class DictionariesTests {

    private static final char PLACE = '\0';

    private final Phrasebook phrasebook = new Phrasebook(Dictionaries.read());

    @Test
    void giveNoTextTwoPhrasesThatFitEquallyWell() {
        assertThat(alike(phrasebook.phrases().toList())).isEmpty();
    }

    @Test
    void areShownToHaveSuchPhrasesWhereTheyDo() {
        var phrases = List.of(Phrase.of("The {thing} is here.", "{thing}"), Phrase.of("{what} case is here.", "{what}"),
                Phrase.of("The {goods} are there", "{goods}"), Phrase.of("Of {thing} one is", "{thing}"));

        assertThat(alike(phrases)).isEmpty();
        var same = new ArrayList<>(phrases);
        same.add(Phrase.of("The {other} is here.", "又{other}"));
        assertThat(alike(same)).containsExactly("The {other} is here. = The {thing} is here.");
    }

    /** Whatever stands in its places, a phrase is read as itself and not as another one. */
    @Test
    void haveNoPhraseThatAnotherOneSwallows() {
        var swallowed = phrasebook.phrases().filter(phrase -> {
            var values = phrase.places().stream().map(place -> "Q7").toList();
            var english = new StringBuilder(phrase.words().get(0));
            for (int i = 0; i < values.size(); i++) {
                english.append(values.get(i)).append(phrase.words().get(i + 1));
            }
            return !phrasebook.in(Language.ZH, english.toString()).equals(phrase.chinese(values, (place, value) -> value));
        }).map(Phrase::english).toList();

        assertThat(swallowed).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "{`A {b} that is left`: 1}                                  | A {b} that is left",
            "{`Only {left} are left.`: `只剩 {rest} 件。`}                | Only {left} are left.",
            "{`Only {left}{right} are left.`: `{left}{right}`}          | Only {left}{right} are left.",
            "{`Only {left} are {left}.`: `{left}`}                      | Only {left} are {left}.",
            "{`{a} of {b}`: `{a}{b}`}                                   | {a} of {b}",
            "{`Refund`: ``}                                             | Refund",
            "{`Refund`: `退款`, `Refund`: `退钱`}                         | Refund",
            "{`Refund`:                                                 | line 1",
            "[`Refund`]                                                 | no JSON object"})
    void stopTheStartWhereOneCantBeUsed(String content, String named) {
        assertThatThrownBy(() -> Dictionaries.read(file("broken.zh.json", content.replace('`', '"'))))
                .isInstanceOf(StartRefused.class).hasMessageContaining("broken.zh.json").hasMessageContaining(named);
    }

    @Test
    void sayOneThingInOneWay() {
        var first = file("first.zh.json", "{\"Refund\": \"退款\"}");

        assertThat(Dictionaries.read(first, file("second.zh.json", "{\"Refund\": \"退款\"}"))).containsEntry("Refund", "退款");
        assertThatThrownBy(() -> Dictionaries.read(first, file("second.zh.json", "{\"Refund\": \"退钱\"}")))
                .isInstanceOf(StartRefused.class).hasMessageContainingAll("second.zh.json", "Refund", "first.zh.json");
    }

    private static List<String> alike(List<Phrase> phrases) {
        var alike = new ArrayList<String>();
        var sorted = phrases.stream().sorted((one, other) -> one.english().compareTo(other.english())).toList();
        for (int i = 0; i < sorted.size(); i++) {
            for (int j = i + 1; j < sorted.size(); j++) {
                if (sorted.get(i).weight() == sorted.get(j).weight() && meet(sorted.get(i), sorted.get(j))) {
                    alike.add(sorted.get(i).english() + " = " + sorted.get(j).english());
                }
            }
        }
        return alike;
    }

    /** Whether some text with single words in the places fits both: a walk through both, where a place takes letters of the other. */
    private static boolean meet(Phrase one, Phrase other) {
        return meet(letters(one), letters(other), 0, 0, new HashSet<>());
    }

    private static boolean meet(String one, String other, int i, int j, HashSet<Long> seen) {
        if (i == one.length() && j == other.length()) {
            return true;
        }
        if (i == one.length() || j == other.length() || !seen.add((long) i << 32 | j)) {
            return false;
        }
        var isPlace = one.charAt(i) == PLACE;
        var isOtherPlace = other.charAt(j) == PLACE;
        if (!isPlace && !isOtherPlace) {
            return one.charAt(i) == other.charAt(j) && meet(one, other, i + 1, j + 1, seen);
        }
        if (one.charAt(i) == ' ' || other.charAt(j) == ' ') {
            return false;
        }
        // What stands in a place has at least one letter: both go on, or the place takes one more of the other
        return meet(one, other, i + 1, j + 1, seen)
                || isPlace && meet(one, other, i, j + 1, seen) || isOtherPlace && meet(one, other, i + 1, j, seen);
    }

    private static String letters(Phrase phrase) {
        return String.join(String.valueOf(PLACE), phrase.words());
    }

    private static Resource file(String name, String content) {
        return new ByteArrayResource(content.getBytes(StandardCharsets.UTF_8)) {

            @Override
            public String getFilename() {
                return name;
            }
        };
    }
}
