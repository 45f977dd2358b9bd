package dev.kefu.shipping.courier;

import dev.kefu.partners.PartnerLine;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The couriers' service: {@code kefu.couriers.*}.
 *
 * @param url            where bookings are sent to, exactly; without it order clerks type tracking numbers
 * @param secret         signs what is sent
 * @param connectTimeout how long to wait for a connection
 * @param readTimeout    how long to wait for the whole answer after that
 * @param cancelEvery    how often it is looked whether bookings are to be cancelled; zero never
 * @param matchEvery     how often it is looked whether couriers' reports of known parcels were not heard; zero never
 */
@ConfigurationProperties("kefu.couriers")
record CourierSettings(@DefaultValue("") String url, @DefaultValue("") String secret,
        @DefaultValue("3s") Duration connectTimeout, @DefaultValue("15s") Duration readTimeout,
        @DefaultValue("10s") Duration cancelEvery, @DefaultValue("1m") Duration matchEvery) {

    PartnerLine line() {
        return new PartnerLine(url, secret, connectTimeout, readTimeout);
    }

    /** Without the secret, whoever prints it. */
    @Override
    public String toString() {
        return "CourierSettings[url=" + url + "]";
    }
}
