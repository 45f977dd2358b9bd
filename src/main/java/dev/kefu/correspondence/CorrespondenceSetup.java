package dev.kefu.correspondence;

import dev.kefu.mail.Delivery;
import dev.kefu.mail.DeliveryRounds;
import dev.kefu.mail.MailServer;
import dev.kefu.mail.MailSettings;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Reads the settings of this module, and sends what is in its book. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CorrespondenceSettings.class)
class CorrespondenceSetup {

    @Bean
    Delivery letterDelivery(MailServer server, SentLetters book) {
        return new Delivery(server, book);
    }

    @Bean
    DeliveryRounds letterRounds(Delivery letterDelivery, SentLetters book, MailServer server, MailSettings settings) {
        return new DeliveryRounds("letters", letterDelivery, book, server, settings);
    }
}
