package dev.kefu.workflow.web;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import dev.kefu.shared.Causes;
import dev.kefu.shared.Text;
import dev.kefu.shared.Wordless;
import dev.kefu.workflow.LostRaces;
import dev.kefu.workflow.Outages;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.ProcessEnginePersistenceException;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.camunda.bpm.engine.exception.NotValidException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.rest.exception.ExceptionHandlerHelper;
import org.camunda.bpm.engine.rest.exception.RestException;
import org.glassfish.jersey.internal.spi.ForcedAutoDiscoverable;
import org.glassfish.jersey.server.ParamException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.lang.Nullable;

/**
 * What the engine's REST API and the web applications' answer when a call fails: the statuses and words that the engine
 * gives to whoever asked wrongly, and nothing of its insides. What is nobody's fault but ours stands in the log.
 *
 * <p>Every Jersey application finds it by itself, because most of them name their parts in the engine's own code.
 */
public class EngineAnswers implements ForcedAutoDiscoverable {

    private static final Logger LOG = LoggerFactory.getLogger(EngineAnswers.class);

    private static final int BEFORE_THE_ENGINES_OWN = 1;

    /** Messages quote the caller, who may have sent megabytes; no pattern is looked for in more than this. */
    private static final int LONGEST = 2000;

    /** Where a parser of JSON stands in its own source, and the way it came. */
    private static final String SOURCE = " at [Source";

    private static final String ALL_TASKS = "The open tasks of all groups are counted for administrators; leaders find those of"
            + " their groups on the page Team.";

    private static final Pattern CLASS = Pattern.compile("\\b(?:[a-z]\\w*+\\.){2,}+([A-Z]\\w*+)(?:[.$][A-Z]\\w*+)*+");
    private static final Pattern EXCEPTION = Pattern.compile("\\b(?:[a-z]\\w*+\\.){2,}+\\w*(?:Exception|Error): ");
    private static final Pattern ABSENT = Pattern.compile("(?i)doesn't exist|does not exist|not found|no \\w+ found|"
            + "cannot find|couldn't find|no matching");
    private static final Pattern INSIDES = Pattern.compile(
            "###|(?i:\\bsql\\b|jdbc|hibernate|mybatis|ibatis)|\\bat [^\\s(]++\\([^)]*+\\)");

    private static final List<Class<? extends RuntimeException>> STUMBLING = List.of(NullPointerException.class,
            ClassCastException.class, IllegalArgumentException.class, IndexOutOfBoundsException.class,
            UnsupportedOperationException.class);

    @Override
    public void configure(FeatureContext application) {
        application.register(new Answers<Throwable>() { }, BEFORE_THE_ENGINES_OWN);
        application.register(new Answers<ProcessEngineException>() { }, BEFORE_THE_ENGINES_OWN);
        application.register(new Answers<RestException>() { }, BEFORE_THE_ENGINES_OWN);
        application.register(new Answers<JsonMappingException>() { }, BEFORE_THE_ENGINES_OWN);
        application.register(new Answers<JsonParseException>() { }, BEFORE_THE_ENGINES_OWN);
        application.register(new NamedVariables());
        application.register(new EngineWords());
    }

    private abstract static class Answers<T extends Throwable> implements ExceptionMapper<T> {

        @Override
        public Response toResponse(T thrown) {
            return answer(thrown);
        }
    }

