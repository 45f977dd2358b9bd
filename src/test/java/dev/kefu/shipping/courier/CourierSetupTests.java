package dev.kefu.shipping.courier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kefu.shared.StartRefused;
import dev.kefu.shipping.Bookings;
import dev.kefu.shipping.Cancellations;
import dev.kefu.shipping.CourierService;
import dev.kefu.shipping.ParcelEvents;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class CourierSetupTests {

    private static final String URL = "kefu.couriers.url=https://couriers.example/bookings";
    private static final String SECRET = "kefu.couriers.secret=" + "s".repeat(32);

    private final ApplicationContextRunner kefu = new ApplicationContextRunner()
            .withUserConfiguration(CourierSetup.class)
            .withBean(ObjectMapper.class)
            .withBean(Clock.class, Clock::systemUTC)
            .withBean(Bookings.class, () -> mock(Bookings.class))
            .withBean(Cancellations.class, () -> mock(Cancellations.class))
            .withBean(ParcelEvents.class, () -> mock(ParcelEvents.class))
            .withPropertyValues("camunda.bpm.job-execution.lock-time-in-millis=60000");

    @Test
    void leavesItToOrderClerksWithoutAnAddress() {
        kefu.withPropertyValues("spring.profiles.active=prod").run(started -> {
            assertThat(started.getBean(CourierService.class).isConnected()).isFalse();
            assertThat(started.getBean(CancellationRounds.class).isRunning()).isFalse();
        });
    }

    @Test
    void connectsInProductionWithAnAddressAndASecret() {
        kefu.withPropertyValues("spring.profiles.active=prod", URL, SECRET).run(started -> {
            assertThat(started.getBean(CourierService.class).isConnected()).isTrue();
            assertThat(started.getBean(CancellationRounds.class).isRunning()).isTrue();
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "prod | kefu.couriers.url=http://couriers.example/bookings | not encrypted",
        "prod | kefu.couriers.secret=short                         | KEFU_COURIERS_SECRET",
        "prod | kefu.couriers.secret=                              | KEFU_COURIERS_SECRET",
        "demo | kefu.couriers.url=couriers.example                 | address",
        "demo | kefu.couriers.url=https://user:password@couriers.example | address",
        "demo | kefu.couriers.read-timeout=43s                     | time-outs",
        "demo | kefu.couriers.connect-timeout=0s                   | time-outs",
        "demo | kefu.couriers.cancel-every=-1s                     | KEFU_COURIERS_CANCELEVERY",
        "demo | kefu.couriers.match-every=-1s                      | KEFU_COURIERS_MATCHEVERY"})
    void refusesToStartWhereTheServiceCouldNotBeReliedOn(String profile, String setting, String said) {
        kefu.withPropertyValues("spring.profiles.active=" + profile, URL, SECRET, setting).run(started ->
                assertThat(started).getFailure().hasRootCauseInstanceOf(StartRefused.class).rootCause()
                        .satisfies(refused -> assertThat(refused.getMessage() + ((StartRefused) refused).remedy()).contains(said)
                                .doesNotContain("password@")));
    }
}
