package dev.kefu.workflow.web;

import dev.kefu.language.LanguageChoices;
import dev.kefu.workflow.Accounts;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.webapp.impl.security.filter.util.CsrfConstants;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Stands before the web applications' own wall, which lets pass whatever its list of rules forgot. Without a login their
 * API answers nothing but the login itself, which engine there is, and the plugins' files.
 */
class WebApplicationDoors extends OncePerRequestFilter {

    private static final String ROOT = "/camunda/";
    private static final Pattern PAGE = Pattern.compile("/camunda/app/([^/]+)/([^/]+)/(setup/)?");
    private static final List<String> APPLICATIONS = List.of("tasklist", "cockpit", "admin", "welcome");
    private static final PathPatternRequestMatcher.Builder PATH = PathPatternRequestMatcher.withDefaults();
    private static final RequestMatcher SETUP = PATH.matcher("/camunda/api/admin/setup/**");
    private static final RequestMatcher API = PATH.matcher("/camunda/api/**");
    private static final RequestMatcher LOGIN =
            PATH.matcher(HttpMethod.POST, "/camunda/api/admin/auth/user/{engine}/login/{application}");
    private static final List<RequestMatcher> FOR_ANYBODY = List.of(
            // The login form asks for the engine's name before it sends anything
            PATH.matcher(HttpMethod.GET, "/camunda/api/engine/engine"),
            PATH.matcher(HttpMethod.GET, "/camunda/api/engine/engine/"),
            PATH.matcher(HttpMethod.GET, "/camunda/api/admin/auth/user/{engine}"),
            LOGIN,
            PATH.matcher(HttpMethod.POST, "/camunda/api/admin/auth/user/{engine}/logout"),
            PATH.matcher(HttpMethod.GET, "/camunda/api/{application}/plugin/{plugin}/static/**"));

    private final ProcessEngine engine;
    private final Accounts accounts;
    private final ProblemResponses problems;
    private final LanguageCookie cookie;
    private final LanguageChoices choices;

    WebApplicationDoors(ProcessEngine engine, Accounts accounts, ProblemResponses problems, LanguageCookie cookie,
            LanguageChoices choices) {
        this.engine = engine;
        this.accounts = accounts;
        this.problems = problems;
        this.cookie = cookie;
        this.choices = choices;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (SETUP.matches(request)) {
            // Lets anybody make an administrator while there is none (CVE-2026-77226)
            problems.write(request, response, HttpStatus.FORBIDDEN, "Administrators are not set up here.");
        } else if (SameOrigin.isForgery(request)) {
            problems.write(request, response, HttpStatus.FORBIDDEN, "Another site may not write here.");
        } else if (isMissing(request)) {
            problems.write(request, response, HttpStatus.NOT_FOUND, Pages.reason(HttpStatus.NOT_FOUND));
        } else if (API.matches(request) && FOR_ANYBODY.stream().noneMatch(door -> door.matches(request))
                && person(request).isEmpty()) {
            problems.write(request, response, HttpStatus.UNAUTHORIZED, Pages.reason(HttpStatus.UNAUTHORIZED));
        } else if (LOGIN.matches(request)) {
            login(request, response, chain);
        } else {
            if (isPage(request)) {
                tellTokenAgain(request, response);
                person(request).ifPresent(person -> cookie.tell(request, response, choices.ofIfReadable(person)));
            }
            chain.doFilter(request, response);
        }
    }

    /**
     * They tell their token against forgeries once for each session, in a cookie that pages outside of them can't read. Our
     * own login asks for it with a page of theirs, also when the session is older than that. Other sites read no header.
     */
    private static void tellTokenAgain(HttpServletRequest request, HttpServletResponse response) {
        var session = request.getSession(false);
        if (session != null
                && session.getAttribute(CsrfConstants.CSRF_TOKEN_SESSION_ATTR_NAME) instanceof String token) {
            response.setHeader(CsrfConstants.CSRF_TOKEN_HEADER_NAME, token);
        }
    }

    private static String path(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }

    /** Its answer is held back until it is known who logged in, and in which language they read. */
    private void login(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var answer = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, answer);
        // From now on the session is bound to this password
        person(request).ifPresent(person -> cookie.tell(request, answer, choices.ofIfReadable(person)));
        answer.copyBodyToResponse();
    }

    private static boolean isPage(HttpServletRequest request) {
        return "GET".equals(request.getMethod()) && PAGE.matcher(path(request)).matches();
    }

    private Optional<String> person(HttpServletRequest request) {
        var person = WebApplicationLogin.userOf(request, engine, accounts);
        person.ifPresent(each -> RequestReader.is(request, each));
        return person;
    }

    /** The web applications fail at the page of an application or an engine that doesn't exist. */
    private boolean isMissing(HttpServletRequest request) {
        var path = path(request);
        var page = PAGE.matcher(path);
        return path.startsWith(ROOT) && page.matches()
                && !(APPLICATIONS.contains(page.group(1)) && engine.getName().equals(page.group(2)));
    }
}
