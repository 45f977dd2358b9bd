package dev.kefu.customers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ContactTests {

    @Test
    void hidesAllButTheFirstLetterOfAName() {
        assertThat(contact("王小芳", null).maskedName()).isEqualTo("王**");
        assertThat(contact("𠮷田", null).maskedName()).isEqualTo("𠮷*");
    }

    @Test
    void hidesTheMiddleOfAPhoneNumber() {
        assertThat(contact("王", "13812345678").maskedPhone()).isEqualTo("138****5678");
        assertThat(contact("王", "110").maskedPhone()).isEqualTo("***");
        assertThat(contact("王", null).maskedPhone()).isNull();
    }

    @Test
    void knowsNoAddressRatherThanNull() {
        assertThat(contact("王", null).address()).isEqualTo(Contact.Address.UNKNOWN);
    }

    private static Contact contact(String name, String phone) {
        return new Contact(name, phone, null, null);
    }

    @Test
    void masksWhoACustomerIsAndWhereTheyLive() {
        var address = new Contact.Address("浙江省", "杭州市", "西湖区", "文三路 1 号", "310012");

        var masked = new Contact("王小芳", "13812345678", "fang@example.com", address).masked();

        assertThat(masked.toString()).contains("杭州市").doesNotContain("小芳", "12345678", "fang@", "西湖区", "文三路", "310012");
    }
}
