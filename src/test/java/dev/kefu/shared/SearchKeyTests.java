package dev.kefu.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchKeyTests {

    @ParameterizedTest
    @ValueSource(strings = {"13800001234", "138 0000 1234", "138-0000-1234", "+86 138 0000 1234", "+8613800001234",
            "8613800001234", "0086-138-0000-1234", "(+86) 13800001234", "１３８００００１２３４", " 138.0000.1234 "})
    void takesAMobileNumberHoweverItIsWritten(String typed) {
        assertThat(SearchKey.ofPhone(typed)).isEqualTo("13800001234");
        assertThat(SearchKey.ofPossiblePhone(typed)).contains("13800001234");
    }

    @ParameterizedTest
    @CsvSource({"0571-88886666, 57188886666", "+86 571 8888 6666, 57188886666", "021 5555 0000, 2155550000",
        "+1 415 555 0100, 14155550100", "001 415 555 0100, 14155550100", "86123456, 86123456"})
    void knowsOtherNumbersByTheirDigits(String typed, String key) {
        assertThat(SearchKey.ofPhone(typed)).isEqualTo(key);
    }

    @Test
    void takesNoPhoneFromWhatHasOtherSigns() {
        assertThat(SearchKey.ofPossiblePhone("SO-13800001234")).isEmpty();
        assertThat(SearchKey.ofPossiblePhone("王芳")).isEmpty();
        assertThat(SearchKey.ofPhone("none")).isNull();
        assertThat(SearchKey.ofPhone("000")).isNull();
        assertThat(SearchKey.ofPhone(null)).isNull();
    }

    @ParameterizedTest
    @CsvSource({"rma-2026-000042, RMA2026000042", "RMA 2026 000042, RMA2026000042", "ＲＭＡ－２０２６－０００４２, RMA202600042",
        "]C1SF1234 5678, SF12345678", "sf1234_5678/9, SF123456789", "'  YT-1\t', YT1"})
    void readsNumbersAsTheyArePrintedTypedAndScanned(String typed, String key) {
        assertThat(SearchKey.ofNumber(typed)).isEqualTo(key);
    }

    @ParameterizedTest
    @CsvSource({"王 芳, 王芳", "Wang Fang, wangfang", "阿不都·热合曼, 阿不都热合曼", "O'Brien, obrien", "ＷＡＮＧ, wang", "𠮷田, 𠮷田"})
    void readsNamesWithoutWhatStandsBetween(String typed, String key) {
        assertThat(SearchKey.ofName(typed)).isEqualTo(key);
    }

    @Test
    void hasNoKeyForNothingAndFitsItsColumns() {
        assertThat(SearchKey.ofName(" * - ")).isNull();
        assertThat(SearchKey.ofNumber("…")).isNull();
        assertThat(SearchKey.ofName("\uFDFA".repeat(100))).hasSize(100);
        assertThat(SearchKey.ofName("a".repeat(99) + "𠮷")).hasSize(99);
        assertThat(SearchKey.ofNumber("ß".repeat(64))).hasSize(64);
        assertThat(SearchKey.ofPhone("1".repeat(50))).hasSize(40);
    }

    @Test
    void readsCaseNumbersAsPeopleTypeThem() {
        assertThat(CaseNumber.typed("kf 2026 000042")).contains(CaseNumber.of("KF-2026-000042"));
        assertThat(CaseNumber.typed("KF-2026-000042")).contains(CaseNumber.of("KF-2026-000042"));
        assertThat(CaseNumber.typed("KF-2026-42")).isEmpty();
    }
}
