package dev.kefu.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kefu.KefuTest;
import dev.kefu.shared.Language;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The texts that come with the application. */
@KefuTest
class ShippedLettersTests {

    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

    @Autowired
    LetterCatalogue catalogue;

    @Autowired
    LetterFacts facts;

    @Test
    void areThereForEveryTurnOfAReturn() {
        assertThat(catalogue.kinds()).extracting(LetterKind::id).contains("return-received", "return-approved", "return-rejected",
                "return-question", "return-shipping-arranged", "return-reminder", "return-expired", "return-arrived",
                "return-withdrawn", "return-refunded", "replacement-shipped", "goods-sent-back", "goods-repaired", "goods-not-repaired",
                "return-settled");
    }

    @Test
    void canSayEveryFactThatTheyAreGiven() throws Exception {
        var silent = new ArrayList<String>();

        for (var kind : catalogue.kinds()) {
            for (var language : Language.values()) {
                var told = facts.examples(kind, language, null).facts();
                var letter = catalogue.shipped(kind, language).filled(kind, told);
                told.forEach((name, words) -> {
                    if (!(letter.subject() + letter.body()).contains(words) && !isLeftOutBesideACourier(kind, name)) {
                        silent.add(kind.id() + "." + language + " does not say " + name);
                    }
                });
            }
        }

        assertThat(silent).isEmpty();
    }

    /** Whoever has the parcel collected needs no address. */
    private static boolean isLeftOutBesideACourier(LetterKind kind, String name) {
        return name.equals("returnAddress") && (kind.id().equals("return-shipping-arranged") || kind.id().equals("return-reminder"));
    }

    @Test
    void areWholeWithAllFactsAndWithTheNeededOnesOnly() throws Exception {
        for (var kind : catalogue.kinds()) {
            for (var language : Language.values()) {
                var all = facts.examples(kind, language, null).facts();
                for (var told : List.of(all, only(kind, all))) {
                    var letter = catalogue.shipped(kind, language).filled(kind, told);

                    assertThat(letter.subject()).as(kind.id()).doesNotContain("{", "}").isNotBlank();
                    assertThat(letter.body()).as(kind.id()).doesNotContain("{", "}", "\n\n\n", " \n").endsWith("\n");
                    assertThat(letter.body().lines()).as(kind.id() + letter.body()).noneMatch(line -> line.endsWith("：") && !line.contains("地址")
                            && !line.contains("内容") && !line.contains("原因") && !line.contains("如下"));
                }
            }
        }
    }

    @Test
    void areInTheirLanguage() {
        for (var kind : catalogue.kinds()) {
            assertThat(catalogue.shipped(kind, Language.ZH).body()).containsPattern(HAN).contains("您");
            assertThat(catalogue.shipped(kind, Language.EN).body()).doesNotContainPattern(HAN).contains("Kind regards");
        }
    }

    private static Map<String, String> only(LetterKind kind, Map<String, String> all) {
        var needed = new LinkedHashMap<>(all);
        kind.facts().stream().filter(each -> !each.isNeeded()).forEach(each -> needed.remove(each.name()));
        return needed;
    }
}
