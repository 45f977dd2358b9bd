package dev.kefu.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kefu.Department;
import dev.kefu.ProcessTest;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricVariableUpdate;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** What auditors find in the engine's history, and where. */
@ProcessTest
@Import(TestApproval.class)
class HouseRecordsTests {

    @Autowired
    Department department;

    @Autowired
    HistoryService history;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    RepositoryService repository;

    @Autowired
    ProcessEngineConfigurationImpl engine;

    @Test
    void keepsTheFirstValueOfADeclaredVariableInTheVariablesOwnRow() {
        var process = start();

        assertThat(kept(process, "subject")).isEqualTo("kettle");
        assertThat(changes(process, "subject")).isEmpty();
    }

    @Test
    void keepsEveryValueOfAVariableThatChanges() {
        var process = start();

        runtime.setVariable(process.getId(), "subject", "cup");
        runtime.setVariable(process.getId(), "subject", "plate");

        assertThat(kept(process, "subject")).isEqualTo("plate");
        assertThat(changes(process, "subject")).containsExactly("kettle", "cup", "plate");
    }

    @Test
    void keepsEveryValueOfAVariableThatChangesTwiceInOneTransaction() {
        var process = start();

        engine.getCommandExecutorTxRequired().execute(context -> {
            runtime.setVariable(process.getId(), "subject", "cup");
            runtime.setVariable(process.getId(), "subject", "plate");
            return null;
        });
        runtime.setVariable(process.getId(), "subject", "bowl");

        assertThat(changes(process, "subject")).containsExactly("kettle", "cup", "plate", "bowl");
    }

    @Test
    void keepsEachStepOfAVariableThatTheHouseDoesNotKnow() {
        var process = start();

        runtime.setVariable(process.getId(), "ofASupervisor", "first");

        assertThat(changes(process, "ofASupervisor")).containsExactly("first");
    }

    @Test
    void saysInTheTasksRowWhoCompletedIt() {
        var process = start();

        department.complete(Groups.MANAGERS, "approveIt", process.getBusinessKey(), Map.of("approved", true));

        var task = history.createHistoricTaskInstanceQuery().processInstanceId(process.getId())
                .taskDefinitionKey("approveIt").singleResult();
        assertThat(task.getAssignee()).isEqualTo(Groups.MANAGERS);
        assertThat(task.getEndTime()).isNotNull();
        assertThat(operations(process)).containsExactly(UserOperationLogEntry.OPERATION_TYPE_CLAIM);
    }

    @Test
    void saysInTheLogWhoCompletedATaskThatNobodyHadTaken() {
        var process = start();
        var open = department.openTask("approveIt", process.getBusinessKey());

        department.as(Groups.MANAGERS, () -> {
            tasks.complete(open.getId(), Map.of("approved", true));
            return null;
        });

        assertThat(history.createUserOperationLogQuery().processInstanceId(process.getId()).list())
                .anySatisfy(entry -> {
                    assertThat(entry.getOperationType()).isEqualTo(UserOperationLogEntry.OPERATION_TYPE_COMPLETE);
                    assertThat(entry.getUserId()).isEqualTo(Groups.MANAGERS);
                });
    }

    @Test
    void saysInTheProcessesRowWhoStartedIt() {
        var process = start();

        assertThat(history.createHistoricProcessInstanceQuery().processInstanceId(process.getId()).singleResult()
                .getStartUserId()).isEqualTo(Groups.AGENTS);
    }

    @Test
    void keepsTheStepsAroundAGatewayAndASubProcessAndNotItsStart() {
        repository.createDeployment().name("gateway").addModelInstance("test-gateway.bpmn",
                Bpmn.createExecutableProcess("test-gateway").camundaHistoryTimeToLiveString("P365D")
                        .startEvent("asked").exclusiveGateway("whichWay")
                        .subProcess("box").embeddedSubProcess().startEvent("opened").endEvent("shut").subProcessDone()
                        .endEvent("done").done()).deploy();

        var process = runtime.startProcessInstanceByKey("test-gateway");

        assertThat(history.createHistoricActivityInstanceQuery().processInstanceId(process.getId()).list())
                .extracting(HistoricActivityInstance::getActivityId).containsExactlyInAnyOrder("asked", "box", "shut", "done");
    }

    private ProcessInstance start() {
        return department.start(Groups.AGENTS, TestApproval.KEY, Map.of("subject", "kettle"));
    }

    private Object kept(ProcessInstance process, String variable) {
        return history.createHistoricVariableInstanceQuery().processInstanceId(process.getId()).variableName(variable)
                .singleResult().getValue();
    }

    private List<Object> changes(ProcessInstance process, String variable) {
        return history.createHistoricDetailQuery().processInstanceId(process.getId()).variableUpdates()
                .orderPartiallyByOccurrence().asc().list().stream()
                .map(HistoricVariableUpdate.class::cast)
                .filter(change -> change.getVariableName().equals(variable))
                .map(HistoricVariableUpdate::getValue).toList();
    }

    private List<String> operations(ProcessInstance process) {
        return history.createUserOperationLogQuery().processInstanceId(process.getId()).list().stream()
                .map(UserOperationLogEntry::getOperationType).toList();
    }
}
