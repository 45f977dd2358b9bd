package dev.kefu.correspondence;

import dev.kefu.shared.Language;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the department writes to customers: {@code kefu.correspondence.*}. How it sends is said by the same settings, see
 * {@link dev.kefu.mail.MailSettings}.
 *
 * @param defaultLanguage of customers of whom none is known
 * @param shopName        in whose name it writes
 */
@ConfigurationProperties("kefu.correspondence")
record CorrespondenceSettings(@DefaultValue("zh") Language defaultLanguage, @DefaultValue("") String shopName) {
}
