package dev.kefu.workflow;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who works on which kind of case: as its process declares it, and as the latest model gives its tasks, also those of the
 * processes that it calls. A supervisor who gives a task to another group lets that group see the cases.
 */
@Component
public class CaseWorkers {

    private static final int MOST_BY_TASK = 10_000;

    private final RepositoryService repository;
    private final HouseCommands house;
    private final ObjectProvider<CaseProcess> declared;
    private final JdbcClient jdbc;

    CaseWorkers(@Lazy RepositoryService repository, HouseCommands house, ObjectProvider<CaseProcess> declared,
            JdbcClient jdbc) {
        this.repository = repository;
        this.house = house;
        this.declared = declared;
        this.jdbc = jdbc;
    }

    /** The groups whose members start, work on, watch, or send messages to cases of this kind. */
    public Set<String> groupsOf(String kind) {
        return house.run(() -> {
            var groups = new HashSet<String>();
            collect(kind, groups, new HashSet<>());
            return groups;
        });
    }

    /** Tells of the groups of a person whether they may answer for cases of this kind (ORG-4); programs and auditors never. */
    public Predicate<Set<String>> answeringFor(String kind) {
        var suited = groupsOf(kind);
        return groups -> groups.stream().anyMatch(suited::contains)
                && !groups.contains(Groups.AUDITORS) && !groups.contains(Groups.INTEGRATIONS);
    }

    /** The kinds of cases that these groups work on. */
    public Set<String> kindsOf(Collection<String> groups) {
        return kinds(groups, process -> true);
    }

    /**
     * The numbers of the cases in which somebody has an open task, or may take one: of an older model, or one that a table
     * gave to a group that no declaration names.
     *
     * @param besides cases of these kinds are not looked for
     */
    public Set<String> casesByTask(String person, Collection<String> groups, Collection<String> besides) {
        return Set.copyOf(jdbc.sql("""
                        select distinct p.BUSINESS_KEY_ from ACT_RU_TASK t
                        join ACT_RU_EXECUTION p on p.ID_ = t.PROC_INST_ID_
                        join ACT_RU_EXECUTION r on r.ID_ = p.ROOT_PROC_INST_ID_
                        join ACT_RE_PROCDEF d on d.ID_ = r.PROC_DEF_ID_
                        where p.BUSINESS_KEY_ is not null and d.KEY_ not in (:besides)
                        and (t.ASSIGNEE_ = :person or t.ID_ in (select l.TASK_ID_ from ACT_RU_IDENTITYLINK l
                            where l.TYPE_ = 'candidate' and l.GROUP_ID_ in (:groups)))
                        fetch first :most rows only
                        """)
                .param("besides", besides.isEmpty() ? List.of("") : besides)
                .param("person", person)
                .param("groups", groups.isEmpty() ? List.of("") : groups)
                .param("most", MOST_BY_TASK)
                .query(String.class).set());
    }

    /** Whether these groups work on cases about what customers bought. */
    public boolean workOnOrders(Collection<String> groups) {
        return !kinds(groups, process -> process.isAboutOrders() && !process.starters().isEmpty()).isEmpty();
    }

    private Set<String> kinds(Collection<String> groups, Predicate<CaseProcess> wanted) {
        return declared.stream()
                .filter(wanted)
                .map(CaseProcess::key)
                .filter(kind -> groupsOf(kind).stream().anyMatch(groups::contains))
                .collect(Collectors.toUnmodifiableSet());
    }

    private void collect(String key, Set<String> groups, Set<String> seen) {
        if (!seen.add(key)) {
            return;
        }
        declared.stream().filter(process -> process.key().equals(key))
                .forEach(process -> groups.addAll(process.everybody()));
        latestModel(key).ifPresent(model -> {
            model.getModelElementsByType(UserTask.class).stream()
                    .flatMap(task -> task.getCamundaCandidateGroupsList().stream())
                    .filter(group -> !group.contains("{"))
                    .forEach(groups::add);
            model.getModelElementsByType(CallActivity.class).stream()
                    .map(CallActivity::getCalledElement)
                    .filter(called -> called != null && !called.contains("{"))
                    .forEach(called -> collect(called, groups, seen));
        });
    }

    private Optional<BpmnModelInstance> latestModel(String key) {
        return Optional.ofNullable(repository.createProcessDefinitionQuery().processDefinitionKey(key).latestVersion()
                .singleResult()).map(ProcessDefinition::getId).map(repository::getBpmnModelInstance);
    }
}
