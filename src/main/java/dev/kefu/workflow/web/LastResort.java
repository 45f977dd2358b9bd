package dev.kefu.workflow.web;

import dev.kefu.shared.Causes;
import dev.kefu.shared.Wordless;
import dev.kefu.workflow.LostRaces;
import dev.kefu.workflow.Outages;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Catches what fails before or beside all controllers, such as a login while the database is away, and answers it as a
 * problem: whoever calls never sees the server's own page, and a database that is away is no fault of the house.
 */
class LastResort extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(LastResort.class);

    private final ProblemResponses problems;

    LastResort(ProblemResponses problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | IOException | RuntimeException failure) {
            var tooLarge = Causes.of(failure).filter(TooLarge.class::isInstance).findFirst();
            if (response.isCommitted() || failure instanceof IOException && tooLarge.isEmpty()) {
                // Nobody is left to hear an answer
                throw failure;
            }
            response.resetBuffer();
            if (tooLarge.isPresent()) {
                problems.write(request, response, HttpStatus.PAYLOAD_TOO_LARGE, tooLarge.get().getMessage());
            } else if (LostRaces.include(failure)) {
                problems.write(request, response, HttpStatus.CONFLICT, LostRaces.MESSAGE);
            } else if (Outages.include(failure)) {
                LOG.warn("The database is away: {} {}", request.getMethod(), request.getRequestURI());
                response.setIntHeader(HttpHeaders.RETRY_AFTER, Outages.RETRY_AFTER_SECONDS);
                problems.write(request, response, HttpStatus.SERVICE_UNAVAILABLE, Outages.MESSAGE);
            } else {
                LOG.error("A call failed: {} {}", request.getMethod(), request.getRequestURI(),
                        Wordless.of(failure));
                problems.write(request, response, HttpStatus.INTERNAL_SERVER_ERROR, Pages.FAULT);
            }
        }
    }
}
