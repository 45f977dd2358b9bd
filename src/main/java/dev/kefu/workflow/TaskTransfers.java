package dev.kefu.workflow;

import dev.kefu.shared.Conflict;
import java.util.Optional;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.springframework.context.annotation.Lazy;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;

/**
 * Gives a task that somebody has to somebody else, or back to those whom it is for. It is done as the acting person and by
 * the engine's own command, so what {@link TaskRights} says of a single task holds here too, and the engine's log has it.
 */
@Component
public class TaskTransfers {

    private static final String GONE = "It was completed or given to somebody else meanwhile.";

    private final ProcessEngine engine;
    private final TaskService tasks;

    TaskTransfers(@Lazy ProcessEngine engine, @Lazy TaskService tasks) {
        this.engine = engine;
        this.tasks = tasks;
    }

    /**
     * Why the task would stay; empty if it would move. Changes nothing.
     *
     * @param to null: back to those whom it is for
     */
    public Optional<String> objection(String taskId, String from, @Nullable String to) {
        return inOneCommand(context -> objection(context, taskId, from, to));
    }

    /**
     * Moves the task, in the transaction that is under way.
     *
     * @param to null: back to those whom it is for
     * @throws Conflict if it must stay where it is; says why
     */
    public void move(String taskId, String from, @Nullable String to) {
        // The task that was looked at is the one that is written: if somebody took it in between, its revision says so
        inOneCommand(context -> objection(context, taskId, from, to).or(() -> assigned(taskId, to))).ifPresent(reason -> {
            throw new Conflict(reason);
        });
    }

    private Optional<String> assigned(String taskId, @Nullable String to) {
        try {
            tasks.setAssignee(taskId, to);
            return Optional.empty();
        } catch (AuthorizationException refusal) {
            return Optional.of(refusal.getMessage());
        }
    }

    private <T> T inOneCommand(Command<T> command) {
        var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        return configuration.getCommandExecutorTxRequired().execute(command);
    }

    private static Optional<String> objection(CommandContext context, String taskId, String from, @Nullable String to) {
        var task = context.getTaskManager().findTaskById(taskId);
        if (task == null || !from.equals(task.getAssignee())) {
            return Optional.of(GONE);
        }
        if (task.isSuspended()) {
            return Optional.of("The task '" + task.getName() + "' is suspended by an administrator.");
        }
        return to == null ? objectionToGivingBack(task) : TaskRights.in(context).objectionTo(to, task);
    }

    /** Whoever has a task that is for nobody else would leave it to nobody. */
    private static Optional<String> objectionToGivingBack(TaskEntity task) {
        return task.getCandidates().isEmpty()
                ? Optional.of("The task '" + task.getName() + "' is for nobody else; name a person.") : Optional.empty();
    }
}
