package dev.kefu.notices;

import dev.kefu.mail.Delivery;
import dev.kefu.mail.DeliveryRounds;
import dev.kefu.mail.MailServer;
import dev.kefu.mail.MailSettings;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Reads the settings of this module, and sends its mails. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(NoticeSettings.class)
class NoticeSetup {

    @Bean
    Delivery noticeDelivery(MailServer server, DigestBook book) {
        return new Delivery(server, book);
    }

    @Bean
    DeliveryRounds noticeMailRounds(Delivery noticeDelivery, DigestBook book, MailServer server, MailSettings settings) {
        return new DeliveryRounds("notices", noticeDelivery, book, server, settings);
    }
}
