package dev.kefu.workflow;

import dev.kefu.shared.Conflict;
import dev.kefu.shared.NotFound;
import dev.kefu.shared.Violations;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.ProcessInstantiationBuilderImpl;
import org.camunda.bpm.engine.impl.cmd.ClaimTaskCmd;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.HandleTaskBpmnErrorCmd;
import org.camunda.bpm.engine.impl.cmd.HandleTaskEscalationCmd;
import org.camunda.bpm.engine.impl.cmd.PatchTaskVariablesCmd;
import org.camunda.bpm.engine.impl.cmd.RemoveTaskVariablesCmd;
import org.camunda.bpm.engine.impl.cmd.ResolveTaskCmd;
import org.camunda.bpm.engine.impl.cmd.SetTaskVariablesCmd;
import org.camunda.bpm.engine.impl.cmd.StartProcessInstanceCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitStartFormCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.DelegationState;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.beans.DirectFieldAccessor;
import org.springframework.lang.Nullable;

/**
 * Looks at people's daily work where it enters the engine, whichever door they came by: a start and a task take their own
 * variables only, in their own types. What goes beyond that is an intervention ({@link PeoplesCommands}).
 *
 * <p>Commands of the house itself (no person, or authorization already checked by a door) pass.
 */
class Submissions extends CommandInterceptor {

    static final String NO_TASK = "There is no such open task; somebody may have completed it.";

    private final Function<String, Optional<CaseProcess>> declared;

    /** @param declared the declaration of a process by its key */
    Submissions(Function<String, Optional<CaseProcess>> declared) {
        this.declared = declared;
    }

    @Override
    public <T> T execute(Command<T> command) {
        var context = Context.getCommandContext();
        if (context.getAuthentication() != null && context.isAuthorizationCheckEnabled() && !Interventions.isRunning()) {
            check(command, context);
        }
        return next.execute(command);
    }

    private void check(Command<?> command, CommandContext context) {
        if (command instanceof SubmitStartFormCmd start) {
            var fields = new DirectFieldAccessor(start);
            checkStart(definitionKey(context, (String) fields.getPropertyValue("processDefinitionId")),
                    fields, "variables");
        } else if (command instanceof StartProcessInstanceCmd start) {
            var builder = (ProcessInstantiationBuilderImpl) new DirectFieldAccessor(start)
                    .getPropertyValue("instantiationBuilder");
            var key = builder.getProcessDefinitionKey() != null ? builder.getProcessDefinitionKey()
                    : definitionKey(context, builder.getProcessDefinitionId());
            checkStart(key, new DirectFieldAccessor(new DirectFieldAccessor(builder)
                    .getPropertyValue("modificationBuilder")), "processVariables");
        } else if (command instanceof ClaimTaskCmd) {
            requireOwnClaim(new DirectFieldAccessor(command).getPropertyValue("userId"), context);
        } else if (endsTask(command)) {
            checkTask(command, context);
        } else if (command instanceof SetTaskVariablesCmd || command instanceof PatchTaskVariablesCmd
                || command instanceof RemoveTaskVariablesCmd) {
            checkVariables(new DirectFieldAccessor(command), context);
        }
    }

    /** The task that a command is about, empty for other commands. */
    static Optional<String> taskOf(Command<?> command) {
        var fields = new DirectFieldAccessor(command);
        return fields.isReadableProperty("taskId") && fields.getPropertyValue("taskId") instanceof String task
                ? Optional.of(task) : Optional.empty();
    }

    private static boolean endsTask(Command<?> command) {
        return command instanceof SubmitTaskFormCmd || command instanceof CompleteTaskCmd
                || command instanceof ResolveTaskCmd || command instanceof HandleTaskBpmnErrorCmd
                || command instanceof HandleTaskEscalationCmd;
    }

    private void checkStart(@Nullable String processKey, DirectFieldAccessor fields, String field) {
        var process = processKey == null ? Optional.<CaseProcess>empty() : declared.apply(processKey);
        process.filter(declaration -> declaration.starters().isEmpty()).ifPresent(declaration -> {
            throw new AuthorizationException("Nobody starts " + declaration.key() + " by hand.");
        });
        var given = variables(fields, field);
        var canonical = process.map(declaration -> declaration.start().canonical(given))
                .orElseGet(() -> UndeclaredVariables.canonical(given, name -> false));
        canonical.values().removeIf(Objects::isNull);
        replace(fields, field, canonical);
    }

