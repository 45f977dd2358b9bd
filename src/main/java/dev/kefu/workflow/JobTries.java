package dev.kefu.workflow;

import dev.kefu.shared.CaseNumber;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.bpmn.parser.DefaultFailedJobParseListener;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** How often the engine will still try an asynchronous step, so that the step can end in words and not as an incident. */
@Component
public class JobTries {

    private final RuntimeService runtime;
    private final ManagementService jobs;
    private final HouseCommands house;

    JobTries(@Lazy RuntimeService runtime, @Lazy ManagementService jobs, HouseCommands house) {
        this.runtime = runtime;
        this.jobs = jobs;
        this.house = house;
    }

    /** Whether a step of the case's process failed for good, so that nobody tries it again by itself. */
    public boolean areUsedUp(CaseNumber caseNumber, String processKey) {
        return house.run(() -> runtime.createProcessInstanceQuery().processInstanceBusinessKey(caseNumber.value())
                .processDefinitionKey(processKey).list().stream()
                .anyMatch(running -> jobs.createJobQuery().processInstanceId(running.getProcessInstanceId())
                        .noRetriesLeft().count() > 0));
    }

    /** Whether a step of the case is about to be done by itself. */
    boolean areDue(CaseNumber caseNumber) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(caseNumber.value()).list().stream()
                .anyMatch(running -> jobs.createJobQuery().processInstanceId(running.getProcessInstanceId()).messages()
                        .withRetriesLeft().count() > 0);
    }

    /** Whether nobody tries the running step again if it fails now; so too where no job runs it. */
    public boolean isLast() {
        var context = Context.getCommandContext();
        var job = context == null ? null : context.getCurrentJob();
        return job == null || (isFirst(job) ? planned(job) : job.getRetries()) <= 1;
    }

    /** As the engine tells it, which plans the tries only when the first one has failed. */
    private static boolean isFirst(JobEntity job) {
        return job.getExceptionByteArrayId() == null && job.getExceptionMessage() == null;
    }

    private static int planned(JobEntity job) {
        if (job.getProcessDefinitionId() == null) {
            return job.getRetries();
        }
        var definition = Context.getProcessEngineConfiguration().getDeploymentCache()
                .findDeployedProcessDefinitionById(job.getProcessDefinitionId());
        var activity = definition.findActivity(job.getActivityId());
        var plan = activity == null ? null
                : activity.getProperties().get(DefaultFailedJobParseListener.FAILED_JOB_CONFIGURATION);
        return plan == null || plan.getExpression() != null ? job.getRetries() : plan.getRetries();
    }
}
