package dev.kefu.workflow.web;

import dev.kefu.shared.RuleViolation.Violation;
import jakarta.servlet.ServletContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.Context;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.rest.dto.ExceptionDto;
import org.springframework.web.context.support.WebApplicationContextUtils;

/** Says what the engine's REST API and the web applications' refuse in the language of whoever reads it. */
class EngineWords implements ContainerResponseFilter {

    private static final String MESSAGE = "message";
    private static final String VIOLATIONS = "violations";

    @Context
    private ServletContext server;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext answer) {
        if (answer.getStatus() < 400 || !answer.hasEntity()) {
            return;
        }
        var words = WebApplicationContextUtils.getRequiredWebApplicationContext(server).getBean(ReadersWords.class);
        if (answer.getEntity() instanceof ExceptionDto refusal) {
            if (refusal.getMessage() != null) {
                refusal.setMessage(words.read(refusal.getMessage()));
            }
        } else if (answer.getEntity() instanceof Map<?, ?> refusal && refusal.get(MESSAGE) instanceof String message) {
            // A refusal may be answered more than once, so it stays as it is
            var read = new HashMap<Object, Object>(refusal);
            var violations = violations(refusal);
            read.put(MESSAGE, words.read(message, violations));
            read.computeIfPresent(VIOLATIONS, (name, said) -> words.read(violations));
            answer.setEntity(read);
        } else {
            return;
        }
        words.tell((name, value) -> answer.getHeaders().add(name, value));
    }

    private static List<Violation> violations(Map<?, ?> refusal) {
        return refusal.get(VIOLATIONS) instanceof List<?> all ? all.stream().map(Violation.class::cast).toList() : List.of();
    }
}
