package dev.kefu.workflow.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;

/**
 * What somebody gets who is not logged in: people with a browser a login, which for our own pages leads back to them;
 * everybody else a 401. A browser
 * is never told about Basic, or it would open a window of its own above the Tasklist.
 */
class NotLoggedIn implements AuthenticationEntryPoint {

    private final ProblemResponses problems;

    NotLoggedIn(ProblemResponses problems) {
        this.problems = problems;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException {
        if (reason instanceof EngineAccounts.Locked locked) {
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(locked.seconds()));
            problems.write(request, response, HttpStatus.TOO_MANY_REQUESTS, locked.getMessage());
            return;
        }
        if (Pages.isAskedFor(request)) {
            response.sendRedirect(request.getContextPath() + login(request));
            return;
        }
        if (!isBrowser(request)) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Kefu\", charset=\"UTF-8\"");
        }
        problems.write(request, response, HttpStatus.UNAUTHORIZED, "Please log in with your account and its password.");
    }

    /** A page of ours is named to our own login, so that it can lead there; Tasklist's knows only its own pages. */
    private static String login(HttpServletRequest request) {
        var path = request.getRequestURI().substring(request.getContextPath().length());
        if (!path.equals(OwnPages.ROOT) && !path.startsWith(OwnPages.ROOT + "/")) {
            return Pages.LOGIN;
        }
        var asked = request.getRequestURI() + (request.getQueryString() == null ? "" : "?" + request.getQueryString());
        return OwnPages.LOGIN + "?to=" + URLEncoder.encode(asked, StandardCharsets.UTF_8);
    }

    private static boolean isBrowser(HttpServletRequest request) {
        return Pages.wantsHtml(request) || request.getHeader("X-Requested-With") != null
                || request.getHeader("Sec-Fetch-Site") != null || request.getHeader("Sec-Fetch-Mode") != null;
    }
}
