package dev.kefu.workflow.web;

import dev.kefu.language.ReaderLanguage;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * What every request passes first, whichever servlet it is for: answers get the headers that browsers obey, also files,
 * refusals and failures; addresses that two servers could read in two ways ({@code ..;}, {@code //}, {@code %2e}) go no
 * further.
 */
class Threshold extends OncePerRequestFilter {

    static final String CONTENT_POLICY = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
            + "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    /** What stands behind this is the name of an article, and such names may have slashes. */
    private static final String NAMES_WITH_SLASHES = "/api/stock/";

    private final StrictHttpFirewall firewall = new StrictHttpFirewall();
    private final StrictHttpFirewall firewallForNames = firewallForNames();
    private final ProblemResponses problems;
    private final RequestAddress address;
    private final ReaderLanguage reader;
    private final boolean isSecure;

    /** @param isSecure whether browsers are told to come by HTTPS from now on */
    Threshold(ProblemResponses problems, RequestAddress address, ReaderLanguage reader, boolean isSecure) {
        this.problems = problems;
        this.address = address;
        this.reader = reader;
        this.isSecure = isSecure;
    }

    /** As strict as the other, but for slashes that are a part of a name: such come encoded, and stay so. */
    static StrictHttpFirewall firewallForNames() {
        var firewall = new StrictHttpFirewall();
        firewall.setAllowUrlEncodedSlash(true);
        firewall.setAllowUrlEncodedPercent(true);
        return firewall;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        // The web applications put their own policy, with the page's nonce, in the place of this one
        response.setHeader("Content-Security-Policy", CONTENT_POLICY);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        if (isSecure) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000");
        }
        address.enter(String.valueOf(request.getRemoteAddr()));
        reader.enter(new RequestReader(request));
        try {
            enter(request, response, chain);
        } finally {
            reader.leave();
            address.leave();
        }
    }

    private void enter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            (request.getRequestURI().startsWith(NAMES_WITH_SLASHES) ? firewallForNames : firewall).getFirewalledRequest(request);
        } catch (RequestRejectedException ambiguous) {
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            problems.write(request, response, HttpStatus.BAD_REQUEST, "This is not an address of this server.");
            return;
        }
        chain.doFilter(request, response);
    }
}
