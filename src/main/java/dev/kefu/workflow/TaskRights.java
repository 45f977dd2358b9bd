package dev.kefu.workflow;

import dev.kefu.shared.CaseNumber;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.impl.cfg.auth.AuthorizationCommandChecker;
import org.camunda.bpm.engine.impl.cmd.AssignTaskCmd;
import org.camunda.bpm.engine.impl.cmd.DelegateTaskCmd;
import org.camunda.bpm.engine.impl.cmd.SaveTaskCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.springframework.beans.DirectFieldAccessor;

/**
 * Who may work on a task: its assignee, or a candidate while nobody has it, and never one who asked for what it decides
 * (ORG-4). The engine's own rights count for every task of a process, which is too much: with them an agent could approve
 * a refund. Leaders may give a task to somebody else of those whom it is for. Being an administrator gives no task.
 */
class TaskRights extends AuthorizationCommandChecker {

    private final Supplier<Collection<FourEyes>> fourEyes;

    TaskRights(Supplier<Collection<FourEyes>> fourEyes) {
        this.fourEyes = fourEyes;
    }

    /** Those of the running engine. */
    static TaskRights in(CommandContext context) {
        return context.getProcessEngineConfiguration().getCommandCheckers().stream()
                .filter(TaskRights.class::isInstance).map(TaskRights.class::cast).findFirst().orElseThrow();
    }

    @Override
    public void checkTaskWork(TaskEntity task) {
        super.checkTaskWork(task);
        person().ifPresent(person -> {
            requireAssigneeOrCandidate(person, task);
            requireNoAsker(person.getUserId(), task);
        });
    }

    /** Whether the acting person may work on the task. */
    boolean mayWork(TaskEntity task) {
        try {
            checkTaskWork(task);
            return true;
        } catch (AuthorizationException refusal) {
            return false;
        }
    }

    /** Whoever may work on a task may write its own variables ({@link Submissions}); they hold no right to others'. */
    @Override
    public void checkUpdateTaskVariable(TaskEntity task) {
        if (person().isEmpty() || Interventions.isRunning()) {
            super.checkUpdateTaskVariable(task);
        } else {
            checkTaskWork(task);
        }
    }

    /** To give a task to others: whoever may work on it may delegate it, leaders and administrators may give it away too. */
    @Override
    public void checkTaskAssign(TaskEntity task) {
        if (person().filter(person -> givesBack(person, task)).isPresent()) {
            return;
        }
        var command = Context.getCommandInvocationContext().getCommand();
        if (person().isPresent() && command instanceof DelegateTaskCmd && mayWork(task)) {
            requireFit(receiver(command), task);
            return;
        }
        super.checkTaskAssign(task);
        person().ifPresent(giver -> {
            if (task.getProcessDefinitionId() == null || !isLeaderOrAdministrator(giver)) {
                throw new AuthorizationException("Only a leader gives the task '" + task.getName() + "' to others.");
            }
            if (command instanceof AssignTaskCmd || command instanceof DelegateTaskCmd) {
                requireFit(receiver(command), task);
            } else if (command instanceof SaveTaskCmd) {
                requireFit(Optional.ofNullable(task.getAssignee()), task);
            } else if (!Interventions.isRunning()) {
                throw new AuthorizationException("For whom the task '" + task.getName() + "' is, and what it is about, is"
                        + " said by its process.");
            }
        });
    }

    /** Who has the task once the command is done; empty if nobody. */
    private static Optional<String> receiver(Command<?> command) {
        return Optional.ofNullable((String) new DirectFieldAccessor(command).getPropertyValue("userId"));
    }

    /** Why this person can't be given the task; empty if they can. */
    Optional<String> objectionTo(String receiver, TaskEntity task) {
        try {
            requireFit(Optional.of(receiver), task);
            return Optional.empty();
        } catch (AuthorizationException refusal) {
            return Optional.of(refusal.getMessage());
        }
    }

    /** A task of nobody's group, such as one for the employee of a case, is given to others by administrators alone. */
    private void requireFit(Optional<String> receiver, TaskEntity task) {
        receiver.ifPresent(user -> {
            if (!task.getCandidates().isEmpty() || !Interventions.isRunning()) {
                requireCandidate(user, groupsOf(user), task);
            }
            requireNoAsker(user, task);
        });
    }

    private static List<String> groupsOf(String userId) {
        var context = Context.getCommandContext();
        return context.runWithoutAuthorization(() -> context.getReadOnlyIdentityProvider().createGroupQuery(context)
                .groupMember(userId).list().stream().map(Group::getId).toList());
    }

    /** Whoever took a task may put it back for the others. */
    private static boolean givesBack(Authentication person, TaskEntity task) {
        return person.getUserId().equals(task.getAssignee())
                && Context.getCommandInvocationContext().getCommand() instanceof AssignTaskCmd assignment
                && new DirectFieldAccessor(assignment).getPropertyValue("userId") == null;
    }

    private static Optional<Authentication> person() {
        var context = Context.getCommandContext();
        return context.isAuthorizationCheckEnabled() ? Optional.ofNullable(context.getAuthentication()) : Optional.empty();
    }

    private static void requireAssigneeOrCandidate(Authentication person, TaskEntity task) {
        if (task.getAssignee() != null && !person.getUserId().equals(task.getAssignee())) {
            throw new AuthorizationException("The task '" + task.getName() + "' is in the hands of "
                    + task.getAssignee() + ".");
        }
        var isGiven = task.getAssignee() != null && task.getCandidates().isEmpty();
        if (!isGiven) {
            requireCandidate(person.getUserId(), person.getGroupIds(), task);
        }
    }

    private static void requireCandidate(String userId, Collection<String> groups, TaskEntity task) {
        if (task.getCandidates().stream().noneMatch(link -> names(link, userId, groups))) {
            throw new AuthorizationException(task.getCandidates().isEmpty()
                    ? "The task '" + task.getName() + "' is for whom its process names."
                    : "The task '" + task.getName() + "' is for " + Groups.inWords(candidateGroups(task)) + ".");
        }
    }

    private void requireNoAsker(String userId, TaskEntity task) {
        var key = task.getExecution() == null ? null : task.getExecution().getProcessBusinessKey();
        if (key == null || !CaseNumber.isValid(key)) {
            return;
        }
        var barred = fourEyes.get().stream()
                .filter(rule -> rule.taskId().equals(task.getTaskDefinitionKey()))
                .anyMatch(rule -> rule.askers(CaseNumber.of(key)).contains(userId));
        if (barred) {
            throw new AuthorizationException("The task '" + task.getName()
                    + "' needs somebody who did not ask for it themselves (ORG-4).");
        }
    }

    private static boolean names(IdentityLink link, String userId, Collection<String> groups) {
        return IdentityLinkType.CANDIDATE.equals(link.getType())
                && (userId.equals(link.getUserId()) || link.getGroupId() != null && groups.contains(link.getGroupId()));
    }

    private static Set<String> candidateGroups(TaskEntity task) {
        return task.getCandidates().stream().map(IdentityLink::getGroupId).filter(Objects::nonNull)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isLeaderOrAdministrator(Authentication person) {
        return !person.getGroupIds().contains(Groups.AUDITORS) && person.getGroupIds().stream()
                .anyMatch(group -> Groups.LEADERS.contains(group) || group.equals(Groups.ADMINISTRATORS));
    }
}
