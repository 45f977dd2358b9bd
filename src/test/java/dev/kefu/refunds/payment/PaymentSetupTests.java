package dev.kefu.refunds.payment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kefu.refunds.PaymentService;
import dev.kefu.shared.StartRefused;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class PaymentSetupTests {

    private static final String URL = "kefu.payments.url=https://payments.example/payouts";
    private static final String SECRET = "kefu.payments.secret=" + "s".repeat(32);

    private final ApplicationContextRunner kefu = new ApplicationContextRunner()
            .withUserConfiguration(PaymentSetup.class)
            .withBean(ObjectMapper.class)
            .withBean(Clock.class, Clock::systemUTC)
            .withPropertyValues("camunda.bpm.job-execution.lock-time-in-millis=60000");

    @Test
    void leavesItToFinanceWithoutAnAddress() {
        kefu.withPropertyValues("spring.profiles.active=prod").run(started ->
                assertThat(started.getBean(PaymentService.class).isConnected()).isFalse());
    }

    @Test
    void connectsInProductionWithAnAddressAndASecret() {
        kefu.withPropertyValues("spring.profiles.active=prod", URL, SECRET).run(started ->
                assertThat(started.getBean(PaymentService.class).isConnected()).isTrue());
    }

    @ParameterizedTest
    @CsvSource({"''", "secret", "1234567890123456789012345678901"})
    void refusesToStartInProductionWithoutAGoodSecret(String secret) {
        kefu.withPropertyValues("spring.profiles.active=prod", URL, "kefu.payments.secret=" + secret).run(started ->
                assertThat(started).getFailure().hasRootCauseInstanceOf(StartRefused.class).rootCause().hasMessageContaining("secret"));
    }

    @ParameterizedTest
    @CsvSource({"http://payments.example/payouts, true", "http://127.0.0.1.example/payouts, true",
        "http://localhost:8090/payouts, false", "http://127.0.0.1:8090/payouts, false",
        "http://[::1]:8090/payouts, false"})
    void sendsNothingUnencryptedInProductionButToThisVeryMachine(String url, boolean isRefused) {
        kefu.withPropertyValues("spring.profiles.active=prod", "kefu.payments.url=" + url, SECRET).run(started ->
                assertThat(started.getStartupFailure() != null).isEqualTo(isRefused));
    }

    @ParameterizedTest
    @CsvSource({"payments.example", "ftp://payments.example", "https:///payouts", "https://user:password@payments.example", "https://a b"})
    void refusesAnAddressThatIsNone(String url) {
        kefu.withPropertyValues("kefu.payments.url=" + url, SECRET).run(started ->
                assertThat(started).getFailure().hasRootCauseInstanceOf(StartRefused.class).rootCause()
                        .hasMessageContaining("address").hasMessageNotContaining("password"));
    }

    @ParameterizedTest
    @CsvSource({"3s, 43s", "0s, 5s", "3s, 0s", "3s, -1s"})
    void refusesTimesThatOutliveTheLockOfAJobOrAreNone(String connect, String read) {
        kefu.withPropertyValues(URL, SECRET, "kefu.payments.connect-timeout=" + connect, "kefu.payments.read-timeout=" + read)
                .run(started -> assertThat(started).getFailure().hasRootCauseInstanceOf(StartRefused.class).rootCause()
                        .hasMessageContaining("time-outs"));
    }
}
