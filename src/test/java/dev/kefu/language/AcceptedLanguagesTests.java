package dev.kefu.language;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kefu.shared.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcceptedLanguagesTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "zh-CN,zh;q=0.9,en;q=0.8 | zh",
            "en-GB,en;q=0.9,zh;q=0.8 | en",
            "zh-Hant-TW              | zh",
            "ZH                      | zh",
            "de-DE,de;q=0.9,zh;q=0.2 | zh",
            "en;q=0.3, zh;q=0.31     | zh",
            "en ; q=0.5 , zh         | zh",
            "zh;q=0.5, en;q=0.5      | zh",
            "en;q=0, *               | zh",
            "*                       | en",
            "zh, *;q=0.1             | zh",
            "*, zh;q=0.5             | en",
            "zh;q=0                  | ",
            "fr, de                  | ",
            "zhx                     | ",
    })
    void areReadByTheStandard(String header, String expected) {
        assertThat(AcceptedLanguages.best(header).map(Language::code).orElse(null)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"'' | ", "';;;,' | ", "zh;q=x | ", "zh;q=2 | ", "zh;q=0.5;q=1 | ", "'é, zh' | zh", "'<script>, en' | en"})
    void areNothingWhereTheyCantBeRead(String header, String expected) {
        assertThat(AcceptedLanguages.best(header).map(Language::code).orElse(null)).isEqualTo(expected);
    }

    @Test
    void areNothingIfTheyAreMissingOrEndless() {
        assertThat(AcceptedLanguages.best(null)).isEmpty();
        assertThat(AcceptedLanguages.best("zh,".repeat(5000))).isEmpty();
    }
}
