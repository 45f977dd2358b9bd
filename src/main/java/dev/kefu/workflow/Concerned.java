package dev.kefu.workflow;

import dev.kefu.shared.CaseNumber;
import dev.kefu.shared.Text;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.batch.BatchConfiguration;
import org.camunda.bpm.engine.impl.batch.BatchEntity;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.beans.DirectFieldAccessor;
import org.springframework.lang.Nullable;

/**
 * Which processes a command is about. The engine's commands have no common way to say it, but common names for their
 * fields; what a command touches and no field names is found with what it returns (a batch, a new process).
 */
class Concerned {

    /** The processes beyond these are counted, not named. */
    static final int NAMED = 1000;

    private static final List<String> NESTED = List.of("builder", "executionBuilder", "instantiationBuilder", "migrationPlan");
    private static final List<String> INSTANCES = List.of("processInstanceId", "processInstanceIds",
            "historicProcessInstanceIds");
    private static final List<String> DEFINITIONS = List.of("processDefinitionId", "processDefinitionIds",
            "sourceProcessDefinitionId", "targetProcessDefinitionId");
    private static final List<String> QUERIES = List.of("processInstanceQuery", "historicProcessInstanceQuery", "query");
    private static final List<String> TOLD = List.of("taskId", "jobId", "jobDefinitionId", "incidentId", "externalTaskId",
            "deploymentId", "batchId", "activityId", "messageName", "signalName", "retries", "historyTimeToLive",
            "processDefinitionVersion", "cascade", "cascadeToHistory", "cascadeToInstances", "includeSubResources",
            "suspending", "skipSubprocesses", "skipCustomListeners");

    private final CommandContext context;
    private final Set<String> ids = new LinkedHashSet<>();
    private final StringJoiner details = new StringJoiner(", ");
    private Map<String, Process> named = Map.of();

    /** @param key the process id in the model */
    record Process(String id, String key, @Nullable String businessKey) {

        Optional<CaseNumber> caseNumber() {
            return businessKey != null && CaseNumber.isValid(businessKey) ? Optional.of(CaseNumber.of(businessKey))
                    : Optional.empty();
        }
    }

    private Concerned(CommandContext context) {
        this.context = context;
    }

    /** To be asked before the command does its work, as what it deletes can't be found afterwards. */
    static Concerned by(Command<?> command, CommandContext context) {
        var concerned = new Concerned(context);
        context.runWithoutAuthorization(() -> {
            concerned.read(new DirectFieldAccessor(command), !command.getClass().getSimpleName().contains("Batch"));
            concerned.named = concerned.look(concerned.ids);
            return null;
        });
        return concerned;
    }

    /** What the command returned may say more. */
    void returned(@Nullable Object result) {
        if (result instanceof ExecutionEntity started && result instanceof ProcessInstance) {
            ids.add(started.getId());
            named = Map.of(started.getId(), new Process(started.getId(), started.getProcessDefinition().getKey(),
                    started.getBusinessKey()));
        } else if (result instanceof BatchEntity batch) {
            var configuration = (BatchConfiguration) context.getProcessEngineConfiguration().getBatchHandlers()
                    .get(batch.getType()).readConfiguration(batch.getConfigurationBytes());
            ids.addAll(configuration.getIds());
            details.add("batch=" + batch.getId());
            named = context.runWithoutAuthorization(() -> look(ids));
        }
    }

    Collection<Process> processes() {
        return named.values();
    }

    int affected() {
        return Math.max(ids.size(), named.size());
    }

    String details() {
        return Text.shortened(details.toString(), 2000);
    }

    private void read(DirectFieldAccessor fields, boolean askQueries) {
        INSTANCES.forEach(field -> ids.addAll(texts(fields, field)));
        texts(fields, "executionId").forEach(this::execution);
        texts(fields, "entityId").forEach(this::execution);
        texts(fields, "entityId").forEach(this::task);
        texts(fields, "taskId").forEach(this::task);
        texts(fields, "taskIds").forEach(this::task);
        if (value(fields, "task") instanceof TaskEntity task) {
            task(task.getId());
        }
        texts(fields, "jobId").forEach(this::job);
        texts(fields, "jobIds").forEach(this::job);
        texts(fields, "incidentId").forEach(this::incident);
        texts(fields, "externalTaskId").forEach(this::externalTask);
        DEFINITIONS.forEach(field -> texts(fields, field).forEach(this::definition));
        texts(fields, "processDefinitionKey").forEach(key -> details.add("process=" + key));
        if (askQueries) {
            QUERIES.stream().map(field -> value(fields, field)).forEach(this::query);
        }
        TOLD.forEach(field -> tell(field, value(fields, field)));
        tellVariables(fields);
        tellSteps(fields);
        NESTED.stream().map(field -> value(fields, field)).filter(each -> each != null)
                .forEach(each -> read(new DirectFieldAccessor(each), askQueries));
    }

