package dev.kefu.workflow.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.kefu.shared.Causes;
import dev.kefu.shared.Conflict;
import dev.kefu.shared.Forbidden;
import dev.kefu.shared.Listed;
import dev.kefu.shared.NotFound;
import dev.kefu.shared.RuleViolation;
import dev.kefu.shared.RuleViolation.Violation;
import dev.kefu.shared.Unavailable;
import dev.kefu.shared.Wordless;
import dev.kefu.workflow.LostRaces;
import dev.kefu.workflow.Outages;
import dev.kefu.workflow.RefusedByRule;
import jakarta.validation.ConstraintViolationException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.lang.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.validation.FieldError;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/**
 * The one place where whatever goes wrong in a call becomes a problem (RFC 9457) that names what is at fault: 400
 * malformed, 403, 404 unknown, 409 conflict or lost race, 413 too large, 422 refused by a rule, 503 the database is away.
 */
@RestControllerAdvice
class Problems extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    private static final String INPUT = "input";

    private final ReadersWords words;

    Problems(ReadersWords words) {
        this.words = words;
    }

    @ExceptionHandler
    ResponseEntity<Object> handleAnything(Exception thrown, WebRequest request) {
        return Causes.of(thrown)
                .map(Problems::refusal)
                .flatMap(Optional::stream)
                .findFirst()
                .map(problem -> answer(thrown, problem, request))
                .orElseGet(() -> {
                    LOG.error("A call failed: {}", request.getDescription(false), Wordless.of(thrown));
                    return answer(thrown, problem(HttpStatus.INTERNAL_SERVER_ERROR, Pages.FAULT), request);
                });
    }

    private static Optional<ProblemDetail> refusal(Throwable thrown) {
        if (thrown instanceof RefusedByRule wrapped) {
            return refusal(wrapped.refusal());
        }
        if (thrown instanceof RuleViolation refusal) {
            return Optional.of(problem(HttpStatus.UNPROCESSABLE_ENTITY, refusal.getMessage(), refusal.violations()));
        }
        if (thrown instanceof ConstraintViolationException refusal) {
            var violations = refusal.getConstraintViolations().stream()
                    .map(each -> new Violation(each.getPropertyPath().toString(), INPUT, each.getMessage()))
                    .toList();
            return Optional.of(problem(HttpStatus.UNPROCESSABLE_ENTITY, sentence(violations), violations));
        }
        if (thrown instanceof Conflict || thrown instanceof NotFound || thrown instanceof Forbidden) {
            var status = thrown instanceof Conflict ? HttpStatus.CONFLICT
                    : thrown instanceof NotFound ? HttpStatus.NOT_FOUND : HttpStatus.FORBIDDEN;
            return Optional.of(problem(status, thrown.getMessage()));
        }
        if (thrown instanceof AuthorizationException || thrown instanceof AccessDeniedException) {
            return Optional.of(problem(HttpStatus.FORBIDDEN, thrown.getMessage()));
        }
        if (thrown instanceof BadUserRequestException) {
            return Optional.of(problem(HttpStatus.BAD_REQUEST, thrown.getMessage()));
        }
        if (thrown instanceof MultipartException) {
            return Optional.of(problem(HttpStatus.BAD_REQUEST, "The parts of the body can't be read."));
        }
        if (thrown instanceof RequestRejectedException) {
            return Optional.of(problem(HttpStatus.BAD_REQUEST, "The call has a name, header or parameter that can't be read."));
        }
        if (thrown instanceof TooLarge) {
            return Optional.of(problem(HttpStatus.PAYLOAD_TOO_LARGE, thrown.getMessage()));
        }
        if (LostRaces.include(thrown)) {
            return Optional.of(problem(HttpStatus.CONFLICT, LostRaces.MESSAGE));
        }
        if (thrown instanceof Unavailable || Outages.include(thrown)) {
            return Optional.of(problem(HttpStatus.SERVICE_UNAVAILABLE, Outages.MESSAGE));
        }
        return Optional.empty();
    }

    /** JSON that can't be read: names the field, not the class behind it. */
    @Override
    protected ResponseEntity<Object> handleHttpMessageNotReadable(HttpMessageNotReadableException unreadable,
            HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var refusal = Causes.of(unreadable).filter(each -> each instanceof RuleViolation || each instanceof TooLarge).findFirst();
        if (refusal.isPresent()) {
            return handleAnything((Exception) refusal.get(), request);
        }
        return Causes.of(unreadable)
                .filter(JsonProcessingException.class::isInstance).map(JsonProcessingException.class::cast)
                .findFirst()
                .map(json -> malformed(unreadable, UnreadableJson.field(json), UnreadableJson.reason(json), request))
                .orElseGet(() -> malformed(unreadable, "", "The body is missing or is not of the expected form.", request));
    }

    @Override
    protected ResponseEntity<Object> handleTypeMismatch(TypeMismatchException unfit, HttpHeaders headers,
            HttpStatusCode status, WebRequest request) {
        var name = unfit instanceof MethodArgumentTypeMismatchException argument ? argument.getName()
                : Objects.requireNonNullElse(unfit.getPropertyName(), "");
        return malformed(unfit, name, name + " has a value of the wrong type or form.", request);
    }

    @Override
    protected ResponseEntity<Object> handleMissingServletRequestParameter(
            MissingServletRequestParameterException missing, HttpHeaders headers, HttpStatusCode status,
            WebRequest request) {
        return malformed(missing, missing.getParameterName(), missing.getParameterName() + " is needed.", request);
    }

    @Override
    protected ResponseEntity<Object> handleMissingServletRequestPart(MissingServletRequestPartException missing,
            HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return malformed(missing, missing.getRequestPartName(), missing.getRequestPartName() + " is needed.", request);
    }

    @Override
    protected ResponseEntity<Object> handleMaxUploadSizeExceededException(MaxUploadSizeExceededException tooLarge,
            HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return answer(tooLarge, problem(HttpStatus.PAYLOAD_TOO_LARGE, "The file is larger than is taken here."), request);
    }

    @Override
    protected ResponseEntity<Object> handleServletRequestBindingException(ServletRequestBindingException unfit,
            HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return unfit instanceof MissingRequestHeaderException missing
                ? malformed(missing, missing.getHeaderName(), "The header " + missing.getHeaderName() + " is needed.",
                        request)
                : super.handleServletRequestBindingException(unfit, headers, status, request);
    }

    @Override
    protected ResponseEntity<Object> handleMethodArgumentNotValid(MethodArgumentNotValidException unfit,
            HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var violations = unfit.getBindingResult().getAllErrors().stream()
                .map(error -> violation(error instanceof FieldError field ? field.getField() : "", error))
                .toList();
        return answer(unfit, problem(HttpStatus.UNPROCESSABLE_ENTITY, sentence(violations), violations), request);
    }

    @Override
    protected ResponseEntity<Object> handleHandlerMethodValidationException(HandlerMethodValidationException unfit,
            HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var violations = unfit.getParameterValidationResults().stream()
                .flatMap(Problems::violations)
                .toList();
        return answer(unfit, problem(HttpStatus.UNPROCESSABLE_ENTITY, sentence(violations), violations), request);
    }

    private static Stream<Violation> violations(ParameterValidationResult parameter) {
        var name = Objects.requireNonNullElse(parameter.getMethodParameter().getParameterName(), "");
        return parameter.getResolvableErrors().stream()
                .map(error -> violation(error instanceof FieldError field ? field.getField() : name, error));
    }

    private static Violation violation(String field, MessageSourceResolvable error) {
        return new Violation(field, INPUT, (field + " " + error.getDefaultMessage()).strip() + ".");
    }

    /** Every problem has a list of violations, so that callers need not ask whether it is there. */
    @Override
    protected ResponseEntity<Object> createResponseEntity(@Nullable Object body, HttpHeaders known,
            HttpStatusCode status, WebRequest request) {
        // Those of an exception without any can't be added to
        var headers = new HttpHeaders();
        headers.putAll(known);
        words.tell(headers::add);
        if (body instanceof ProblemDetail problem && request instanceof ServletWebRequest web
                && Pages.isAskedFor(web.getRequest())) {
            var shown = Objects.requireNonNullElse(HttpStatus.resolve(status.value()), HttpStatus.BAD_REQUEST);
            return ResponseEntity.status(status).headers(headers).contentType(Pages.HTML)
                    .body(Pages.refusal(words, shown, problem.getDetail() == null || shown == HttpStatus.NOT_FOUND
                            ? Pages.reason(shown) : problem.getDetail()));
        }
        if (body instanceof ProblemDetail problem) {
            var violations = violations(problem);
            problem.setDetail(words.read(problem.getDetail(), violations));
            problem.setProperty("violations", words.read(violations));
        }
        return super.createResponseEntity(body, headers, status, request);
    }

    @SuppressWarnings("unchecked")
    private static List<Violation> violations(ProblemDetail problem) {
        return problem.getProperties() != null && problem.getProperties().get("violations") instanceof List<?> violations
                ? (List<Violation>) violations : List.of();
    }

    private ResponseEntity<Object> malformed(Exception thrown, String field, String message, WebRequest request) {
        return answer(thrown, problem(HttpStatus.BAD_REQUEST, message,
                field.isEmpty() ? List.of() : List.of(new Violation(field, INPUT, message))), request);
    }

    private ResponseEntity<Object> answer(Exception thrown, ProblemDetail problem, WebRequest request) {
        var headers = new HttpHeaders();
        if (problem.getStatus() == HttpStatus.SERVICE_UNAVAILABLE.value()) {
            headers.set(HttpHeaders.RETRY_AFTER, String.valueOf(Outages.RETRY_AFTER_SECONDS));
        }
        return handleExceptionInternal(thrown, problem, headers, HttpStatusCode.valueOf(problem.getStatus()), request);
    }

    private static ProblemDetail problem(HttpStatus status, @Nullable String detail) {
        return problem(status, detail, List.of());
    }

    private static ProblemDetail problem(HttpStatus status, @Nullable String detail, List<Violation> violations) {
        var problem = ProblemDetail.forStatus(status);
        problem.setDetail(detail);
        problem.setProperty("violations", violations);
        return problem;
    }

    private static String sentence(List<Violation> violations) {
        return violations.stream().map(Violation::message).collect(Listed.sentences());
    }
}
