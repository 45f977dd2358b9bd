package dev.kefu.partners;

import dev.kefu.shared.StartRefused;
import java.net.URI;
import java.time.Duration;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Refuses to start where a service outside could not be relied on.
 *
 * @param service  what it is called: {@code payment service}
 * @param sent     what it is sent: {@code orders}
 * @param settings the beginning of its environment variables: {@code KEFU_PAYMENTS}
 * @param example  of an address
 */
public record PartnerCheck(String service, String sent, String settings, String example) {

    private static final Logger LOG = LoggerFactory.getLogger(PartnerCheck.class);

    private static final int SHORTEST_SECRET = 32;
    /** Written so that no name server is asked. */
    private static final Pattern LOOPBACK = Pattern.compile("(?i)localhost|127(\\.\\d{1,3}){3}|\\[::1]");

    /** @throws StartRefused if something about the line is wrong; a line that isn't connected is right */
    public void require(PartnerLine line, boolean isProduction, Duration jobLock) {
        if (line.isConnected()) {
            requireAddress(line);
            requireSecrecy(line.address(), isProduction);
            requireSecret(line, isProduction);
            requireTimes(line, jobLock);
        }
    }

    private void requireAddress(PartnerLine line) {
        try {
            var address = line.address();
            if (("http".equals(address.getScheme()) || "https".equals(address.getScheme())) && address.getHost() != null
                    && address.getUserInfo() == null) {
                return;
            }
        } catch (IllegalArgumentException malformed) {
            // Said below, without quoting it: there may be a password in it
        }
        throw new StartRefused("The address of the " + service + " is none.",
                "Set " + settings + "_URL to an address such as " + example + ", without a password in it.");
    }

    /** What the service answers is not signed: whoever is between could say that it did what it was asked. */
    private void requireSecrecy(URI address, boolean isProduction) {
        if (isProduction && !"https".equals(address.getScheme()) && !LOOPBACK.matcher(address.getHost()).matches()) {
            throw new StartRefused("The address of the " + service + " is not encrypted.",
                    "Set " + settings + "_URL to an address that begins with https; http is for this very machine only.");
        }
    }

    private void requireSecret(PartnerLine line, boolean isProduction) {
        if (isProduction && line.secret().length() < SHORTEST_SECRET) {
            throw new StartRefused("The secret that signs the " + sent + " to the " + service + " is missing or too short.",
                    "Set " + settings + "_SECRET to at least " + SHORTEST_SECRET + " random characters that the service knows.");
        }
        if (line.secret().isEmpty()) {
            LOG.warn("What is sent to the {} is not signed; set {}_SECRET", service, settings);
        }
    }

    /** A job whose lock is over is run by another node beside this one. */
    private void requireTimes(PartnerLine line, Duration jobLock) {
        var isShort = line.longestCall().compareTo(jobLock.multipliedBy(3).dividedBy(4)) <= 0;
        if (!isShort || line.connectTimeout().toMillis() < 1 || line.readTimeout().toMillis() < 1) {
            throw new StartRefused("The time-outs of the " + service + " don't fit.",
                    "Set " + settings + "_CONNECTTIMEOUT and " + settings + "_READTIMEOUT to more than nothing and, together, to at"
                            + " most three quarters of a job's lock, which is " + jobLock.toSeconds() + " s.");
        }
    }
}
