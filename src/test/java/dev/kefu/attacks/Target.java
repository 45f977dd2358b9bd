package dev.kefu.attacks;

import dev.kefu.Caller;
import dev.kefu.Caller.Answer;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.camunda.bpm.cockpit.Cockpit;
import org.camunda.bpm.cockpit.impl.DefaultCockpitRuntimeDelegate;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngines;

/** A running application with the department's people in it, which somebody attacks. */
abstract class Target {

    private final List<Answer> answers = new ArrayList<>();

    /**
     * A return that waits.
     *
     * @param process the instance that the task is in, which is not the return's for the tasks of its refund
     */
    record Waiting(String caseNumber, String process, String task) {

        String taskPath() {
            return "/engine-rest/task/" + task;
        }
    }

    abstract int port();

    /** For preparations, and to see what an attack did. */
    abstract ProcessEngine engine();

    /** A new return of an ordinary customer that waits at this task, which nobody has taken. */
    abstract Waiting returnAt(String task);

    /** A start of a return that is in order. */
    abstract Map<String, Object> startVariables();

    Caller anonymous() {
        return Caller.anonymous(port()).seenBy(answers::add);
    }

    Caller as(String user) {
        return Caller.as(port(), user).seenBy(answers::add);
    }

    Caller with(String user, String password) {
        return Caller.withPassword(port(), user, password).seenBy(answers::add);
    }

    Caller inTasklist(String user) {
        return Caller.inTasklist(port(), user).seenBy(answers::add);
    }

    /** What was answered since it was asked for last. */
    List<Answer> answers() {
        var seen = List.copyOf(answers);
        answers.clear();
        return seen;
    }

    /** How many rows each of the engine's tables has, except where it counts what it does. */
    Map<String, Long> rows() {
        return engine().getManagementService().getTableCount().entrySet().stream()
                .filter(table -> !table.getKey().endsWith("METER_LOG"))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The engine's REST API and web applications look their engine up in one list for the whole JVM. */
    void enter() {
        ProcessEngines.registerProcessEngine(engine());
        Cockpit.setCockpitRuntimeDelegate(new DefaultCockpitRuntimeDelegate());
        answers.clear();
    }

    Waiting waiting(String caseNumber, String task) {
        var open = engine().getTaskService().createTaskQuery().processInstanceBusinessKey(caseNumber)
                .taskDefinitionKey(task).singleResult();
        if (open == null) {
            throw new IllegalStateException("The return " + caseNumber + " does not wait at " + task);
        }
        return new Waiting(caseNumber, open.getProcessInstanceId(), open.getId());
    }

    boolean isOpen(Waiting waiting) {
        return engine().getTaskService().createTaskQuery().taskId(waiting.task()).count() == 1;
    }

    /** Does something while no administrator is a member of the group, and lets them back. */
    <T> T withoutAdministrators(Supplier<T> work) {
        var members = engine().getIdentityService().createUserQuery().memberOfGroup("camunda-admin").list();
        try {
            sql("delete from ACT_ID_MEMBERSHIP where GROUP_ID_ = 'camunda-admin'");
            return work.get();
        } finally {
            members.forEach(member -> sql("insert into ACT_ID_MEMBERSHIP (USER_ID_, GROUP_ID_) values ('"
                    + member.getId() + "', 'camunda-admin')"));
        }
    }

    private void sql(String statement) {
        try (var connection = engine().getProcessEngineConfiguration().getDataSource().getConnection();
                var sql = connection.createStatement()) {
            sql.execute(statement);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
