package dev.kefu.workflow;

import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;

/**
 * A small process of every kind of right: anybody of the agents asks, and a manager approves; whether the finance
 * department may approve too is known only at run time.
 */
@TestConfiguration(proxyBeanMethods = false)
public class TestApproval {

    public static final String KEY = "test-approval";

    /** What the test promises about the process. */
    static class Declaration extends CaseProcess {

        Declaration() {
            super(KEY);
            startedBy(Set.of(Groups.AGENTS, Groups.MANAGERS));
            watchedBy(Groups.LEADERS);
            alsoWorkedBy(Set.of(Groups.FINANCE));
            startsWith().needs(ProcessVariable.text("subject")).mayHave(ProcessVariable.wholeNumber("pieces"));
            task("approveIt").needs(ProcessVariable.flag("approved")).mayHave(ProcessVariable.freeText("note"));
            keepsForItself(ProcessVariable.text("caseNumber"));
        }
    }

    @Bean
    CaseProcess testApproval() {
        return new Declaration();
    }

    /** Opens the case: the number counts up, so that every process has its own. */
    @Bean
    JavaDelegate openTestCase() {
        var counter = new AtomicLong();
        return execution -> {
            var number = "KF-2026-%06d".formatted(counter.incrementAndGet());
            execution.setProcessBusinessKey(number);
            execution.setVariable("caseNumber", number);
            execution.setVariable("orderNumber", "SO-" + execution.getVariable("subject"));
            execution.setVariable("approver", Groups.FINANCE);
        };
    }

    @Bean
    @Order(0)
    StartUpStep deployTestApproval(RepositoryService repository) {
        return () -> repository.createDeployment().name("test").addModelInstance(KEY + ".bpmn", model(Groups.MANAGERS))
                .enableDuplicateFiltering(true).deploy();
    }

    static BpmnModelInstance model(String approvers) {
        return Bpmn.createExecutableProcess(KEY).name("Approval").camundaHistoryTimeToLiveString("P365D")
                .startEvent("asked")
                .serviceTask("openTestCase").camundaDelegateExpression("${openTestCase}")
                .userTask("approveIt").name("Approve it").camundaCandidateGroups(approvers)
                .camundaDueDate("${dateTime().plusDays(1).toDate()}")
                .userTask("confirmIt").name("Confirm it").camundaCandidateGroups("${approver}")
                .endEvent("done")
                .done();
    }
}
