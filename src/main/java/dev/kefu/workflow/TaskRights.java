package dev.kefu.workflow;

import dev.kefu.shared.CaseNumber;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.cfg.auth.AuthorizationCommandChecker;
import org.camunda.bpm.engine.impl.cmd.AssignTaskCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.springframework.beans.DirectFieldAccessor;

/**
 * Who may work on a task: its assignee, or a candidate while nobody has it, and never one who asked for what it decides
 * (ORG-4). The engine's own rights count for every task of a process, which is too much: with them an agent could approve
 * a refund. Leaders may give a task to somebody else.
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
        person().filter(person -> !isAdministrator(person)).ifPresent(person -> {
            if (task.getProcessDefinitionId() == null || person.getGroupIds().stream().noneMatch(Groups.LEADERS::contains)) {
                throw new AuthorizationException("Only a leader gives the task '" + task.getName() + "' to others.");
            }
            if (task.getAssignee() != null) {
                requireNoAsker(task.getAssignee(), task);
            }
        });
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
        if (person.getUserId().equals(task.getAssignee())) {
            return;
        }
        if (task.getAssignee() != null) {
            throw new AuthorizationException("The task '" + task.getName() + "' is in the hands of "
                    + task.getAssignee() + ".");
        }
        if (task.getCandidates().stream().noneMatch(link -> names(link, person))) {
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

    private static boolean names(IdentityLink link, Authentication person) {
        return IdentityLinkType.CANDIDATE.equals(link.getType())
                && (person.getUserId().equals(link.getUserId())
                || link.getGroupId() != null && person.getGroupIds().contains(link.getGroupId()));
    }

    private static Set<String> candidateGroups(TaskEntity task) {
        return task.getCandidates().stream().map(IdentityLink::getGroupId).filter(Objects::nonNull)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isAdministrator(Authentication person) {
        return person.getGroupIds().contains(Groups.ADMINISTRATORS);
    }
}
