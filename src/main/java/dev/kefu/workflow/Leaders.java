package dev.kefu.workflow;

import dev.kefu.shared.Forbidden;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Who sees the work of others and moves it: leaders, that of the processes that they watch, and administrators. The same
 * as {@link TaskRights} says for a single task. Auditors read, and change nothing (ORG-3), whatever else they are.
 */
@Component
public class Leaders {

    private final Actors actors;
    private final ObjectProvider<CaseProcess> declared;

    Leaders(Actors actors, ObjectProvider<CaseProcess> declared) {
        this.actors = actors;
        this.declared = declared;
    }

    /**
     * The processes whose work the acting person moves between people, never empty.
     *
     * @throws Forbidden if there is none
     */
    public Set<String> requireProcesses() {
        var processes = processes();
        if (processes.isEmpty()) {
            throw new Forbidden("This is for leaders, who see the team's work and move it between people.");
        }
        return processes;
    }

    /** Whether the acting person moves the work of this process. */
    public boolean lead(String processKey) {
        return processes().contains(processKey);
    }

    private Set<String> processes() {
        return declared.stream().filter(this::isLed).map(CaseProcess::key).collect(Collectors.toUnmodifiableSet());
    }

    private boolean isLed(CaseProcess process) {
        if (actors.isIn(Groups.AUDITORS)) {
            return false;
        }
        var isWatcher = actors.isIn(process.watchers().toArray(String[]::new));
        return actors.isIn(Groups.ADMINISTRATORS) || isWatcher && actors.isIn(Groups.LEADERS.toArray(String[]::new));
    }
}
