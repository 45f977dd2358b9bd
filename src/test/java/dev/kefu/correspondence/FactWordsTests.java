package dev.kefu.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kefu.shared.Language;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Facts in the words of a language. */
class FactWordsTests {

    private static final ZoneId SHOP = ZoneId.of("Asia/Shanghai");

    @ParameterizedTest
    @CsvSource({"2026-12-02,2026年12月2日,2 December 2026",
            "2026-12-02T20:30:00Z,2026年12月3日 04:30,3 December 2026 04:30",
            "2026-12-02T09:00:00+08:00,2026年12月2日 09:00,2 December 2026 09:00",
            "50.00 CNY,50.00 元,CNY 50.00", "1200 USD,1200 USD,USD 1200",
            "2026-13-40,2026-13-40,2026-13-40", "until 2026-12-02,until 2026-12-02,until 2026-12-02",
            "50.00,50.00,50.00", "2 × 保温杯,2 × 保温杯,2 × 保温杯"})
    void saysDaysMomentsAndAmountsAsTheLanguageDoes(String fact, String chinese, String english) {
        assertThat(new FactWords(Language.ZH, SHOP).of(fact)).isEqualTo(chinese);
        assertThat(new FactWords(Language.EN, SHOP).of(fact)).isEqualTo(english);
    }

    @Test
    void letsNothingThroughThatDrivesAScreenOrCanNotBeStored() {
        var words = new FactWords(Language.EN, SHOP);

        assertThat(words.of(" a\r\nb\rc\u0000\u001b[2J\u202Ed\ud83de\u0007 ")).isEqualTo("a\nb\nc[2Jde");
        assertThat(words.of(null)).isEmpty();
        assertThat(words.of("x".repeat(10_000))).hasSize(4_000);
    }
}
