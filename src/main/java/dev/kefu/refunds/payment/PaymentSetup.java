package dev.kefu.refunds.payment;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kefu.partners.PartnerCheck;
import dev.kefu.refunds.PaymentService;
import dev.kefu.shared.StartRefused;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/** Connects the payment service, or refuses to start where it could not be relied on. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PaymentSettings.class)
class PaymentSetup {

    private static final PartnerCheck CHECK = new PartnerCheck("payment service", "orders", "KEFU_PAYMENTS",
            "https://payments.example/payouts");

    @Bean
    PaymentService paymentService(PaymentSettings settings, Environment environment, ObjectMapper json, Clock clock,
            @Value("${camunda.bpm.job-execution.lock-time-in-millis}") long jobLock) {
        CHECK.require(settings.line(), environment.acceptsProfiles(Profiles.of("prod")), Duration.ofMillis(jobLock));
        if (settings.isConnected() && settings.silence().isNegative()) {
            throw new StartRefused("The silence of the payment service is less than nothing.",
                    "Set KEFU_PAYMENTS_SILENCE to the time after which finance is asked, such as PT4H.");
        }
        return new HttpPaymentService(settings, json, clock);
    }
}
