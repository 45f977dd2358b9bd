package dev.kefu.workflow.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.lang.Nullable;

/**
 * What a write must show that comes with nothing but a session cookie: that a page of this very server sent it, and that
 * it is of a kind which no form of another site can send.
 */
final class SameOrigin {

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> OWN_FETCHES = Set.of("same-origin", "none");

    private SameOrigin() {
    }

    /** A write that a browser says another site caused; refused whatever login comes with it. */
    static boolean isForgery(HttpServletRequest request) {
        var site = request.getHeader("Sec-Fetch-Site");
        return isWrite(request) && site != null && !OWN_FETCHES.contains(site);
    }

    /** Why this request may not write with a session, empty if it may or only reads. */
    static Optional<String> objection(HttpServletRequest request) {
        if (!isWrite(request)) {
            return Optional.empty();
        }
        var site = request.getHeader("Sec-Fetch-Site");
        var origin = request.getHeader(HttpHeaders.ORIGIN);
        // The browser knows the origin better than a server behind a proxy, but says so on safe addresses only
        var isOwn = site == null ? ownOrigin(request).equals(origin) : "same-origin".equals(site);
        if (!isOwn) {
            return Optional.of("Writing with a browser's login needs a page of this server.");
        }
        if (!isJson(request.getContentType()) && request.getHeader("X-Requested-With") == null) {
            return Optional.of("Writing with a browser's login needs the content type application/json, "
                    + "or the header X-Requested-With.");
        }
        return Optional.empty();
    }

    private static boolean isWrite(HttpServletRequest request) {
        return !SAFE.contains(request.getMethod());
    }

    private static boolean isJson(@Nullable String contentType) {
        try {
            return contentType != null
                    && MediaType.parseMediaType(contentType).equalsTypeAndSubtype(MediaType.APPLICATION_JSON);
        } catch (InvalidMediaTypeException malformed) {
            return false;
        }
    }

    private static String ownOrigin(HttpServletRequest request) {
        var scheme = request.getScheme();
        var port = request.getServerPort();
        var isDefault = port <= 0 || port == ("https".equals(scheme) ? 443 : 80);
        return scheme + "://" + request.getServerName() + (isDefault ? "" : ":" + port);
    }
}
