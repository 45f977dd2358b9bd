package dev.kefu.workflow.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;

/** Writes a problem (RFC 9457) where no controller is at work yet; for whoever opens a page, a page. */
class ProblemResponses {

    private final ObjectMapper json;

    ProblemResponses(ObjectMapper json) {
        this.json = json;
    }

    /** For a program or for a person, whoever asks. */
    void write(HttpServletRequest request, HttpServletResponse response, HttpStatus status, String detail)
            throws IOException {
        if (Pages.isAskedFor(request)) {
            response.setStatus(status.value());
            response.setContentType(Pages.HTML.toString());
            response.getOutputStream().write(Pages.refusal(status, detail).getBytes(StandardCharsets.UTF_8));
            return;
        }
        write(response, status, detail);
    }

    void write(HttpServletResponse response, HttpStatus status, String detail) throws IOException {
        response.setStatus(status.value());
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setProperty("violations", List.of());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        json.writeValue(response.getOutputStream(), problem);
    }
}
