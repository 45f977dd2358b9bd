package dev.kefu.refunds.payment;

import dev.kefu.partners.PartnerLine;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The payment service: {@code kefu.payments.*}.
 *
 * @param url            where orders are sent to, exactly; without it finance pays
 * @param secret         signs the orders
 * @param connectTimeout how long to wait for a connection
 * @param readTimeout    how long to wait for the whole answer after that
 * @param silence        after so long without a report on a pending order finance is asked
 */
@ConfigurationProperties("kefu.payments")
record PaymentSettings(@DefaultValue("") String url, @DefaultValue("") String secret,
        @DefaultValue("3s") Duration connectTimeout, @DefaultValue("15s") Duration readTimeout,
        @DefaultValue("PT4H") Duration silence) {

    boolean isConnected() {
        return !url.isBlank();
    }

    PartnerLine line() {
        return new PartnerLine(url, secret, connectTimeout, readTimeout);
    }

    /** Without the secret, whoever prints it. */
    @Override
    public String toString() {
        return "PaymentSettings[url=" + url + "]";
    }
}
