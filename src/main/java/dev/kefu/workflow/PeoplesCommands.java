package dev.kefu.workflow;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.cmd.AbstractAddIdentityLinkCmd;
import org.camunda.bpm.engine.impl.cmd.AbstractPatchVariablesCmd;
import org.camunda.bpm.engine.impl.cmd.AbstractVariableCmd;
import org.camunda.bpm.engine.impl.cmd.CorrelateAllMessageCmd;
import org.camunda.bpm.engine.impl.cmd.CorrelateMessageCmd;
import org.camunda.bpm.engine.impl.cmd.DelegateTaskCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.runtime.MessageCorrelationResultImpl;
import org.springframework.beans.DirectFieldAccessor;
import org.springframework.lang.Nullable;

/**
 * Stands where people's commands enter the engine, whichever door they came by, and goes by the list of all commands:
 * daily work is passed on to {@link Submissions} and {@link TaskRights}, interventions need an administrator and a reason,
 * and what is not on the list is refused.
 *
 * <p>Commands of the house itself (no person, or authorization already checked by a door) pass.
 */
class PeoplesCommands extends CommandInterceptor {

    private final EngineCommands commands = new EngineCommands();
    private final Supplier<Interventions> interventions;
    private final ReportedMessages messages;
    private final Function<String, Optional<CaseProcess>> declared;

    /** @param declared the declaration of a process by its key */
    PeoplesCommands(Supplier<Interventions> interventions, Supplier<FollowUps> followUps,
            Function<String, Optional<CaseProcess>> declared) {
        this.interventions = interventions;
        this.messages = new ReportedMessages(declared, followUps);
        this.declared = declared;
    }

    @Override
    public <T> T execute(Command<T> command) {
        var context = Context.getCommandContext();
        if (context.getAuthentication() == null || !context.isAuthorizationCheckEnabled() || Interventions.isRunning()) {
            return next.execute(command);
        }
        return switch (commands.of(command)) {
            case READ, GRANTED, INNER -> next.execute(command);
            case OWN -> ownWork(command, context);
            case INTERVENTION -> intervene(command, context);
            case NEVER -> throw new AuthorizationException("Nobody may do this here.");
        };
    }

    private <T> T ownWork(Command<T> command, CommandContext context) {
        if (command instanceof CorrelateMessageCmd message) {
            var opened = messages.openedBySender(message, context);
            if (opened.isPresent()) {
                return result(opened.get());
            }
            return messages.isFromSender(message, context)
                    ? context.runWithoutAuthorization(() -> next.execute(command)) : intervene(command, context);
        }
        return isOnlyForAdministrators(command, context) ? intervene(command, context) : next.execute(command);
    }

    /** What others do as their daily work, and administrators where it is none of theirs. */
    private static boolean isOnlyForAdministrators(Command<?> command, CommandContext context) {
        if (!context.getAuthentication().getGroupIds().contains(Groups.ADMINISTRATORS)) {
            return false;
        }
        if (command instanceof AbstractVariableCmd || command instanceof AbstractPatchVariablesCmd) {
            var task = task(command, "entityId", context);
            return task == null || !TaskRights.in(context).mayWork(task);
        }
        if (command instanceof AbstractAddIdentityLinkCmd || command instanceof DelegateTaskCmd) {
            var task = task(command, "taskId", context);
            return task != null && task.getCandidates().isEmpty();
        }
        return false;
    }

    private <T> T intervene(Command<T> command, CommandContext context) {
        if (command instanceof CorrelateMessageCmd || command instanceof CorrelateAllMessageCmd) {
            ReportedMessages.toRunningOnly(command);
        }
        return interventions.get().run(command, context, () -> {
            requireNoProcessThatIsOnlyCalled(command, context);
            return next.execute(command);
        });
    }

    /** Not even in the middle: what starts or goes over to such a process would be called by nobody. */
    private void requireNoProcessThatIsOnlyCalled(Command<?> command, CommandContext context) {
        for (var key : StartedProcesses.by(command, context)) {
            declared.apply(key).filter(process -> process.starters().isEmpty()).ifPresent(process -> {
                throw new AuthorizationException("Nobody starts " + key + " by hand.");
            });
        }
    }

    @SuppressWarnings("unchecked")
    private static <T> T result(MessageCorrelationResultImpl ofCorrelation) {
        return (T) ofCorrelation;
    }

    @Nullable
    private static TaskEntity task(Command<?> command, String field, CommandContext context) {
        return new DirectFieldAccessor(command).getPropertyValue(field) instanceof String id
                ? context.getTaskManager().findTaskById(id) : null;
    }
}
