package dev.kefu.workflow.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kefu.shared.Text;
import dev.kefu.shared.Violations;
import dev.kefu.workflow.RefusedByRule;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.camunda.bpm.engine.exception.NotValidException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.rest.dto.ExceptionDto;
import org.camunda.bpm.engine.rest.dto.VariableValueDto;
import org.glassfish.jersey.server.ResourceConfig;
import org.springframework.beans.BeanUtils;
import org.springframework.beans.BeanWrapperImpl;
import org.springframework.boot.autoconfigure.jersey.ResourceConfigCustomizer;
import org.springframework.context.annotation.Lazy;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;

/**
 * What the engine's own REST API learns from the house: to name the variable that doesn't fit, to tell what isn't there
 * from a fault, and to keep its insides to itself.
 */
@Component
class EngineCalls implements ResourceConfigCustomizer {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ProcessEngine engine;

    EngineCalls(@Lazy ProcessEngine engine) {
        this.engine = engine;
    }

    @Override
    public void customize(ResourceConfig resources) {
        resources.register(new NamedVariables(engine));
        resources.register(new Discretion());
        resources.register(new NullIsNoFault());
        resources.register(new UnfitIsNoFault());
        resources.register(new UnknownIsNoFault());
        resources.register(new TooLargeIsNoFault());
    }

    /**
     * Variables that are not of the type which they claim to be. The engine would refuse the first of them without a name,
     * or die of it.
     */
    private static final class NamedVariables implements ReaderInterceptor {

        private final ProcessEngine engine;

        NamedVariables(ProcessEngine engine) {
            this.engine = engine;
        }

        @Override
        public Object aroundReadFrom(ReaderInterceptorContext call) throws IOException {
            var body = call.proceed();
            if (body != null && body.getClass().getPackageName().startsWith(VariableValueDto.class.getPackageName())) {
                check(body);
            }
            return body;
        }

        private void check(Object body) {
            var fields = new BeanWrapperImpl(body);
            var violations = new Violations();
            Arrays.stream(BeanUtils.getPropertyDescriptors(body.getClass()))
                    .filter(each -> Map.class.isAssignableFrom(each.getPropertyType()) && each.getReadMethod() != null)
                    .map(each -> (Map<?, ?>) fields.getPropertyValue(each.getName()))
                    .filter(each -> each != null)
                    .forEach(each -> check(each, violations));
            if (!violations.isEmpty()) {
                throw RefusedByRule.of(violations);
            }
        }

        private void check(Map<?, ?> variables, Violations violations) {
            var ofVariables = variables.values().stream().anyMatch(VariableValueDto.class::isInstance);
            variables.forEach((name, value) -> {
                if (value == null ? ofVariables : value instanceof VariableValueDto variable && !fits(variable)) {
                    var shown = Text.shortened(String.valueOf(name), 64);
                    violations.add(shown, "input", shown + " has a value that doesn't fit its type.");
                }
            });
        }

        private boolean fits(VariableValueDto variable) {
            try {
                variable.toTypedValue(engine, JSON);
                return true;
            } catch (RuntimeException unfit) {
                return false;
            }
        }
    }

    /** Names of classes and what the database said are for the log. */
    private static final class Discretion implements ContainerResponseFilter {

        private static final Pattern INSIDES = Pattern.compile("(?:[a-z]\\w*\\.){2,}[A-Z][\\w$]*(?:\\.[A-Z][\\w$]*)*");

        @Override
        public void filter(ContainerRequestContext request, ContainerResponseContext response) {
            if (response.getEntity() instanceof ExceptionDto problem) {
                problem.setMessage(response.getStatus() >= 500
                        ? "Something went wrong here. Nothing was stored; the log has the reason."
                        : discreet(problem.getMessage()));
            }
        }

        @Nullable
        private static String discreet(@Nullable String message) {
            return message == null ? null : INSIDES.matcher(message).replaceAll("…");
        }
    }

    private static Response answer(int status, Exception refusal) {
        return Response.status(status).type(MediaType.APPLICATION_JSON_TYPE).entity(ExceptionDto.fromException(refusal))
                .build();
    }

    private static final class NullIsNoFault implements ExceptionMapper<NullValueException> {

        @Override
        public Response toResponse(NullValueException refusal) {
            return answer(404, refusal);
        }
    }

    private static final class UnfitIsNoFault implements ExceptionMapper<NotValidException> {

        @Override
        public Response toResponse(NotValidException refusal) {
            return answer(400, refusal);
        }
    }

    private static final class UnknownIsNoFault implements ExceptionMapper<NotFoundException> {

        @Override
        public Response toResponse(NotFoundException refusal) {
            return answer(404, refusal);
        }
    }

    private static final class TooLargeIsNoFault implements ExceptionMapper<TooLarge> {

        @Override
        public Response toResponse(TooLarge refusal) {
            return answer(413, refusal);
        }
    }
}
