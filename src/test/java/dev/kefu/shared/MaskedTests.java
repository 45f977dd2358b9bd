package dev.kefu.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MaskedTests {

    @ParameterizedTest
    @ValueSource(strings = {"13800000001", "138 0000 0001", "138-0000-0001", "+86 138 0000 0001", "(0571) 8888-6666",
            "１３８００００００００１", "+49 30 901820", "0086-13800000001", "a.b@example.com", "fang @ example.com", "芳@例子.中国",
            "文三路 1 号", "文三路478号3幢2单元501室", "12 Garden Street", "8888666"})
    void hidesWhatLooksLikeAPhoneNumberAnAddressOrAStreet(String written) {
        assertThat(Masked.text("电话：" + written + "。", List.of())).isEqualTo("电话：***。");
        assertThat(Masked.text(written, List.of())).isEqualTo("***");
    }

    @ParameterizedTest
    @CsvSource({"fang@example.com, f***@example.com", "芳@例子.中国, 芳***@例子.中国", "nobody, ***", "@example.com, ***"})
    void leavesOfAnEmailAddressItsFirstLetterAndWhereItIs(String address, String shown) {
        assertThat(Masked.email(address)).isEqualTo(shown);
    }

    @ParameterizedTest
    @ValueSource(strings = {"KF-2026-000012", "2026-11-22", "2026-11-22T10:00:00+08:00", "910.00 CNY", "1234567.00 CNY",
            "Line 1: 2 accepted, 0 refused, AS_NEW", "YT90012026", "SO-1001", "RMA-2026-000012", "3 × 保温杯 500ml (line 1)",
            "Within 30 days of delivery, up to 2000."})
    void leavesWhatIsNeitherAsItIs(String written) {
        assertThat(Masked.text(written, List.of())).isEqualTo(written);
    }

    @Test
    void hidesTheGivenWordsWhereverTheyStandAndHoweverTheyAreSpelt() {
        assertThat(Masked.text("FANG WANG called; fang wang again. Fang is fine, 王 too.", List.of("Fang Wang", "王", "")))
                .isEqualTo("*** called; *** again. Fang is fine, *** too.");
        assertThat(Masked.text("王芳芳", List.of("王芳", "王芳芳"))).isEqualTo("***");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CHANGED_MIND", "Anders wants another", "vanilla", "Hannover", "An1", "1an"})
    void leavesWordsInWhichTheGivenOneIsOnlyAPart(String written) {
        assertThat(Masked.without(written, List.of("An"))).isEqualTo(written);
        assertThat(Masked.says(written, List.of("An"))).isFalse();
    }

    @Test
    void findsAWordBesideHanAndPunctuation() {
        assertThat(Masked.without("客户An来电，AN: (an) An", List.of("An"))).isEqualTo("客户***来电，***: (***) ***");
        assertThat(Masked.without("客户王芳来电", List.of("王芳"))).isEqualTo("客户***来电");
        assertThat(Masked.without("电话13800000001号, +8613800000001", List.of("13800000001"))).isEqualTo("电话***号, +86***");
        assertThat(Masked.without("310000 and 13100005", List.of("310000"))).isEqualTo("*** and 13100005");
    }

    @Test
    void takesANameOfOneHanCharacterWhereItStandsAloneAndALetterNowhere() {
        assertThat(Masked.without("安 called. 安：安全, 平安, 安1, A", List.of("安", "A", "a", " ", "")))
                .isEqualTo("*** called. ***：安全, 平安, 安1, A");
    }

    @Test
    void takesNoWordForAPattern() {
        assertThat(Masked.text("a.c abc (x", List.of("a.c", "(x"))).isEqualTo("*** abc ***");
        assertThat(Masked.text(null, List.of("x"))).isNull();
    }

    @Test
    void isQuickWithTextsThatAreMadeToBeSlow() {
        for (var nasty : List.of("1 ".repeat(2000), "a@".repeat(2000), "路".repeat(4000), "1-".repeat(2000) + "x",
                "A ".repeat(2000), "a.".repeat(2000) + "@", "12 " + "Aa ".repeat(1300))) {
            assertThat(Masked.text(nasty, List.of())).isNotNull();
        }
    }
}
