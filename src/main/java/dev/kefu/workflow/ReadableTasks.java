package dev.kefu.workflow;

import dev.kefu.shared.CaseNumber;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Lazy;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;

/** Open tasks as the list shows them, many at once: two statements, however many they are. */
@Component
public class ReadableTasks {

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final HouseCommands house;

    ReadableTasks(@Lazy TaskService tasks, @Lazy RuntimeService runtime, HouseCommands house) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.house = house;
    }

    /**
     * An open task of a case.
     *
     * @param caseNumber of the case, also if a process that the case called has the task
     */
    public record OfCase(String taskId, CaseNumber caseNumber, @Nullable Instant dueAt) {
    }

    /** Those of the tasks that the acting person may read, by the engine's own rights, and that belong to a case. */
    public List<OfCase> among(Collection<String> taskIds) {
        var ids = taskIds.stream().distinct().toArray(String[]::new);
        if (ids.length == 0) {
            return List.of();
        }
        var readable = tasks.createTaskQuery().taskIdIn(ids).listPage(0, ids.length);
        var keys = businessKeys(readable);
        return readable.stream()
                .filter(task -> keys.containsKey(task.getProcessInstanceId()))
                .map(task -> new OfCase(task.getId(), CaseNumber.of(keys.get(task.getProcessInstanceId())),
                        task.getDueDate() == null ? null : task.getDueDate().toInstant()))
                .toList();
    }

    private Map<String, String> businessKeys(List<Task> readable) {
        var processes = readable.stream().map(Task::getProcessInstanceId).filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return processes.isEmpty() ? Map.of() : house.run(() -> runtime.createProcessInstanceQuery()
                .processInstanceIds(processes).listPage(0, processes.size()).stream()
                .filter(each -> each.getBusinessKey() != null && CaseNumber.isValid(each.getBusinessKey()))
                .collect(Collectors.toMap(ProcessInstance::getProcessInstanceId, ProcessInstance::getBusinessKey)));
    }
}
