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
import org.camunda.bpm.engine.impl.cmd.AbstractAddIdentityLinkCmd;
import org.camunda.bpm.engine.impl.cmd.AssignTaskCmd;
import org.camunda.bpm.engine.impl.cmd.DelegateTaskCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteIdentityLinkCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.springframework.beans.DirectFieldAccessor;

/**
 * Who may work on a task: its assignee, or a candidate while nobody has it, and never one who asked for what it decides
 * (ORG-4). The engine's own rights count for every task of a process, which is too much: with them an agent could approve
 * a refund. Leaders may give a task to somebody else of those whom it is for.
 */
class TaskRights extends AuthorizationCommandChecker {

    private final Supplier<Collection<FourEyes>> fourEyes;

    TaskRights(Supplier<Collection<FourEyes>> fourEyes) {
        this.fourEyes = fourEyes;
    }

    @Override
    public void checkTaskWork(TaskEntity task) {
        super.checkTaskWork(task);
        person().ifPresent(person -> {
            requireAssigneeOrCandidate(person, task);
            requireNoAsker(person.getUserId(), task);
        });
    }

    @Override
    public void checkUpdateTaskVariable(TaskEntity task) {
        super.checkUpdateTaskVariable(task);
        person().ifPresent(person -> requireAssigneeOrCandidate(person, task));
    }

    @Override
    public void checkTaskAssign(TaskEntity task) {
        if (person().filter(person -> givesBack(person, task)).isPresent()) {
            return;
        }
        super.checkTaskAssign(task);
        person().filter(person -> !isAdministrator(person)).ifPresent(leader -> {
            if (task.getProcessDefinitionId() == null || leader.getGroupIds().stream().noneMatch(Groups.LEADERS::contains)) {
                throw new AuthorizationException("Only a leader gives the task '" + task.getName() + "' to others.");
            }
            receiver(task).ifPresent(receiver -> {
                requireCandidate(receiver, groupsOf(receiver), task);
                requireNoAsker(receiver, task);
            });
        });
    }

    /**
     * Who has the task once the leader's command is done; empty if nobody.
     *
     * @throws AuthorizationException if the command changes for whom the task is: that is said by the model alone
     */
    private static Optional<String> receiver(TaskEntity task) {
        var command = Context.getCommandInvocationContext().getCommand();
        if (command instanceof AssignTaskCmd || command instanceof DelegateTaskCmd) {
            return Optional.ofNullable((String) new DirectFieldAccessor(command).getPropertyValue("userId"));
        }
        if (command instanceof AbstractAddIdentityLinkCmd || command instanceof DeleteIdentityLinkCmd) {
            throw new AuthorizationException("For whom the task '" + task.getName() + "' is, is said by its process.");
        }
        return Optional.ofNullable(task.getAssignee());
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
        var isGiven = task.getAssignee() != null && (isAdministrator(person) || task.getCandidates().isEmpty());
        if (!isGiven) {
            requireCandidate(person.getUserId(), person.getGroupIds(), task);
        }
    }

    private static void requireCandidate(String userId, Collection<String> groups, TaskEntity task) {
        if (task.getCandidates().stream().noneMatch(link -> names(link, userId, groups))) {
            throw new AuthorizationException("The task '" + task.getName() + "' is for "
                    + String.join(", ", candidateGroups(task)) + ".");
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

    private static boolean isAdministrator(Authentication person) {
        return person.getGroupIds().contains(Groups.ADMINISTRATORS);
    }
}
