package dev.kefu.workflow;

import java.util.stream.Stream;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.cmd.AbstractExecuteFilterCmd;
import org.camunda.bpm.engine.impl.cmd.SaveFilterCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;
import org.springframework.beans.DirectFieldAccessor;

/**
 * No expression in a query that somebody sends, on whichever level of it: the engine refuses those of the first level
 * only (CVE-2026-109432). A stored filter has expressions, and only those that can be evaluated.
 */
class ExpressionsInQueries extends CommandInterceptor {

    @Override
    public <T> T execute(Command<T> command) {
        if (Context.getCommandContext().getAuthentication() != null) {
            check(command);
        }
        return next.execute(command);
    }

    private static void check(Command<?> command) {
        if (command instanceof TaskQueryImpl query) {
            requireNone(query);
        } else if (command instanceof AbstractExecuteFilterCmd
                && new DirectFieldAccessor(command).getPropertyValue("extendingQuery") instanceof TaskQueryImpl further) {
            requireNone(further);
        } else if (command instanceof SaveFilterCmd
                && new DirectFieldAccessor(command).getPropertyValue("filter") instanceof Filter filter
                && filter.getQuery() instanceof TaskQueryImpl query) {
            requireSound(query);
        }
    }

    private static void requireNone(TaskQueryImpl query) {
        if (levels(query).anyMatch(level -> !level.getExpressions().isEmpty())) {
            throw new BadUserRequestException("A query takes no expressions. A filter may have them.");
        }
    }

    private static void requireSound(TaskQueryImpl query) {
        var expressions = Context.getProcessEngineConfiguration().getExpressionManager();
        levels(query).flatMap(level -> level.getExpressions().values().stream())
                .forEach(expression -> {
                    try {
                        expressions.createExpression(expression).getValue(null);
                    } catch (HouseExpressions.Forbidden refusal) {
                        throw refusal;
                    } catch (ProcessEngineException | ELException unsound) {
                        throw new BadUserRequestException("The filter's expression " + expression
                                + " can't be evaluated: " + unsound.getMessage(), unsound);
                    }
                });
    }

    /** The query, its or-queries, and what nobody should write: or-queries in these. */
    private static Stream<TaskQueryImpl> levels(TaskQueryImpl query) {
        return Stream.concat(Stream.of(query),
                query.getQueries().stream().filter(level -> level != query).flatMap(ExpressionsInQueries::levels));
    }
}
