package dev.kefu.workflow.web;

import dev.kefu.language.HouseWords;
import dev.kefu.workflow.CaseProcess;
import dev.kefu.workflow.words.AnswerWords;
import dev.kefu.workflow.words.AnswerWords.About;
import dev.kefu.workflow.words.OwnLabels;
import dev.kefu.workflow.words.Wording;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Lets people read in the web applications what models, forms, filters and groups are called in their language. Only what
 * these answer to people is read otherwise: programs and Modeler ({@code /engine-rest}) get what is stored, and so does
 * whoever downloads a model.
 */
class TranslatedAnswers extends OncePerRequestFilter {

    private static final Pattern ANSWERS = Pattern.compile("/camunda/api/(?:engine/engine|cockpit/plugin/base)/[^/]+/(?:"
            + "task(?:/[^/]+(?:/(?<form>deployed-form)|/(?<variables>form-variables))?)?"
            + "|filter(?:/[^/]+(?:/list|/singleResult)?)?"
            + "|group(?:/[^/]+)?"
            + "|(?:process|decision|decision-requirements)-definition(?:/[^/]+){0,4}?"
            + "(?:/(?<startForm>deployed-start-form)|/(?<xml>xml)|/statistics|/called-process-definitions)?"
            + "|process-instance(?:/[^/]+(?:/activity-instances|/called-process-instances)?)?"
            + "|history/(?:task|activity-instance|process-instance|decision-instance)(?:/[^/]+)?)/?");

    /** No answer to a person is longer; what is, passes as it is. */
    private static final int LONGEST = 5_000_000;

    private final HouseWords words;
    private final OwnLabels labels;
    private final Supplier<List<CaseProcess>> processes;

    TranslatedAnswers(HouseWords words, OwnLabels labels, Supplier<List<CaseProcess>> processes) {
        this.words = words;
        this.labels = labels;
        this.processes = processes;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var about = about(request);
        if (about.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        var answer = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, answer);
        if (answer.getStatus() == HttpServletResponse.SC_OK && isJson(answer) && answer.getContentSize() <= LONGEST) {
            translate(answer, about.get());
        }
        answer.copyBodyToResponse();
    }

    private void translate(ContentCachingResponseWrapper answer, About about) throws IOException {
        var language = words.language();
        var read = answer.getContentAsByteArray();
        var translated = new AnswerWords(new Wording(language, words::read), labels.in(language), this::isOfHouse)
                .translated(read, about);
        answer.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
        if (translated != read) {
            answer.resetBuffer();
            answer.setHeader(HttpHeaders.CONTENT_LANGUAGE, language.code());
            answer.getOutputStream().write(translated);
        }
    }

    private static Optional<About> about(HttpServletRequest request) {
        var isRead = "GET".equals(request.getMethod()) || "POST".equals(request.getMethod());
        var path = ANSWERS.matcher(request.getRequestURI().substring(request.getContextPath().length()));
        if (!isRead || !path.matches()) {
            return Optional.empty();
        }
        return Optional.of(path.group("form") != null || path.group("startForm") != null ? About.FORM
                : path.group("variables") != null ? About.VARIABLES
                : path.group("xml") != null ? About.MODEL : About.ENGINE);
    }

    private static boolean isJson(HttpServletResponse answer) {
        return Objects.requireNonNullElse(answer.getContentType(), "").matches("application/(hal\\+)?json.*");
    }

    private boolean isOfHouse(String variable) {
        return processes.get().stream().anyMatch(process -> process.speaks(variable));
    }
}