    static Response answer(Throwable thrown) {
        var tooLarge = Causes.of(thrown).filter(TooLarge.class::isInstance).findFirst();
        if (tooLarge.isPresent()) {
            return answer(413, "TooLarge", tooLarge.get().getMessage());
        }
        if (Causes.of(thrown).anyMatch(StreamConstraintsException.class::isInstance)) {
            return answer(400, "InvalidRequestException",
                    "The body is nested too deeply, or has a number or name that is too long.");
        }
        if (thrown instanceof JsonProcessingException json) {
            return answer(400, "InvalidRequestException", UnreadableJson.reason(json));
        }
        if (thrown instanceof ParamException.QueryParamException unfit) {
            return answer(400, "InvalidRequestException",
                    unfit.getParameterName() + " has a value of the wrong type or form.");
        }
        if (LostRaces.include(thrown)) {
            return answer(409, "Conflict", LostRaces.MESSAGE);
        }
        if (Outages.include(thrown)) {
            LOG.warn("The database is away");
            return Response.fromResponse(answer(503, "Unavailable", Outages.MESSAGE))
                    .header(HttpHeaders.RETRY_AFTER, Outages.RETRY_AFTER_SECONDS).build();
        }
        if (isStumbling(thrown)) {
            LOG.warn("A call to the engine's REST API had what it does not take: {}", thrown.getStackTrace()[0]);
            return answer(400, "InvalidRequestException", "The call lacks something, or has a value that it does not take.");
        }
        var dto = ExceptionHandlerHelper.getInstance().fromException(thrown);
        var status = status(thrown);
        if (status >= 500) {
            LOG.error("A call to the engine failed", Wordless.of(thrown));
            return answer(status, dto.getType(), Pages.FAULT);
        }
        dto.setMessage(isCountOfAllTasks(thrown) ? ALL_TASKS : plain(dto.getMessage()));
        return Response.status(status).type(MediaType.APPLICATION_JSON_TYPE).entity(dto).build();
    }

    /** Cockpit's dashboard asks for it as soon as it is opened, by whomever. */
    private static boolean isCountOfAllTasks(Throwable thrown) {
        return thrown instanceof AuthorizationException refusal && refusal.getMissingAuthorizations().stream()
                .anyMatch(missing -> Resources.TASK.resourceName().equals(missing.getResourceType())
                        && Authorization.ANY.equals(missing.getResourceId())
                        && Permissions.READ.getName().equals(missing.getViolatedPermissionName()));
    }

    private static int status(Throwable thrown) {
        if (thrown instanceof NullValueException || thrown instanceof NotFoundException) {
            return 404;
        }
        if (thrown instanceof NotValidException) {
            return 400;
        }
        var status = Objects.requireNonNullElse(ExceptionHandlerHelper.getInstance().getStatus(thrown),
                Response.Status.INTERNAL_SERVER_ERROR).getStatusCode();
        return status == 500 && isCallersFault(thrown) ? ABSENT.matcher(words(thrown)).find() ? 404 : 400 : status;
    }

    /** The engine calls it a failure of its own when it finds nothing under an id, or doesn't like a value. */
    private static boolean isCallersFault(Throwable thrown) {
        if (Causes.of(thrown).anyMatch(each -> each instanceof ProcessEnginePersistenceException)) {
            return false;
        }
        var first = Causes.of(thrown).reduce((outer, inner) -> inner).orElse(thrown);
        return first instanceof NullValueException || first instanceof BadUserRequestException
                || first.getClass() == ProcessEngineException.class || first.getClass() == RestException.class;
    }

    /** The engine's REST API looks at no body before it uses it: what is missing there makes it fall over its own feet. */
    private static boolean isStumbling(Throwable thrown) {
        return STUMBLING.stream().anyMatch(kind -> kind.isInstance(thrown))
                && Stream.of(thrown.getStackTrace())
                        .map(StackTraceElement::getClassName)
                        .filter(name -> !name.startsWith("java.") && !name.startsWith("camundajar."))
                        .findFirst().filter(name -> name.startsWith("org.camunda.bpm.engine.rest.")
                                || name.startsWith("org.camunda.bpm.engine.impl.util.")).isPresent();
    }

    private static String words(Throwable thrown) {
        return Text.shortened(String.valueOf(thrown.getMessage()), LONGEST);
    }

    /** The engine's words without the names of classes; the whole sentence if it speaks of the database or of code. */
    @Nullable
    static String plain(@Nullable String message) {
        if (message == null) {
            return null;
        }
        var source = message.indexOf(SOURCE);
        var words = Text.shortened(source < 0 ? message : message.substring(0, source).stripTrailing(), LONGEST);
        var withoutExceptions = EXCEPTION.matcher(words).replaceAll("");
        return INSIDES.matcher(withoutExceptions).find() ? "The engine refused the call."
                : CLASS.matcher(withoutExceptions.replace("java type ", "")).replaceAll("$1");
    }

    private static Response answer(int status, String type, String message) {
        return Response.status(status).type(MediaType.APPLICATION_JSON_TYPE)
                .entity(Map.of("type", type, "message", Text.shortened(message, LONGEST))).build();
    }
}
