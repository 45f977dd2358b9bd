package dev.kefu.workflow.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives a caller of the engine's REST API who asks for a list of any length the longest that there is. The engine would
 * refuse the call altogether, which no client expects: Cockpit asks so for the versions of a process.
 */
class BoundedLists extends OncePerRequestFilter {

    private static final String PARAMETER = "maxResults";

    private final int longest;

    BoundedLists(int longest) {
        this.longest = longest;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var query = request.getQueryString();
        if (!isForTheEngine(request) || query != null && query.contains(PARAMETER)) {
            chain.doFilter(request, response);
            return;
        }
        var bounded = (query == null ? "" : query + "&") + PARAMETER + "=" + longest;
        chain.doFilter(new HttpServletRequestWrapper(request) {

            @Override
            public String getQueryString() {
                return bounded;
            }
        }, response);
    }

    private static boolean isForTheEngine(HttpServletRequest request) {
        var path = request.getRequestURI().substring(request.getContextPath().length());
        return path.startsWith("/engine-rest/") || path.startsWith("/camunda/api/engine/engine/");
    }
}
