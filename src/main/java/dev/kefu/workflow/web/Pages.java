package dev.kefu.workflow.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.util.HtmlUtils;

/** Tells a person who opens a page from a program that calls, and writes the page that says why there is none. */
final class Pages {

    /** What everybody is told of a fault of ours; not that nothing was stored, which nobody knows. */
    static final String FAULT = "Something went wrong here. The log has the reason.";

    static final String LOGIN = "/camunda/app/tasklist/default/";

    static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    private Pages() {
    }

    static boolean isAskedFor(HttpServletRequest request) {
        return "GET".equals(request.getMethod()) && wantsHtml(request)
                && request.getHeader(HttpHeaders.AUTHORIZATION) == null
                && !path(request).startsWith(request.getContextPath() + "/engine-rest");
    }

    /** Where the caller went, also if the server has sent the request on to its own address for errors. */
    private static String path(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String asked ? asked
                : request.getRequestURI();
    }

    static boolean wantsHtml(HttpServletRequest request) {
        var accepted = request.getHeader(HttpHeaders.ACCEPT);
        return accepted != null && accepted.contains("text/html");
    }

    /** A page without a script, with the reason in one sentence and the ways on. */
    static String refusal(ReadersWords words, HttpStatus status, String reason) {
        return """
                <!DOCTYPE html>
                <html lang="%3$s">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%1$s - Kefu</title>
                <style>
                body { margin: 0; font: 16px/1.5 system-ui, sans-serif; color: #333; background: #f5f5f5; }
                main { max-width: 36rem; margin: 15vh auto 0; padding: 2rem; background: #fff;
                       border-top: 4px solid #155cb5; }
                h1 { margin: 0 0 .5rem; font-size: 1.4rem; font-weight: 600; }
                p { margin: 0 0 1rem; }
                a { margin-right: 1.5rem; color: #155cb5; }
                </style>
                </head>
                <body>
                <main>
                <h1>%1$s</h1>
                <p>%2$s</p>
                <p><a href="/camunda/app/tasklist/default/">%4$s</a>
                <a href="/camunda/app/welcome/default/">%5$s</a></p>
                </main>
                </body>
                </html>
                """.formatted(HtmlUtils.htmlEscape(words.read(title(status))), HtmlUtils.htmlEscape(words.read(reason)),
                        words.language(), HtmlUtils.htmlEscape(words.read("Tasklist")),
                        HtmlUtils.htmlEscape(words.read("Log in as somebody else")));
    }

    /** What a status says to people who get no other reason. */
    static String reason(HttpStatus status) {
        return switch (status) {
            case UNAUTHORIZED -> "Please log in with your account and its password.";
            case FORBIDDEN -> "You may not do this. If you need it for your work, ask an administrator.";
            case NOT_FOUND -> "There is nothing at this address.";
            case METHOD_NOT_ALLOWED -> "This can't be done here.";
            case BAD_REQUEST -> "The request could not be understood.";
            default -> status.is5xxServerError() ? FAULT : "The call can't be taken: " + status.getReasonPhrase() + ".";
        };
    }

    private static String title(HttpStatus status) {
        return switch (status) {
            case UNAUTHORIZED -> "Not logged in";
            case FORBIDDEN -> "Not allowed";
            case NOT_FOUND -> "Not found";
            case TOO_MANY_REQUESTS -> "Too many attempts";
            default -> status.is4xxClientError() ? "Not possible" : "Something went wrong";
        };
    }
}
