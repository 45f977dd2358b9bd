package dev.kefu.workflow;

import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.ExecutionQueryImpl;
import org.camunda.bpm.engine.impl.ProcessInstanceQueryImpl;
import org.camunda.bpm.engine.impl.QueryOrderingProperty;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.cmd.AbstractExecuteFilterCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.beans.DirectFieldAccessor;

/**
 * Who may not read the variables of running cases may not guess them either, by asking which cases have a variable that
 * begins so. The engine checks only whether the found cases may be seen, and auditors see all of them.
 */
class VariablesInQueries extends CommandInterceptor {

    @Override
    public <T> T execute(Command<T> command) {
        var context = Context.getCommandContext();
        if (context.getAuthentication() != null && context.isAuthorizationCheckEnabled() && asks(command)
                && !mayRead(context)) {
            throw new AuthorizationException("Auditors look for cases by what happened, not by what is written in them.");
        }
        return next.execute(command);
    }

    private static boolean asks(Command<?> command) {
        if (command instanceof ProcessInstanceQueryImpl query) {
            return query.getQueries().stream().anyMatch(level -> !level.getQueryVariableValues().isEmpty())
                    || !query.getQueryVariableValues().isEmpty();
        }
        if (command instanceof ExecutionQueryImpl query) {
            return !query.getQueryVariableValues().isEmpty();
        }
        if (command instanceof TaskQueryImpl query) {
            return asks(query);
        }
        return command instanceof AbstractExecuteFilterCmd
                && new DirectFieldAccessor(command).getPropertyValue("extendingQuery") instanceof TaskQueryImpl further
                && asks(further);
    }

    private static boolean asks(TaskQueryImpl query) {
        return levels(query).anyMatch(level -> !level.getVariables().isEmpty() || level.getOrderingProperties().stream()
                .anyMatch(order -> QueryOrderingProperty.RELATION_VARIABLE.equals(order.getRelation())));
    }

    private static Stream<TaskQueryImpl> levels(TaskQueryImpl query) {
        return Stream.concat(Stream.of(query), query.getQueries().stream().filter(level -> level != query));
    }

    /** Workers find only what they may read anyway. */
    private static boolean mayRead(CommandContext context) {
        return !context.getAuthentication().getGroupIds().contains(Groups.AUDITORS)
                || context.getAuthorizationManager().isAuthorized(ProcessDefinitionPermissions.READ_INSTANCE_VARIABLE,
                        Resources.PROCESS_DEFINITION, Authorization.ANY);
    }
}
