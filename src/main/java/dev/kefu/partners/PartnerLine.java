package dev.kefu.partners;

import java.net.URI;
import java.time.Duration;

/**
 * How a service outside is reached.
 *
 * @param url            where it is; blank if there is none
 * @param secret         signs what is sent
 * @param connectTimeout how long to wait for a connection
 * @param readTimeout    how long to wait for the whole answer after that
 */
public record PartnerLine(String url, String secret, Duration connectTimeout, Duration readTimeout) {

    public boolean isConnected() {
        return !url.isBlank();
    }

    /** @throws IllegalArgumentException if it is none; the message may quote a password */
    public URI address() {
        return URI.create(url.strip());
    }

    /** An address below, such as {@code …/cancellations}; what stands behind a question mark stays. */
    public URI below(String part) {
        var whole = url.strip();
        var end = whole.indexOf('?');
        var path = (end < 0 ? whole : whole.substring(0, end)).replaceAll("/+$", "");
        return URI.create(path + "/" + part + (end < 0 ? "" : whole.substring(end)));
    }

    public Duration longestCall() {
        return connectTimeout.plus(readTimeout);
    }

    /** Without the secret, whoever prints it. */
    @Override
    public String toString() {
        return "PartnerLine[url=" + url + "]";
    }
}
