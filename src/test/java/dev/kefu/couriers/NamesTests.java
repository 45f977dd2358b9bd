package dev.kefu.couriers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Provinces, towns and couriers are found however people write them. */
class NamesTests {

    @ParameterizedTest
    @CsvSource({"浙江, ZHEJIANG", "浙江省, ZHEJIANG", " 浙 江 , ZHEJIANG", "zhejiang, ZHEJIANG", "Zhejiang Province, ZHEJIANG",
            "Shanxi, SHANXI", "Shaanxi, SHAANXI", "山西省, SHANXI", "陕西省, SHAANXI", "北京市, BEIJING", "Beijing City, BEIJING",
            "广西壮族自治区, GUANGXI", "新疆维吾尔自治区, XINJIANG", "新疆, XINJIANG", "宁夏回族自治区, NINGXIA", "Tibet Autonomous Region, TIBET",
            "Xizang, TIBET", "香港特别行政区, HONG_KONG", "hongkong, HONG_KONG", "臺灣, TAIWAN", "澳门, MACAU", "Hong Kong SAR, HONG_KONG"})
    void knowsAProvince(String typed, Province province) {
        assertThat(Province.called(typed)).contains(province);
    }

    @ParameterizedTest
    @CsvSource({"Atlantis", "江", "省", "''", "浙江杭州", "Province"})
    void knowsNoOther(String typed) {
        assertThat(Province.called(typed)).isEmpty();
        assertThat(Province.called(null)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"杭州市, 杭州", "和田地区, 和田", "阿拉善盟, 阿拉善", "延边朝鲜族自治州, 延边", "延边州, 延边", "恩施土家族苗族自治州, 恩施", "神农架林区, 神农架",
            "Hangzhou, hangzhou", "玉树藏族自治州, 玉树"})
    void comparesTowns(String typed, String other) {
        assertThat(Names.ofCity(typed)).isEqualTo(Names.ofCity(other)).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"杭州, 杭", "广州, 广", "沧州, 沧县", "杭州, 湖州"})
    void takesNoTownForAnother(String one, String other) {
        assertThat(Names.ofCity(one)).isNotEqualTo(Names.ofCity(other));
    }

    @ParameterizedTest
    @CsvSource({"圆通, 圆通速递", "圆通快递, 圆通", "SF Express, sf", "顺丰速运, 顺丰", "ｅｍｓ, EMS"})
    void comparesCouriers(String typed, String other) {
        assertThat(Names.ofCourier(typed)).isEqualTo(Names.ofCourier(other));
    }
}
