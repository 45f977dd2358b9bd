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
    private final ReadersWords words;

    ProblemResponses(ObjectMapper json, ReadersWords words) {
        this.json = json;
        this.words = words;
    }

    /** For a program or for a person, whoever asks. */
    void write(HttpServletRequest request, HttpServletResponse response, HttpStatus status, String detail)
            throws IOException {
        if (Pages.isAskedFor(request)) {
            response.setStatus(status.value());
            response.setContentType(Pages.HTML.toString());
            words.tell(response::addHeader);
            response.getOutputStream().write(Pages.refusal(words, status, detail).getBytes(StandardCharsets.UTF_8));
            return;
        }
        write(response, status, detail);
    }

    /** @param detail in English, as the house says it; the reader reads it in their language */
    void write(HttpServletResponse response, HttpStatus status, String detail) throws IOException {
        response.setStatus(status.value());
        words.tell(response::addHeader);
        var problem = ProblemDetail.forStatusAndDetail(status, words.read(detail));
        problem.setProperty("violations", List.of());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        json.writeValue(response.getOutputStream(), problem);
    }
}
