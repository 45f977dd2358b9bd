package dev.kefu.parcels.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kefu.customers.Contact.Address;
import dev.kefu.shared.RuleViolation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which addresses goods can be sent to, and which name the same door (PAR-4). */
class NewAddressTests {

    private static final Address DOOR = new Address("浙江省", "杭州市", "西湖区", "文三路1号", null);

    @ParameterizedTest
    @CsvSource({
        "浙江省, 杭州市, 西湖区, 文三路1号",
        "浙江, 杭州, 西湖, 文三路1号",
        "Zhejiang, 杭州市, 西湖区, 文三路１号。",
        "浙江省, 杭州市, 西湖区, '文三路 1 号,'",
        "浙江省, 杭州市, , 西湖区文三路1号",
        "浙江省, 杭州市, 西湖区, 文三路1",
        "浙江省, 杭州市, 西湖区, 浙江省杭州市西湖区文三路1号"})
    void knowsTheSameDoorHoweverItIsSpelt(String province, String city, String district, String street) {
        assertThat(SameDoor.is(DOOR, new Address(province, city, district, street, "310012"))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "浙江省, 杭州市, 西湖区, 文三路2号",
        "浙江省, 杭州市, 西湖区, 文三路1号2幢",
        "浙江省, 杭州市, 西湖区, 文三路1号A区",
        "浙江省, 杭州市, 拱墅区, 文三路1号",
        "浙江省, 宁波市, 西湖区, 文三路1号"})
    void tellsOtherDoorsApart(String province, String city, String district, String street) {
        assertThat(SameDoor.is(DOOR, new Address(province, city, district, street, null))).isFalse();
    }

    @Test
    void knowsTheSameDoorInEnglish() {
        var door = new Address("Zhejiang Province", "Hangzhou City", "Xihu District", "No. 1, Wensan Road", null);

        assertThat(SameDoor.is(door, new Address("zhejiang", "Hangzhou", "XIHU", "no 1 Wensan road.", null))).isTrue();
    }

    @Test
    void tellsLongAddressesApartByTheirEnds() {
        var street = "很".repeat(90) + "长的路 ";

        assertThat(SameDoor.is(new Address("浙江省", "杭州市", "西湖区", street + "1 号", null),
                new Address("浙江省", "杭州市", "西湖区", street + "2 号", null))).isFalse();
    }

    @Test
    void needsACityButWhereTheProvinceIsOne() {
        assertThatThrownBy(() -> new NewAddress("浙江省", " ", null, "文三路 1 号", null).requireUsable())
                .isInstanceOfSatisfying(RuleViolation.class,
                        refusal -> assertThat(refusal.violations()).singleElement().extracting("field").isEqualTo("address.city"));
        assertThatCode(() -> new NewAddress("北京市", null, "朝阳区", "建国路 1 号", null).requireUsable()).doesNotThrowAnyException();
    }
}
