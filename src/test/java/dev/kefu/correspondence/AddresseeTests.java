package dev.kefu.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kefu.customers.Contact;
import dev.kefu.customers.CustomerFile;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.lang.Nullable;

/** Whom mail can go to. */
class AddresseeTests {

    private static final Instant DAY = Instant.parse("2026-11-22T00:00:00Z");

    @ParameterizedTest
    @CsvSource({"fang@example.com,fang@example.com", "' f.w+shop@mail.example.cn ',f.w+shop@mail.example.cn",
            "o'hara_1@x-y.example,o'hara_1@x-y.example", "wang@例子.中国,wang@xn--fsqu00a.xn--fiqs8s"})
    void isWhoeverHasAnAddress(String email, String address) {
        assertThat(addressee(email, null)).isEqualTo(new Addressee(address, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fang", "@example.com", "fang@", "a@b", "a b@example.com", "a@b@example.com", "a,b@example.com",
            "fang@example.com, thief@example.com", "fang@example.com\r\nBcc: thief@example.com", "<fang@example.com>",
            "\"a\r\nb\"@example.com", "Fang <fang@example.com>", "fang@exa mple.com", ".@example..com", "fang@-example.com",
            "fang@127.0.0.1:25", "group:a@example.com;", "fang@example.com>", "..@example.com", "a..b@example.com"})
    void isNobodyWhoseAddressIsNone(String email) {
        assertThat(addressee(email, null).isReachable()).isFalse();
        assertThat(addressee(email, null).problem()).contains("e-mail address").doesNotContain(email.strip());
    }

    @Test
    void isNobodyWithChineseBeforeTheAtBecauseServersDontTakeIt() {
        assertThat(addressee("王芳@example.com", null).problem()).contains("Latin letters");
    }

    @Test
    void isNobodyWithoutAddressOrWhoWasErased() {
        assertThat(addressee(null, null).problem()).contains("No e-mail address");
        assertThat(addressee(" ", null).problem()).contains("No e-mail address");
        assertThat(addressee("fang@example.com", DAY).problem()).contains("erased");
        assertThat(Addressee.of(Optional.empty()).problem()).contains("no customer");
    }

    private static Addressee addressee(@Nullable String email, @Nullable Instant erasedAt) {
        return Addressee.of(Optional.of(new CustomerFile("C-1", new Contact("王芳", null, email, null), null, DAY, DAY, erasedAt)));
    }
}
