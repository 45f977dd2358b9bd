package dev.kefu.workflow.gate;

import dev.kefu.shared.Causes;
import java.sql.SQLException;
import org.apache.ibatis.exceptions.PersistenceException;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.cmd.DeployCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.core.NestedExceptionUtils;

/**
 * A model that the engine itself can't read is the fault of the model, not of the server: whoever deploys it is told so,
 * and in the engine's words. Trouble with the database stays what it is.
 */
public class UnreadableModels extends CommandInterceptor {

    @Override
    public <T> T execute(Command<T> command) {
        if (!(command instanceof DeployCmd)) {
            return next.execute(command);
        }
        try {
            return next.execute(command);
        } catch (BadUserRequestException | AuthorizationException | ParseException refusal) {
            throw refusal;
        } catch (ProcessEngineException | NullPointerException | IllegalArgumentException | ClassCastException failure) {
            if (isOfDatabase(failure)) {
                throw failure;
            }
            throw new BadUserRequestException("Nothing was deployed. The engine can't read the model: "
                    + NestedExceptionUtils.getMostSpecificCause(failure).getMessage(), failure);
        }
    }

    private static boolean isOfDatabase(Throwable failure) {
        return Causes.of(failure).anyMatch(cause -> cause instanceof SQLException || cause instanceof PersistenceException);
    }
}
