package dev.kefu.workflow;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.AuthorizationQuery;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Writes the engine's authorizations: one row for each group and thing, never one for each task. A row only ever gains
 * rights here. To take a right away for good, take the person out of the group.
 */
class Rights {

    /** To see a task in a list with its case number, its form and its diagram. */
    private static final Set<Permission> SEE = Set.of(ProcessDefinitionPermissions.READ,
            ProcessDefinitionPermissions.READ_INSTANCE, ProcessDefinitionPermissions.READ_TASK,
            ProcessDefinitionPermissions.READ_INSTANCE_VARIABLE, ProcessDefinitionPermissions.READ_TASK_VARIABLE);

    private final ObjectProvider<CaseProcess> declared;

    Rights(ObjectProvider<CaseProcess> declared) {
        this.declared = declared;
    }

    /**
     * Gives the groups of a process what their part in it needs. Which tasks exactly a person may work on is decided for
     * each task by {@link TaskRights}.
     */
    void ofProcess(Rows rows, ProcessDefinitionEntity model) {
        var rights = new RightsByGroup();
        model.getTaskDefinitions().values().stream()
                .map(TaskDefinition::getCandidateGroupIdExpressions)
                .flatMap(Collection::stream)
                .filter(group -> group.isLiteralText())
                .forEach(group -> rights.work(group.getExpressionText()));
        declared.stream().filter(process -> process.key().equals(model.getKey())).forEach(process -> {
            process.furtherWorkers().forEach(rights::work);
            process.watchers().forEach(group -> rights.add(group, SEE, ProcessDefinitionPermissions.TASK_ASSIGN));
            process.starters().forEach(group -> rights.add(group, Set.of(ProcessDefinitionPermissions.READ),
                    ProcessDefinitionPermissions.CREATE_INSTANCE));
        });
        rights.forEach((group, permissions) -> {
            // What a group may everywhere needs no second row: the engine's queries join each of them
            permissions.removeAll(onEveryProcess(group));
            if (!permissions.isEmpty()) {
                rows.allow(group, Resources.PROCESS_DEFINITION, model.getKey(), permissions);
            }
        });
    }

    /** What these groups may with any process, also with those that supervisors add. */
    static Set<Permission> onEveryProcess(String group) {
        return switch (group) {
            case Groups.SUPERVISORS -> Set.of(ProcessDefinitionPermissions.READ,
                    ProcessDefinitionPermissions.READ_INSTANCE, ProcessDefinitionPermissions.READ_INSTANCE_VARIABLE,
                    ProcessDefinitionPermissions.READ_HISTORY, ProcessDefinitionPermissions.READ_HISTORY_VARIABLE);
            // Not the variables of running cases: they hold what people write, until a step takes it (CUS-4)
            case Groups.AUDITORS -> Set.of(ProcessDefinitionPermissions.READ,
                    ProcessDefinitionPermissions.READ_INSTANCE, ProcessDefinitionPermissions.READ_TASK,
                    ProcessDefinitionPermissions.READ_HISTORY, ProcessDefinitionPermissions.READ_HISTORY_VARIABLE);
            case Groups.ADMINISTRATORS -> Set.of(ProcessDefinitionPermissions.values());
            default -> Set.of();
        };
    }

    /** The rows that are there, read once: at every start nearly all of them are. */
    static class Rows {

        private final AuthorizationService authorizations;
        private final Map<List<Object>, Authorization> byHolder = new HashMap<>();

        private Rows(AuthorizationService authorizations, AuthorizationQuery wanted) {
            this.authorizations = authorizations;
            wanted.authorizationType(Authorization.AUTH_TYPE_GRANT).list().stream()
                    .filter(row -> row.getGroupId() != null)
                    .forEach(row -> byHolder.put(key(row.getGroupId(), row.getResourceType(), row.getResourceId()), row));
        }

        static Rows all(AuthorizationService authorizations) {
            return new Rows(authorizations, authorizations.createAuthorizationQuery());
        }

        static Rows of(AuthorizationService authorizations, Resource resource, String id) {
            return new Rows(authorizations, authorizations.createAuthorizationQuery().resourceType(resource).resourceId(id));
        }

        void allow(String group, Resource resource, String id, Permission... permissions) {
            allow(group, resource, id, Arrays.asList(permissions));
        }

        void allow(String group, Resource resource, String id, Collection<Permission> permissions) {
            var row = byHolder.computeIfAbsent(key(group, resource.resourceType(), id), missing -> {
                var created = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
                created.setGroupId(group);
                created.setResource(resource);
                created.setResourceId(id);
                created.setPermissions(new Permission[] {Permissions.NONE});
                return created;
            });
            var missing = new LinkedHashSet<>(permissions);
            missing.removeIf(row::isPermissionGranted);
            if (!missing.isEmpty()) {
                missing.forEach(row::addPermission);
                authorizations.saveAuthorization(row);
            }
        }

        private static List<Object> key(String group, int resourceType, String id) {
            return List.of(group, resourceType, id);
        }
    }

    private static class RightsByGroup extends TreeMap<String, Set<Permission>> {

        void work(String group) {
            add(group, SEE, ProcessDefinitionPermissions.TASK_WORK);
        }

        void add(String group, Set<Permission> permissions, Permission further) {
            var all = computeIfAbsent(group, unknown -> new LinkedHashSet<>());
            all.addAll(permissions);
            all.add(further);
        }
    }
}
