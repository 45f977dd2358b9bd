package dev.kefu.shipping.courier;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kefu.partners.PartnerCheck;
import dev.kefu.shared.StartRefused;
import dev.kefu.shipping.Bookings;
import dev.kefu.shipping.Cancellations;
import dev.kefu.shipping.CourierService;
import dev.kefu.shipping.ParcelEvents;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/** Connects the couriers' service, or refuses to start where it could not be relied on. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CourierSettings.class)
class CourierSetup {

    private static final PartnerCheck CHECK = new PartnerCheck("courier service", "bookings", "KEFU_COURIERS",
            "https://couriers.example/bookings");

    @Bean
    CourierService courierService(CourierSettings settings, Environment environment, ObjectMapper json, Clock clock,
            @Value("${camunda.bpm.job-execution.lock-time-in-millis}") long jobLock) {
        CHECK.require(settings.line(), environment.acceptsProfiles(Profiles.of("prod")), Duration.ofMillis(jobLock));
        if (settings.cancelEvery().isNegative()) {
            throw new StartRefused("The time between two looks for bookings to cancel is less than nothing.",
                    "Set KEFU_COURIERS_CANCELEVERY to a time such as 10s, or to 0s for never.");
        }
        if (settings.matchEvery().isNegative()) {
            throw new StartRefused("The time between two looks for couriers' reports that were not heard is less than nothing.",
                    "Set KEFU_COURIERS_MATCHEVERY to a time such as 1m, or to 0s for never.");
        }
        return new HttpCourierService(settings, json, clock);
    }

    @Bean
    CancellationRounds cancellationRounds(Bookings bookings, Cancellations cancellations, CourierSettings settings) {
        return new CancellationRounds(bookings, cancellations, settings);
    }

    @Bean
    MatchingRounds matchingRounds(ParcelEvents events, CourierSettings settings) {
        return new MatchingRounds(events, settings.matchEvery());
    }
}
