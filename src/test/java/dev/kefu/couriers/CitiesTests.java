package dev.kefu.couriers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CitiesTests {

    @ParameterizedTest
    @EnumSource
    void listsEachProvinceAndNoCityThatThereIsNot(Province province) {
        assertThat(Cities.isOf(province, "Atlantis")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"浙江, 杭州市", "浙江, 杭州", "新疆, 伊犁哈萨克自治州", "新疆, 巴音郭楞蒙古自治州", "新疆, 和田地区", "内蒙古, 兴安盟", "四川, 阿坝藏族羌族自治州",
            "贵州, 黔西南布依族苗族自治州", "云南, 德宏傣族景颇族自治州", "吉林, 吉林市", "青海, 海南藏族自治州", "海南, 白沙黎族自治县", "湖北, 神农架林区",
            "黑龙江, 大兴安岭地区", "海南, 三沙市", "北京, 北京市"})
    void findsACityHoweverItIsWritten(String province, String city) {
        assertThat(Cities.isOf(Province.called(province).orElseThrow(), city)).isTrue();
        assertThat(Cities.elsewhere(Province.called(province).orElseThrow(), city)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"北京, 杭州市, ZHEJIANG", "浙江, 成都市, SICHUAN", "甘肃, 玉树藏族自治州, QINGHAI", "新疆, 阿拉善盟, INNER_MONGOLIA",
            "河北, 北京市, BEIJING", "四川, 重庆市, CHONGQING", "海南, 海南藏族自治州, QINGHAI"})
    void knowsTheProvinceInWhichACityReallyLies(String province, String city, Province really) {
        assertThat(Cities.elsewhere(Province.called(province).orElseThrow(), city)).contains(really);
    }

    /** Districts and small towns are called like cities elsewhere, and many are not listed. */
    @ParameterizedTest
    @CsvSource({"北京, 朝阳区", "北京, 朝阳", "辽宁, 中山区", "甘肃, 敦煌市", "浙江, Hangzhou", "浙江, 义乌市", "上海, 浦东新区"})
    void objectsToNothingThatMayBe(String province, String city) {
        assertThat(Cities.elsewhere(Province.called(province).orElseThrow(), city)).isEmpty();
    }

    @Test
    void tellsCitiesThatAreProvincesFromOthers() {
        assertThat(Province.values()).filteredOn(Cities::isOne).containsExactlyInAnyOrder(Province.BEIJING, Province.TIANJIN,
                Province.SHANGHAI, Province.CHONGQING, Province.HONG_KONG, Province.MACAU);
    }
}
