package dev.kefu.workflow.web;

import dev.kefu.language.ReaderLanguage;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * What the server itself refuses, such as an address that can't be read or Cockpit to somebody without the right, is a
 * problem as any other; to people, a page.
 */
@Hidden
@Controller
class ErrorAnswers implements ErrorController {

    private final ProblemResponses problems;
    private final ReaderLanguage reader;

    ErrorAnswers(ProblemResponses problems, ReaderLanguage reader) {
        this.problems = problems;
        this.reader = reader;
    }

    @RequestMapping("${server.error.path:/error}")
    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        var status = Objects.requireNonNullElse(code instanceof Integer number ? HttpStatus.resolve(number) : HttpStatus.NOT_FOUND,
                HttpStatus.BAD_REQUEST);
        // The server comes here by itself, past the threshold
        reader.enter(new RequestReader(request));
        try {
            problems.write(request, response, status, Pages.reason(status));
        } finally {
            reader.leave();
        }
    }
}
