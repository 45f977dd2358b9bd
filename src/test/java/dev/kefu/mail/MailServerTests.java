package dev.kefu.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kefu.shared.StartRefused;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.lang.Nullable;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Whether there is a mail server, and in whose name it is used. */
public class MailServerTests {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T00:00:00Z"), ZoneOffset.UTC);

    @Test
    void isThereIfAHostIsNamed() {
        assertThat(server("mail.shop.example", "service@shop.example", "云上商城").isConfigured()).isTrue();
        assertThat(server("", "", "").isConfigured()).isFalse();
        assertThat(server(null, "", "").isConfigured()).isFalse();
        assertThat(MailServerTests.of(null, settings("", "")).isConfigured()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"'',Shop,KEFU_CORRESPONDENCE_FROM", "a@shop.example,'',KEFU_CORRESPONDENCE_SHOPNAME",
            "nobody,Shop,KEFU_CORRESPONDENCE_FROM", "'a@shop.example, b@shop.example',Shop,KEFU_CORRESPONDENCE_FROM"})
    void isNotStartedWithIfNobodyWrites(String from, String shop, String remedy) {
        assertThatThrownBy(() -> server("mail.shop.example", from, shop)).isInstanceOfSatisfying(StartRefused.class,
                refusal -> assertThat(refusal.remedy()).contains(remedy));
        assertThatCode(() -> server("", from, shop)).doesNotThrowAnyException();
    }

    private static MailServer server(@Nullable String host, String from, String shop) {
        var mail = new JavaMailSenderImpl();
        mail.setHost(host);
        return of(mail, settings(from, shop));
    }

    public static MailServer at(int port, int timeoutMillis) {
        var mail = new JavaMailSenderImpl();
        mail.setHost("localhost");
        mail.setPort(port);
        mail.getJavaMailProperties().putAll(Map.of("mail.smtp.connectiontimeout", timeoutMillis, "mail.smtp.timeout", timeoutMillis));
        return of(mail, settings("service@shop.example", "云上商城"));
    }

    public static MailServer of(@Nullable JavaMailSenderImpl mail, MailSettings settings) {
        var beans = new StaticListableBeanFactory();
        if (mail != null) {
            beans.addBean("mail", mail);
        }
        return new MailServer(beans.getBeanProvider(JavaMailSenderImpl.class), settings, CLOCK);
    }

    public static MailSettings settings(String from, String shop) {
        return new MailSettings(shop, from, Duration.ofMillis(50), List.of(Duration.ofMinutes(1)), Duration.ofDays(7));
    }
}
