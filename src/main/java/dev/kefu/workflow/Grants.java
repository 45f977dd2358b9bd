package dev.kefu.workflow;

import static org.camunda.bpm.engine.authorization.Authorization.ANY;

import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.authorization.UserOperationLogCategoryPermissions;
import org.camunda.bpm.engine.impl.context.Context;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Who may do what in the engine and its web applications. The table stands in the README. */
@Component
@Order(300)
class Grants implements StartUpStep {

    private final AuthorizationService authorizations;
    private final RepositoryService repository;
    private final HouseCommands house;
    private final Processes processes;
    private final Rights rights;

    Grants(AuthorizationService authorizations, RepositoryService repository, HouseCommands house,
            Processes processes, Rights rights) {
        this.authorizations = authorizations;
        this.repository = repository;
        this.house = house;
        this.processes = processes;
        this.rights = rights;
    }

    @Override
    public void run() {
        house.run(() -> {
            administrators();
            staff();
            supervisors();
            auditors();
            starters();
            processes();
            return null;
        });
    }

    private void administrators() {
        for (var resource : Resources.values()) {
            Rights.allow(authorizations, Groups.ADMINISTRATORS, resource, ANY, Permissions.ALL);
        }
    }

    /** The Tasklist, and the names of colleagues that it shows. */
    private void staff() {
        Groups.NAMES.keySet().stream()
                .filter(group -> !group.equals(Groups.INTEGRATIONS))
                .forEach(group -> {
                    Rights.allow(authorizations, group, Resources.APPLICATION, "tasklist", Permissions.ACCESS);
                    Rights.allow(authorizations, group, Resources.USER, ANY, Permissions.READ);
                });
    }

    private void supervisors() {
        Rights.allow(authorizations, Groups.SUPERVISORS, Resources.DEPLOYMENT, ANY,
                Permissions.READ, Permissions.CREATE);
        readersOfAll(Groups.SUPERVISORS);
    }

    private void auditors() {
        Rights.allow(authorizations, Groups.AUDITORS, Resources.DEPLOYMENT, ANY, Permissions.READ);
        Rights.allow(authorizations, Groups.AUDITORS, Resources.OPERATION_LOG_CATEGORY, ANY,
                UserOperationLogCategoryPermissions.READ);
        readersOfAll(Groups.AUDITORS);
    }

    private void readersOfAll(String group) {
        Rights.allow(authorizations, group, Resources.APPLICATION, "cockpit", Permissions.ACCESS);
        Rights.allow(authorizations, group, Resources.PROCESS_DEFINITION, ANY, Rights.onEveryProcess(group));
        Rights.allow(authorizations, group, Resources.DECISION_DEFINITION, ANY,
                Permissions.READ, Permissions.READ_HISTORY);
        Rights.allow(authorizations, group, Resources.DECISION_REQUIREMENTS_DEFINITION, ANY, Permissions.READ);
    }

    private void starters() {
        processes.startable().values().stream()
                .flatMap(process -> process.starters().stream())
                .distinct()
                .forEach(group -> Rights.allow(authorizations, group, Resources.PROCESS_INSTANCE, ANY,
                        Permissions.CREATE));
    }

    private void processes() {
        var deployed = Context.getProcessEngineConfiguration().getDeploymentCache();
        repository.createProcessDefinitionQuery().latestVersion().list().stream()
                .map(each -> deployed.findDeployedProcessDefinitionById(each.getId()))
                .forEach(model -> rights.ofProcess(authorizations, model));
    }
}
