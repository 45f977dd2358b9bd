package dev.kefu.workflow.web;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import dev.kefu.shared.Wordless;
import dev.kefu.workflow.LostRaces;
import dev.kefu.workflow.Outages;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.ProcessEnginePersistenceException;
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
    private static final String FAULT = "Something went wrong here. The log has the reason.";

    private static final Pattern CLASS = Pattern.compile("\\b(?:[a-z]\\w*\\.){2,}([A-Z]\\w*)(?:[.$][A-Z]\\w*)*");
    private static final Pattern EXCEPTION = Pattern.compile("\\b(?:[a-z]\\w*\\.){2,}\\w*(?:Exception|Error): ");
    private static final Pattern ABSENT = Pattern.compile("(?i)doesn't exist|does not exist|not found|no \\w+ found|"
            + "cannot find|couldn't find|no matching");
    private static final Pattern INSIDES = Pattern.compile("###|(?i:\\bsql\\b|jdbc|hibernate|mybatis|ibatis)|\\bat \\S+\\(.*\\)");

    @Override
    public void configure(FeatureContext application) {
        application.register(new Answers<Throwable>() { }, BEFORE_THE_ENGINES_OWN);
        application.register(new Answers<ProcessEngineException>() { }, BEFORE_THE_ENGINES_OWN);
        application.register(new Answers<RestException>() { }, BEFORE_THE_ENGINES_OWN);
        application.register(new Answers<JsonMappingException>() { }, BEFORE_THE_ENGINES_OWN);
        application.register(new Answers<JsonParseException>() { }, BEFORE_THE_ENGINES_OWN);
    }

    private abstract static class Answers<T extends Throwable> implements ExceptionMapper<T> {

        @Override
        public Response toResponse(T thrown) {
            return answer(thrown);
        }
    }

    static Response answer(Throwable thrown) {
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
        var dto = ExceptionHandlerHelper.getInstance().fromException(thrown);
        var status = status(thrown);
        if (status >= 500) {
            LOG.error("A call to the engine failed", Wordless.of(thrown));
            return answer(status, dto.getType(), FAULT);
        }
        dto.setMessage(plain(dto.getMessage()));
        return Response.status(status).type(MediaType.APPLICATION_JSON_TYPE).entity(dto).build();
    }

    private static int status(Throwable thrown) {
        var status = Objects.requireNonNullElse(ExceptionHandlerHelper.getInstance().getStatus(thrown),
                Response.Status.INTERNAL_SERVER_ERROR).getStatusCode();
        return status == 500 && isCallersFault(thrown) ? ABSENT.matcher(words(thrown)).find() ? 404 : 400 : status;
    }

    /** The engine calls it a failure of its own when it finds nothing under an id, or doesn't like a value. */
    private static boolean isCallersFault(Throwable thrown) {
        if (causes(thrown).anyMatch(each -> each instanceof ProcessEnginePersistenceException)) {
            return false;
        }
        var first = causes(thrown).reduce((outer, inner) -> inner).orElse(thrown);
        return first instanceof NullValueException || first instanceof BadUserRequestException
                || first.getClass() == ProcessEngineException.class || first.getClass() == RestException.class;
    }

    private static String words(Throwable thrown) {
        return String.valueOf(thrown.getMessage());
    }

    /** The engine's words without the names of classes; the whole sentence if it speaks of the database or of code. */
    @Nullable
    static String plain(@Nullable String message) {
        if (message == null) {
            return null;
        }
        var withoutExceptions = EXCEPTION.matcher(message).replaceAll("");
        return INSIDES.matcher(withoutExceptions).find() ? "The engine refused the call."
                : CLASS.matcher(withoutExceptions.replace("java type ", "")).replaceAll("$1");
    }

    private static Response answer(int status, String type, String message) {
        return Response.status(status).type(MediaType.APPLICATION_JSON_TYPE)
                .entity(Map.of("type", type, "message", message)).build();
    }

    private static Stream<Throwable> causes(Throwable thrown) {
        return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause).limit(20);
    }
}
