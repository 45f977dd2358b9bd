package dev.kefu.workflow;

import dev.kefu.workflow.gate.House;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.context.Context;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationContext;
import org.springframework.lang.Nullable;

/** What models may refer to: the beans of the application, its declared processes and the engine's decisions. */
class KnownHouse implements House {

    private final ApplicationContext beans;
    private final ObjectProvider<CaseProcess> processes;

    KnownHouse(ApplicationContext beans, ObjectProvider<CaseProcess> processes) {
        this.beans = beans;
        this.processes = processes;
    }

    /** The bean that carries out the service task of this name, null if there is none. */
    @Nullable
    Object serviceTask(String name) {
        return isServiceTask(name) ? beans.getBean(name) : null;
    }

    @Override
    public boolean isServiceTask(String name) {
        return beans.containsBean(name) && beans.isTypeMatch(name, JavaDelegate.class);
    }

    @Override
    public boolean isTaskListener(String name) {
        return isServiceTask(name) && beans.isTypeMatch(name, TaskListener.class);
    }

    /** Asked while a deployment runs, hence inside a command. */
    @Override
    public boolean hasDecision(String id) {
        return Context.getCommandContext().getDecisionDefinitionManager()
                .findLatestDecisionDefinitionByKeyAndTenantId(id, null) != null;
    }

    @Override
    public boolean isStartedByPeople(String process) {
        return processes.stream().anyMatch(each -> each.key().equals(process) && !each.starters().isEmpty());
    }
}
