package dev.kefu.workflow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** What tasks, filters, groups and models are called in the engine, whoever asks. */
@Component
public class StoredNames {

    private final TaskService tasks;
    private final FilterService filters;
    private final IdentityService identity;
    private final RepositoryService repository;
    private final HouseCommands house;

    StoredNames(@Lazy TaskService tasks, @Lazy FilterService filters, @Lazy IdentityService identity,
            @Lazy RepositoryService repository, HouseCommands house) {
        this.tasks = tasks;
        this.filters = filters;
        this.identity = identity;
        this.repository = repository;
        this.house = house;
    }

    /**
     * The words in a task, filter or group, each by the JSON pointer at which the engine's REST API shows it, without those
     * of a list; empty if there is none of this kind and id.
     */
    public Map<String, String> of(String kind, String id) {
        return house.run(() -> switch (kind) {
            case "task" -> ofTask(id);
            case "filter" -> ofFilter(id);
            case "group" -> ofGroup(id);
            default -> Map.of();
        });
    }

    /**
     * What a filter calls a variable.
     *
     * @param variable its name, by which the label is found also where others stand before it now
     */
    public record Label(String variable, String text) {
    }

    /** What the filter calls the variables that it shows; empty if there is no such filter. */
    public List<Label> labelsOf(String filterId) {
        return house.run(() -> {
            var filter = filters.createFilterQuery().filterId(filterId).singleResult();
            var variables = filter == null ? null : filter.getProperties().get("variables");
            return (variables instanceof List<?> all ? all : List.of()).stream()
                    .filter(each -> each instanceof Map<?, ?> variable && variable.get("name") instanceof String
                            && variable.get("label") instanceof String)
                    .map(each -> (Map<?, ?>) each)
                    .map(variable -> new Label((String) variable.get("name"), (String) variable.get("label")))
                    .toList();
        });
    }

    /** @param key the task's id in the model */
    public record ModelTask(String processDefinitionId, String key) {
    }

    /** Where the model has this task; empty if it is gone, or of no model. */
    public Optional<ModelTask> inModel(String taskId) {
        return house.run(() -> Optional.ofNullable(tasks.createTaskQuery().taskId(taskId).singleResult())
                .filter(task -> task.getProcessDefinitionId() != null && task.getTaskDefinitionKey() != null)
                .map(task -> new ModelTask(task.getProcessDefinitionId(), task.getTaskDefinitionKey())));
    }

    /** The model of a process, as it was deployed. */
    public String modelOf(String processDefinitionId) {
        return house.run(() -> {
            try (var model = repository.getProcessModel(processDefinitionId)) {
                return new String(model.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        });
    }

    private Map<String, String> ofTask(String id) {
        var names = new HashMap<String, String>();
        var task = tasks.createTaskQuery().taskId(id).singleResult();
        if (task != null) {
            put(names, "/name", task.getName());
            put(names, "/description", task.getDescription());
        }
        return names;
    }

    private Map<String, String> ofFilter(String id) {
        var names = new HashMap<String, String>();
        var filter = filters.createFilterQuery().filterId(id).singleResult();
        if (filter != null) {
            put(names, "/name", filter.getName());
            put(names, "/properties/description", filter.getProperties().get("description"));
        }
        return names;
    }

    private Map<String, String> ofGroup(String id) {
        var names = new HashMap<String, String>();
        var group = identity.createGroupQuery().groupId(id).singleResult();
        if (group != null) {
            put(names, "/name", group.getName());
        }
        return names;
    }

    private static void put(Map<String, String> names, String pointer, Object text) {
        if (text instanceof String words) {
            names.put(pointer, words);
        }
    }
}
