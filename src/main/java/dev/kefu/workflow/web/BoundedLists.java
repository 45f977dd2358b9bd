package dev.kefu.workflow.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives a caller of the engine's REST API, and a web application, that asks for a list of any length the longest that there
 * is. The engine would refuse the call altogether, which no client expects: Cockpit shows no version of a process then.
 */
class BoundedLists extends OncePerRequestFilter {

    private static final String PARAMETER = "maxResults";
    private static final List<String> INTERFACES = List.of("/engine-rest/", "/camunda/api/engine/engine/");

    private final int longest;

    BoundedLists(int longest) {
        this.longest = longest;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var query = request.getQueryString();
        if (INTERFACES.stream().noneMatch(each -> request.getRequestURI().startsWith(request.getContextPath() + each))
                || query != null && query.contains(PARAMETER)) {
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
}
