package dev.kefu.mail;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the department sends mails: the part of {@code kefu.correspondence.*} that counts for all of them.
 *
 * @param shopName   in whose name it writes
 * @param from       the address that the mails come from
 * @param sendEvery  how often it is looked whether there is something to send; 0 never
 * @param retryAfter how long to wait after the first failure, the second one and so on; after as many pauses it failed
 * @param sendWithin what waited longer is not sent any more
 */
@ConfigurationProperties("kefu.correspondence")
public record MailSettings(@DefaultValue("") String shopName, @DefaultValue("") String from,
        @DefaultValue("10s") Duration sendEvery,
        @DefaultValue({"1m", "5m", "15m", "1h", "4h", "12h", "24h"}) List<Duration> retryAfter,
        @DefaultValue("7d") Duration sendWithin) {
}
