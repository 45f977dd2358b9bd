package dev.kefu;

import static org.camunda.spin.Spin.JSON;

import dev.kefu.workflow.Accounts;
import dev.kefu.workflow.Groups;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.test.assertions.ProcessEngineTests;
import org.camunda.spin.plugin.variable.SpinValues;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.context.event.EventListener;

/** The people of a test: one in each group, named like the group, and what they do at their desks. */
@TestComponent
public class Department {

    private final Accounts accounts;
    private final ProcessEngine engine;

    Department(Accounts accounts, ProcessEngine engine) {
        this.accounts = accounts;
        this.engine = engine;
    }

    @EventListener(ContextRefreshedEvent.class)
    void hire() {
        Groups.NAMES.forEach((group, name) -> {
            accounts.ensureGroup(group, name);
            accounts.ensureUser(group, name, "", "secret-" + group, List.of(group));
        });
    }

    /** Somebody who is in several groups. */
    public void hireAlso(String person, String... groups) {
        accounts.ensureUser(person, person, "", "secret-" + person, List.of(groups));
    }

    /** Does something as this person, with the rights that they have. */
    public <T> T as(String person, Callable<T> work) {
        ProcessEngineTests.init(engine);
        var result = new AtomicReference<T>();
        accounts.runAs(person, () -> {
            try {
                result.set(work.call());
            } catch (RuntimeException refusal) {
                throw refusal;
            } catch (Exception unexpected) {
                throw new IllegalStateException(unexpected);
            }
        });
        return result.get();
    }

    /** Starts a process with its form, as Tasklist does. */
    public ProcessInstance start(String person, String process, Map<String, Object> variables) {
        return as(person, () -> {
            var definition = engine.getRepositoryService().createProcessDefinitionQuery().processDefinitionKey(process)
                    .latestVersion().singleResult();
            return forms().submitStartForm(definition.getId(), typed(variables));
        });
    }

    /** Claims the open task of the case and submits its form, as Tasklist does. */
    public void complete(String person, String task, String caseNumber, Map<String, Object> variables) {
        var open = openTask(task, caseNumber);
        as(person, () -> {
            tasks().claim(open.getId(), person);
            forms().submitTaskForm(open.getId(), typed(variables));
            return null;
        });
    }

    /** The one open task of this name in the case, also in the processes that it called. */
    public Task openTask(String task, String caseNumber) {
        var open = tasks().createTaskQuery().processInstanceBusinessKey(caseNumber).taskDefinitionKey(task).singleResult();
        if (open == null) {
            throw new AssertionError("There is no open task " + task + " but " + tasks().createTaskQuery()
                    .processInstanceBusinessKey(caseNumber).list().stream().map(Task::getTaskDefinitionKey).toList());
        }
        return open;
    }

    public List<String> openTasks(String caseNumber) {
        return tasks().createTaskQuery().processInstanceBusinessKey(caseNumber).list().stream()
                .map(Task::getTaskDefinitionKey).sorted().toList();
    }

    public List<String> candidateGroups(Task task) {
        return tasks().getIdentityLinksForTask(task.getId()).stream().map(link -> link.getGroupId()).sorted().toList();
    }

    /** Lists become JSON, as Tasklist sends them. */
    private static Map<String, Object> typed(Map<String, Object> variables) {
        var typed = new HashMap<String, Object>();
        variables.forEach((name, value) -> typed.put(name, value instanceof List<?> list
                ? SpinValues.jsonValue(JSON(list).toString()).create() : value));
        return typed;
    }

    private FormService forms() {
        return engine.getFormService();
    }

    private TaskService tasks() {
        return engine.getTaskService();
    }
}