    private void tell(String field, @Nullable Object value) {
        if (value instanceof String || value instanceof Number || Boolean.TRUE.equals(value)) {
            details.add(field + "=" + value);
        }
    }

    /** Names only: a value may say something about a customer. */
    private void tellVariables(DirectFieldAccessor fields) {
        var names = new LinkedHashSet<Object>();
        for (var field : List.of("variables", "processVariables")) {
            if (value(fields, field) instanceof Map<?, ?> map) {
                names.addAll(map.keySet());
            }
        }
        for (var field : List.of("variableNames", "deletions")) {
            if (value(fields, field) instanceof Collection<?> some) {
                names.addAll(some);
            }
        }
        if (!names.isEmpty()) {
            details.add("variables=" + names);
        }
    }

    /** What a modification starts and cancels. */
    private void tellSteps(DirectFieldAccessor fields) {
        for (var field : List.of("operations", "instructions")) {
            if (value(fields, field) instanceof List<?> steps) {
                steps.forEach(step -> details.add(step.getClass().getSimpleName().replace("Cmd", "")
                        + texts(new DirectFieldAccessor(step), "activityId")));
            }
        }
    }

    private void execution(String id) {
        var execution = context.getExecutionManager().findExecutionById(id);
        if (execution != null) {
            ids.add(execution.getProcessInstanceId());
        }
    }

    private void task(String id) {
        var task = context.getTaskManager().findTaskById(id);
        if (task != null && task.getProcessInstanceId() != null) {
            ids.add(task.getProcessInstanceId());
        }
    }

    private void job(String id) {
        var job = context.getJobManager().findJobById(id);
        if (job != null && job.getProcessInstanceId() != null) {
            ids.add(job.getProcessInstanceId());
        }
    }

    private void incident(String id) {
        var incident = context.getIncidentManager().findIncidentById(id);
        if (incident != null && incident.getProcessInstanceId() != null) {
            ids.add(incident.getProcessInstanceId());
        }
    }

    private void externalTask(String id) {
        var task = context.getExternalTaskManager().findExternalTaskById(id);
        if (task != null && task.getProcessInstanceId() != null) {
            ids.add(task.getProcessInstanceId());
        }
    }

    private void definition(String id) {
        var definition = context.getProcessDefinitionManager().findLatestProcessDefinitionById(id);
        if (definition != null) {
            details.add("process=" + definition.getKey() + ":" + definition.getVersion());
        }
    }

    private void query(@Nullable Object query) {
        if (query instanceof AbstractQuery<?, ?> processes) {
            ids.addAll(processes.listIds());
        }
    }

    private Map<String, Process> look(Set<String> wanted) {
        var some = wanted.stream().limit(NAMED).toList();
        var found = new LinkedHashMap<String, Process>();
        if (!some.isEmpty()) {
            context.getProcessEngineConfiguration().getHistoryService().createHistoricProcessInstanceQuery()
                    .processInstanceIds(Set.copyOf(some)).listPage(0, NAMED)
                    .forEach(each -> found.put(each.getId(), process(each)));
        }
        return found;
    }

    private static Process process(HistoricProcessInstance instance) {
        return new Process(instance.getId(), instance.getProcessDefinitionKey(), instance.getBusinessKey());
    }

    private static List<String> texts(DirectFieldAccessor fields, String field) {
        var value = value(fields, field);
        if (value instanceof String text) {
            return List.of(text);
        }
        var texts = new ArrayList<String>();
        if (value instanceof Collection<?> many) {
            many.stream().filter(String.class::isInstance).map(String.class::cast).forEach(texts::add);
        }
        return texts;
    }

    @Nullable
    private static Object value(DirectFieldAccessor fields, String field) {
        return fields.isReadableProperty(field) ? fields.getPropertyValue(field) : null;
    }
}