    private void checkTask(Command<?> command, CommandContext context) {
        var fields = new DirectFieldAccessor(command);
        var field = command instanceof SubmitTaskFormCmd ? "properties" : "variables";
        var task = openTask(fields, "taskId", context);
        if (task.getDelegationState() == DelegationState.PENDING && !(command instanceof ResolveTaskCmd)) {
            throw new Conflict("The task '" + task.getName() + "' was handed to " + task.getAssignee() + " by "
                    + task.getOwner() + "; it is resolved and goes back before it is completed.");
        }
        TaskRights.in(context).checkTaskWork(task);
        if (command instanceof ResolveTaskCmd && task.getDelegationState() != DelegationState.PENDING) {
            throw new Conflict("Nobody handed the task '" + task.getName() + "' on; it is completed, not resolved.");
        }
        var given = variables(fields, field);
        var isPart = command instanceof HandleTaskBpmnErrorCmd || command instanceof HandleTaskEscalationCmd;
        var canonical = canonical(task, given, isPart);
        canonical.entrySet().removeIf(each -> each.getValue() == null && !task.hasVariable(each.getKey()));
        replace(fields, field, canonical);
    }

    /** A task that a supervisor put into the model may have variables of its own, not those of the house. */
    private Map<String, Object> canonical(TaskEntity task, Map<String, Object> given, boolean isPart) {
        var process = declared.apply(task.getProcessDefinition().getKey());
        return process.flatMap(declaration -> declaration.taskCalled(task.getTaskDefinitionKey()))
                .map(submission -> isPart ? submission.canonicalPart(given) : submission.canonical(given))
                .orElseGet(() -> UndeclaredVariables.canonical(given,
                        name -> process.filter(declaration -> declaration.reserves(name)).isPresent()));
    }

    /** Whoever works on a task may write its own outputs before it is done; to complete it they are all sent again. */
    private void checkVariables(DirectFieldAccessor fields, CommandContext context) {
        var task = openTask(fields, "entityId", context);
        TaskRights.in(context).checkTaskWork(task);
        var refused = new Violations();
        var given = fields.isReadableProperty("variables") ? variables(fields, "variables") : Map.<String, Object>of();
        if (Boolean.TRUE.equals(fields.getPropertyValue("isLocal"))) {
            given.keySet().forEach(name -> refused.add(name, "input", name + " is not accepted for the task alone."));
        }
        for (var deletions : List.of("deletions", "variableNames")) {
            if (fields.isReadableProperty(deletions) && fields.getPropertyValue(deletions) instanceof Collection<?> names) {
                names.forEach(name -> refused.add(name.toString(), "input", name + " can't be taken away."));
            }
        }
        refused.refuseIfAny();
        if (!given.isEmpty()) {
            replace(fields, "variables", canonical(task, given, true));
        }
    }

    private static TaskEntity openTask(DirectFieldAccessor fields, String field, CommandContext context) {
        var id = (String) fields.getPropertyValue(field);
        var task = id == null ? null : context.getTaskManager().findTaskById(id);
        if (task == null || task.getProcessDefinitionId() == null) {
            throw new NotFound(NO_TASK);
        }
        return task;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> variables(DirectFieldAccessor fields, String field) {
        var variables = (Map<String, Object>) fields.getPropertyValue(field);
        return variables == null ? Map.of() : typed(variables);
    }

    private static Map<String, Object> typed(Map<String, Object> variables) {
        if (!(variables instanceof VariableMap map)) {
            return variables;
        }
        var typed = new HashMap<String, Object>();
        map.keySet().forEach(name -> typed.put(name, map.getValueTyped(name)));
        return typed;
    }

    private static void replace(DirectFieldAccessor fields, String field, Map<String, Object> canonical) {
        fields.setPropertyValue(field, Variables.fromMap(canonical));
    }

    /** The engine checks whether the caller may claim, and then gives the task to whomever the caller names. */
    private static void requireOwnClaim(@Nullable Object claimant, CommandContext context) {
        if (claimant != null && !claimant.equals(context.getAuthenticatedUserId())) {
            throw new AuthorizationException("A task is claimed for oneself; leaders assign it to others.");
        }
    }

    @Nullable
    private static String definitionKey(CommandContext context, String processDefinitionId) {
        var definition = context.getProcessEngineConfiguration().getDeploymentCache()
                .findDeployedProcessDefinitionById(processDefinitionId);
        return definition == null ? null : definition.getKey();
    }
}
