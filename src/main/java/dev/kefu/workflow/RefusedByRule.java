package dev.kefu.workflow;

import dev.kefu.shared.Conflict;
import dev.kefu.shared.RuleViolation;
import dev.kefu.shared.Unavailable;
import dev.kefu.shared.Violations;
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

    RefusedByRule(Unavailable outage) {
        super(outage.getMessage(), outage, answer(503, Map.of("type", "Unavailable", "message", outage.getMessage()))
                .header("Retry-After", Outages.RETRY_AFTER_SECONDS).build());
    }

    RefusedByRule(RuntimeException refusal, int status) {
        this(refusal, status, Map.of("type", refusal.getClass().getSimpleName(), "message", refusal.getMessage()));
    }

    private RefusedByRule(RuntimeException refusal, int status, Map<String, Object> entity) {
        super(refusal.getMessage(), refusal, answer(status, entity).build());
    }

    /** What a door found wrong before the engine saw it; there is at least one violation. */
    public static RefusedByRule of(Violations violations) {
        try {
            violations.refuseIfAny();
        } catch (RuleViolation refusal) {
            return new RefusedByRule(refusal);
        }
        throw new IllegalArgumentException("Nothing is wrong");
    }

    /** Somebody else was faster; the cause stays behind it, for whoever may try again. */
    static RefusedByRule overtaken(Throwable failure) {
        var conflict = new Conflict(LostRaces.MESSAGE);
        conflict.initCause(failure);
        return new RefusedByRule(conflict, 409);
    }

    private static Response.ResponseBuilder answer(int status, Map<String, Object> entity) {
        return Response.status(status).type(MediaType.APPLICATION_JSON_TYPE).entity(entity);
    }

    /** The refusal as the domain said it. */
    public RuntimeException refusal() {
        return (RuntimeException) getCause();
    }
}
