package dev.kefu.workflow;

import dev.kefu.shared.Conflict;
import dev.kefu.shared.Forbidden;
import dev.kefu.shared.NotFound;
import dev.kefu.shared.RuleViolation;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/** The one place where a refusal of the domain becomes one that the engine's REST API and Tasklist can show. */
class Refusals extends CommandInterceptor {

    @Override
    public <T> T execute(Command<T> command) {
        try {
            return next.execute(command);
        } catch (RuleViolation refusal) {
            throw new RefusedByRule(refusal);
        } catch (Conflict refusal) {
            throw new RefusedByRule(refusal, 409);
        } catch (NotFound refusal) {
            throw new RefusedByRule(refusal, 404);
        } catch (Forbidden refusal) {
            throw new RefusedByRule(refusal, 403);
        }
    }
}
