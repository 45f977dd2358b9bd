package dev.kefu.workflow.web;

import dev.kefu.workflow.Accounts;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Whoever is logged in to Tasklist or Cockpit is logged in here too, by the same session. A session cookie travels with
 * every request of a browser, whoever caused it, so writing with it needs more ({@link SameOrigin}).
 */
class WebApplicationLogin extends OncePerRequestFilter {

    private static final String PASSWORD = "kefu.password";

    private final ProcessEngine engine;
    private final Accounts accounts;
    private final ProblemResponses problems;

    WebApplicationLogin(ProcessEngine engine, Accounts accounts, ProblemResponses problems) {
        this.engine = engine;
        this.accounts = accounts;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (SameOrigin.isForgery(request)) {
            problems.write(request, response, HttpStatus.FORBIDDEN, "Another site may not write here.");
            return;
        }
        var user = request.getHeader(HttpHeaders.AUTHORIZATION) == null
                ? userOf(request, engine, accounts) : Optional.<String>empty();
        if (user.isPresent()) {
            RequestReader.is(request, user.get());
            var objection = SameOrigin.objection(request);
            if (objection.isPresent()) {
                problems.write(request, response, HttpStatus.FORBIDDEN, objection.get());
                return;
            }
            var context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(user.get(), null, List.of()));
            SecurityContextHolder.setContext(context);
        }
        chain.doFilter(request, response);
    }

    /** Whoever this session belongs to, while there is the account and its password is the one of the login. */
    static Optional<String> userOf(HttpServletRequest request, ProcessEngine engine, Accounts accounts) {
        return Optional.ofNullable(request.getSession(false)).flatMap(session -> Optional
                .ofNullable(AuthenticationUtil.getAuthsFromSession(session)
                        .getAuthenticationForProcessEngine(engine.getName()))
                .map(authentication -> authentication.getIdentityId())
                .filter(user -> isOfPassword(session, accounts.passwordMark(user))));
    }

    /** Whether somebody is still logged in with this session; looking does not make it last longer. */
    static boolean isOf(HttpSession session, String person, ProcessEngine engine) {
        try {
            var authentication = AuthenticationUtil.getAuthsFromSession(session)
                    .getAuthenticationForProcessEngine(engine.getName());
            return authentication != null && person.equals(authentication.getIdentityId());
        } catch (IllegalStateException ended) {
            return false;
        }
    }

    /** The web applications keep a session of eight hours whatever becomes of the password. */
    private static boolean isOfPassword(HttpSession session, Optional<String> mark) {
        if (mark.isPresent() && session.getAttribute(PASSWORD) == null) {
            session.setAttribute(PASSWORD, mark.get());
        }
        return mark.isPresent() && mark.get().equals(session.getAttribute(PASSWORD));
    }
}
