package dev.kefu.workflow;

import dev.kefu.shared.RuleViolation;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;

/**
 * A refusal on its way out of the engine. The engine's REST API answers it with its own status and words (422 for a
 * {@link RuleViolation}) because it is a web exception; anything else would reach Tasklist as "Cannot complete task".
 */
public class RefusedByRule extends WebApplicationException {

    RefusedByRule(RuleViolation refusal) {
        this(refusal, 422, Map.of("type", "RuleViolation", "message", refusal.getMessage(),
                "violations", refusal.violations()));
    }

    RefusedByRule(RuntimeException refusal, int status) {
        this(refusal, status, Map.of("type", refusal.getClass().getSimpleName(), "message", refusal.getMessage()));
    }

    private RefusedByRule(RuntimeException refusal, int status, Map<String, Object> entity) {
        super(refusal.getMessage(), refusal,
                Response.status(status).type(MediaType.APPLICATION_JSON_TYPE).entity(entity).build());
    }

    /** The refusal as the domain said it. */
    public RuntimeException refusal() {
        return (RuntimeException) getCause();
    }
}
