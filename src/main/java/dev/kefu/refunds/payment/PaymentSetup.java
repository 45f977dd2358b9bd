package dev.kefu.refunds.payment;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kefu.refunds.PaymentService;
import dev.kefu.shared.StartRefused;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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

    private static final Logger LOG = LoggerFactory.getLogger(PaymentSetup.class);

    private static final int SHORTEST_SECRET = 32;
    /** Written so that no name server is asked. */
    private static final Pattern LOOPBACK = Pattern.compile("(?i)localhost|127(\\.\\d{1,3}){3}|\\[::1]");

    @Bean
    PaymentService paymentService(PaymentSettings settings, Environment environment, ObjectMapper json, Clock clock,
            @Value("${camunda.bpm.job-execution.lock-time-in-millis}") long jobLock) {
        if (settings.isConnected()) {
            var isProduction = environment.acceptsProfiles(Profiles.of("prod"));
            requireAddress(settings);
            requireSecrecy(settings.address(), isProduction);
            requireSecret(settings, isProduction);
            requireTimes(settings, Duration.ofMillis(jobLock));
        }
        return new HttpPaymentService(settings, json, clock);
    }

    private static void requireAddress(PaymentSettings settings) {
        try {
            var address = settings.address();
            if (("http".equals(address.getScheme()) || "https".equals(address.getScheme())) && address.getHost() != null
                    && address.getUserInfo() == null) {
                return;
            }
        } catch (IllegalArgumentException malformed) {
            // Said below, without quoting it: there may be a password in it
        }
        throw new StartRefused("The address of the payment service is none.",
                "Set KEFU_PAYMENTS_URL to an address such as https://payments.example/payouts, without a password in it.");
    }

    /** What the service answers is not signed: whoever is between could say that it paid. */
    private static void requireSecrecy(URI address, boolean isProduction) {
        if (isProduction && !"https".equals(address.getScheme()) && !LOOPBACK.matcher(address.getHost()).matches()) {
            throw new StartRefused("The address of the payment service is not encrypted.",
                    "Set KEFU_PAYMENTS_URL to an address that begins with https; http is for this very machine only.");
        }
    }

    private static void requireSecret(PaymentSettings settings, boolean isProduction) {
        if (isProduction && settings.secret().length() < SHORTEST_SECRET) {
            throw new StartRefused("The secret that signs the orders to the payment service is missing or too short.",
                    "Set KEFU_PAYMENTS_SECRET to at least " + SHORTEST_SECRET + " random characters that the service knows.");
        }
        if (settings.secret().isEmpty()) {
            LOG.warn("Orders to the payment service are not signed; set KEFU_PAYMENTS_SECRET");
        }
    }

    /** A job whose lock is over is run by another node beside this one. */
    private static void requireTimes(PaymentSettings settings, Duration jobLock) {
        var isShort = settings.longestCall().compareTo(jobLock.multipliedBy(3).dividedBy(4)) <= 0;
        if (!isShort || settings.connectTimeout().toMillis() < 1 || settings.readTimeout().toMillis() < 1
                || settings.silence().isNegative()) {
            throw new StartRefused("The time-outs of the payment service don't fit.",
                    "Set KEFU_PAYMENTS_CONNECTTIMEOUT and KEFU_PAYMENTS_READTIMEOUT to more than nothing and, together, to at"
                            + " most three quarters of a job's lock, which is " + jobLock.toSeconds() + " s.");
        }
    }
}
