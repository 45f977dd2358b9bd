package dev.kefu.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kefu.mail.MailServer;
import dev.kefu.mail.MailServerTests;
import dev.kefu.shared.StartRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the links in mails lead. */
class PublicUrlTests {

    private static final MailServer SERVER = MailServerTests.at(25, 100);
    private static final MailServer NONE = MailServerTests.of(null, MailServerTests.settings("", ""));

    @Test
    void leadsToTheCaseTheTaskAndTheSettings() {
        var url = new PublicUrl(" https://kefu.shop.example/ ", SERVER);

        assertThat(url.ofCase("KF-2026-000001")).isEqualTo("https://kefu.shop.example/app/cases/KF-2026-000001");
        assertThat(url.ofTask("a b")).isEqualTo("https://kefu.shop.example/camunda/app/tasklist/default/#/?task=a%20b");
        assertThat(url.ofSettings()).isEqualTo("https://kefu.shop.example/app/notices");
    }

    @Test
    void isNeededWhereMailsAreSent() {
        assertThatThrownBy(() -> new PublicUrl("", SERVER)).isInstanceOfSatisfying(StartRefused.class,
                refusal -> assertThat(refusal.remedy()).contains("KEFU_PUBLICURL"));
        assertThat(new PublicUrl("", NONE).ofSettings()).isEqualTo("/app/notices");
    }

    @ParameterizedTest
    @ValueSource(strings = {"kefu.shop.example", "ftp://kefu.shop.example", "https://kefu.shop.example/?a=b", "https://", "not an address",
            "https://name:password@kefu.shop.example"})
    void isAnAddressThatABrowserFinds(String text) {
        assertThatThrownBy(() -> new PublicUrl(text, SERVER)).isInstanceOfSatisfying(StartRefused.class,
                refusal -> assertThat(refusal.remedy()).contains("https://kefu.shop.example"));
    }
}
