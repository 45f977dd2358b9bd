package dev.kefu.workflow;

import dev.kefu.shared.CaseNumber;
import dev.kefu.shared.Conflict;
import dev.kefu.shared.Forbidden;
import dev.kefu.shared.NotFound;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.MessageCorrelationBuilderImpl;
import org.camunda.bpm.engine.runtime.EventSubscription;
import org.camunda.bpm.engine.runtime.MessageCorrelationBuilder;
import org.camunda.bpm.engine.task.Task;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Lazy;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;

/** Starts processes, tells running ones what has happened, and says what they wait for. Checks rights itself. */
@Component
public class Processes {

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final HouseCommands house;
    private final Retries retries;
    private final Actors actors;
    private final Interventions interventions;
    private final FollowUps followUps;
    private final TaskNames taskNames;
    private final OpenWork work;
    private final JobTries tries;
    private final ObjectProvider<CaseProcess> declared;

    Processes(@Lazy RuntimeService runtime, @Lazy TaskService tasks, HouseCommands house, Retries retries,
            Actors actors, Interventions interventions, FollowUps followUps, TaskNames taskNames, OpenWork work,
            JobTries tries, ObjectProvider<CaseProcess> declared) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.house = house;
        this.retries = retries;
        this.actors = actors;
        this.interventions = interventions;
        this.followUps = followUps;
        this.taskNames = taskNames;
        this.work = work;
        this.tries = tries;
        this.declared = declared;
    }

    /** @param processInstanceId the engine's id of the running process */
    public record Started(CaseNumber caseNumber, String processInstanceId) {
    }

    /** @param groups whose members may take it while it has no assignee */
    public record OpenTask(String id, String key, String name, @Nullable String assignee, List<String> groups,
            Instant createdAt, @Nullable Instant dueAt) {
    }

    /**
     * A process, as the acting person may have to do with it.
     *
     * @param startable whether they may start it
     * @param start     what a start takes
     * @param messages  what may happen to its cases and be told by people, whoever they are
     */
    public record Offer(String kind, boolean startable, List<Field> start, List<Message> messages) {

        /** @param fields what is told with it */
        public record Message(String name, List<Field> fields) {
        }
    }

    /** Nobody waits for what was told. */
    private static final class NotAwaited extends Conflict {

        NotAwaited(String message) {
            super(message);
        }
    }

    /** What the acting person may start, and what cases understand; processes that are only called have neither. */
    public List<Offer> offered() {
        return declared.stream()
                .filter(each -> !each.starters().isEmpty())
                .map(each -> new Offer(each.key(), mayAnyOf(each.starters()), each.start().fields(),
                        each.messages().stream().filter(message -> !message.senders().isEmpty())
                                .map(message -> new Offer.Message(message.name(), message.fields().fields())).toList()))
                .sorted(Comparator.comparing(Offer::kind))
                .toList();
    }

    /** Every process that people may start, by key. */
    public Map<String, CaseProcess> startable() {
        return declared.stream()
                .filter(each -> !each.starters().isEmpty())
                .collect(Collectors.toMap(CaseProcess::key, Function.identity()));
    }

    /**
     * Starts a process as the acting person. Its first step opens the case or refuses.
     *
     * @param variables as sent; checked against what the process accepts
     * @throws NotFound  if people start no such process
     * @throws Forbidden if the person is in none of the groups that may start it
     * @throws dev.kefu.shared.RuleViolation if a variable or the first step refuses; nothing is stored then
     */
    public Started start(String processKey, Map<String, ?> variables) {
        var process = startable().get(processKey);
        if (process == null) {
            throw new NotFound("There is no process " + processKey + " that people start.");
        }
        actors.requireAnyOf(process.starters().toArray(String[]::new));
        var canonical = process.start().canonical(variables);
        canonical.values().removeIf(Objects::isNull);

        return retries.run(() -> house.run(() -> begin(processKey, canonical)));
    }

    private Started begin(String processKey, Map<String, Object> variables) {
        var instance = runtime.startProcessInstanceByKey(processKey, variables);
        return new Started(CaseNumber.of(instance.getBusinessKey()), instance.getProcessInstanceId());
    }

    /**
     * Tells the case that something has happened. If it has ended, that may open the case that follows ({@link FollowUp}).
     *
     * @throws NotFound  if its process has no such message
     * @throws Forbidden if the acting person may not send it
     * @throws Conflict  if the case does not wait for it now
     * @throws dev.kefu.shared.RuleViolation if a field is refused, or an administrator who is no sender gives no reason
     */
    public void tell(CaseNumber caseNumber, String kind, String message, Map<String, ?> fields) {
        var declaration = processOf(kind)
                .flatMap(process -> process.messageCalled(message))
                .orElseThrow(() -> new NotFound("A case of kind " + kind + " knows no message " + message + "."));
        if (declaration.senders().isEmpty()) {
            throw new Forbidden("Nobody sends the message %s: the house tells it the case by itself, when it learns of it."
                    .formatted(message));
        }
        actors.requireAnyOf(declaration.senders().toArray(String[]::new));
        var canonical = declaration.fields().canonical(fields);

        retries.run(() -> house.run(() -> {
            var followUp = followUps.of(caseNumber, kind, message);
            if (followUp.isPresent()) {
                var opened = followUps.open(followUp.get(), caseNumber, canonical);
                keepIntervention(declaration,
                        List.of(new Concerned.Process(opened.getProcessInstanceId(), kind, caseNumber.value())));
                return opened;
            }
            keepIntervention(declaration, processesOf(caseNumber, kind));
            return correlate(caseNumber, message, canonical);
        }));
    }

    private void keepIntervention(CaseMessage message, List<Concerned.Process> concerned) {
        if (!actors.isIn(message.senders().toArray(String[]::new))) {
            interventions.keep("REPORT_MESSAGE", "messageName=" + message.name(), concerned);
        }
    }

    private Object correlate(CaseNumber caseNumber, String message, Map<String, Object> fields) {
        try {
            return toRunning(message)
                    .processInstanceBusinessKey(caseNumber.value())
                    .setVariables(fields)
                    .correlateWithResult();
        } catch (RuntimeException failure) {
            // Whoever tells the same a moment later finds the event gone half-way: engine's own words, or a null.
            if (!LostRaces.include(failure) && !Outages.include(failure) && (failure instanceof MismatchingMessageCorrelationException
                    || !isAwaited(caseNumber, message))) {
                // Between two steps a case waits for nothing, and a moment later perhaps for just this
                throw new NotAwaited(tries.areDue(caseNumber) ? LostRaces.MESSAGE
                        : "Case " + caseNumber + " does not wait for " + message + " now.");
            }
            if (failure instanceof NullValueException) {
                // The event or its execution went between the engine's look and its grasp, though our own look finds one again
                throw new OptimisticLockingFailureException(LostRaces.MESSAGE, failure);
            }
            throw failure;
        }
    }

    /**
     * Tells a process of the case what the house itself has learnt, in the transaction in which it is stored.
     *
     * @throws Conflict if the process does not wait for it now
     */
    public void tellFromHouse(CaseNumber caseNumber, String processKey, String message) {
        tellFromHouse(caseNumber, processKey, message, Map.of());
    }

    /**
     * Tells a process of the case what the house itself has learnt, in the transaction in which it is stored, if it waits for
     * that now; if the case has ended, that may open the one that follows ({@link FollowUp}). A case that does something else
     * has to look itself when it comes to wait.
     *
     * @return whether it was told
     */
    public boolean tellIfAwaited(CaseNumber caseNumber, String processKey, String message) {
        return house.run(() -> {
            var followUp = followUps.awaitedOf(caseNumber, processKey, message);
            if (followUp.isPresent()) {
                followUps.open(followUp.get(), caseNumber, Map.of());
                return true;
            }
            var isAwaited = isAwaited(caseNumber, processKey, message);
            if (isAwaited) {
                try {
                    correlate(caseNumber, message, Map.of());
                } catch (NotAwaited overtaken) {
                    // Somebody told the case something else since we asked; whoever tells us tries again
                    throw new OptimisticLockingFailureException(LostRaces.MESSAGE, overtaken);
                }
            }
            return isAwaited;
        });
    }

    /**
     * As {@link #tellIfAwaited}, but in a job of its own once the transaction that is there has ended well: for whoever holds
     * rows that the case locks only after others (ADR 0023).
     */
    public void tellLater(CaseNumber caseNumber, String processKey, String message) {
        house.run(() -> {
            ToldLater.send(new ToldLater.Message(caseNumber, processKey, message));
            return caseNumber;
        });
    }

    /**
     * Starts a process for the house itself, in the name of whoever acts, whatever their rights: its declaration says which
     * variables only the house sends ({@link CaseProcess#keepsForItself}). Within the transaction that is there.
     *
     * @param variables as code has them; nothing has to be there
     * @throws IllegalArgumentException if the process knows none of that name
     */
    public Started startFromHouse(String processKey, Map<String, Object> variables) {
        var process = processOf(processKey).orElseThrow(() -> new NotFound("There is no process " + processKey + "."));
        var canonical = process.saidByHouse(variables, process.start());
        canonical.values().removeIf(Objects::isNull);
        return retries.run(() -> house.run(() -> begin(processKey, canonical)));
    }

    /** Shows whoever works on the case's running process what the house has learnt; no process, nobody to show it to. */
    public void show(CaseNumber caseNumber, String processKey, ProcessVariable<String> variable, String text) {
        house.run(() -> {
            runtime.createProcessInstanceQuery().processInstanceBusinessKey(caseNumber.value()).processDefinitionKey(processKey).list()
                    .forEach(each -> runtime.setVariable(each.getProcessInstanceId(), variable.name(), text));
            return null;
        });
    }

    /** Whether the process of the case waits for this message now. */
    public boolean isAwaited(CaseNumber caseNumber, String processKey, String message) {
        return house.run(() -> runtime.createExecutionQuery().processInstanceBusinessKey(caseNumber.value())
                .processDefinitionKey(processKey).messageEventSubscriptionName(message).count() > 0);
    }

    /** As {@link #tellFromHouse(CaseNumber, String, String)}, with variables that the process keeps for itself. */
    public void tellFromHouse(CaseNumber caseNumber, String processKey, String message, Map<String, Object> variables) {
        var process = processOf(processKey);
        var declaration = process.flatMap(each -> each.messageCalled(message))
                .orElseThrow(() -> new NotFound("The process " + processKey + " knows no message " + message + "."));
        var canonical = process.orElseThrow().saidByHouse(variables, declaration.fields());
        house.run(() -> correlate(caseNumber, message, canonical));
    }

    /** What the acting person may tell this case now. */
    public List<String> awaited(CaseNumber caseNumber, String kind) {
        Set<String> waiting = house.run(() -> {
            var running = runtime.createProcessInstanceQuery().processInstanceBusinessKey(caseNumber.value()).list();
            return Stream.concat(followUps.awaited(caseNumber, kind).stream(), running.stream()
                    .flatMap(instance -> runtime.createEventSubscriptionQuery()
                            .processInstanceId(instance.getProcessInstanceId()).eventType("message").list().stream())
                    .map(EventSubscription::getEventName))
                    .collect(Collectors.toSet());
        });
        return messagesOf(kind).stream()
                .filter(message -> waiting.contains(message.name()))
                .filter(message -> mayAnyOf(message.senders()))
                .map(CaseMessage::name)
                .sorted()
                .toList();
    }

    /**
     * Claims the case's one open task of this name as the acting person and completes it, with their own rights.
     *
     * @param task      the task's id in the model
     * @param variables as sent; checked against what the task accepts
     * @throws NotFound if the case has no such task now
     */
    public void complete(CaseNumber caseNumber, String task, Map<String, ?> variables) {
        var open = openTasks(caseNumber).stream().filter(each -> each.key().equals(task)).findFirst()
                .orElseThrow(() -> new NotFound("Case " + caseNumber + " has no open task " + task + "."));
        tasks.claim(open.id(), actors.current());
        tasks.complete(open.id(), Map.copyOf(variables));
    }

    /** The open tasks of a case, also those of the processes it called, oldest first. */
    public List<OpenTask> openTasks(CaseNumber caseNumber) {
        List<Task> open = house.run(() -> tasks.createTaskQuery().processInstanceBusinessKey(caseNumber.value())
                .orderByTaskCreateTime().asc().list());
        var groups = work.groupsOf(open.stream().map(Task::getId).toList());
        return open.stream().map(task -> openTask(task, groups.getOrDefault(task.getId(), List.of()))).toList();
    }

    /** Without authorization a message that starts a process would start it, if no case waits and a model has such a start. */
    private MessageCorrelationBuilder toRunning(String message) {
        return ((MessageCorrelationBuilderImpl) runtime.createMessageCorrelation(message)).executionsOnly();
    }

    private OpenTask openTask(Task task, List<String> groups) {
        return new OpenTask(task.getId(), task.getTaskDefinitionKey(), nameOf(task), task.getAssignee(), groups,
                task.getCreateTime().toInstant(), instant(task.getDueDate()));
    }

    private String nameOf(Task task) {
        return task.getName() == null ? task.getTaskDefinitionKey()
                : taskNames.read(task.getProcessDefinitionId(), task.getTaskDefinitionKey(), task.getName());
    }

    private List<Concerned.Process> processesOf(CaseNumber caseNumber, String kind) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(caseNumber.value())
                .processDefinitionKey(kind).list().stream()
                .map(each -> new Concerned.Process(each.getProcessInstanceId(), kind, caseNumber.value()))
                .toList();
    }

    private boolean isAwaited(CaseNumber caseNumber, String message) {
        return runtime.createExecutionQuery().processInstanceBusinessKey(caseNumber.value())
                .messageEventSubscriptionName(message).count() > 0;
    }

    private Collection<CaseMessage> messagesOf(String kind) {
        return processOf(kind).map(CaseProcess::messages).orElse(List.of());
    }

    private Optional<CaseProcess> processOf(String kind) {
        return declared.stream().filter(each -> each.key().equals(kind)).findFirst();
    }

    private boolean mayAnyOf(Set<String> groups) {
        return actors.isIn(groups.toArray(String[]::new)) || actors.isIn(Groups.ADMINISTRATORS);
    }

    @Nullable
    private static Instant instant(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }
}
