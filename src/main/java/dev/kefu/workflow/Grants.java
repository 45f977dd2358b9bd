package dev.kefu.workflow;

import static org.camunda.bpm.engine.authorization.Authorization.ANY;

import dev.kefu.workflow.Rights.Rows;
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
            var rows = Rows.all(authorizations);
            administrators(rows);
            staff(rows);
            supervisors(rows);
            auditors(rows);
            starters(rows);
            processes(rows);
            return null;
        });
    }

    private static void administrators(Rows rows) {
        for (var resource : Resources.values()) {
            rows.allow(Groups.ADMINISTRATORS, resource, ANY, Permissions.ALL);
        }
    }

    /** The Tasklist, and the names of colleagues that it shows. */
    private static void staff(Rows rows) {
        Groups.NAMES.keySet().stream()
                .filter(group -> !group.equals(Groups.INTEGRATIONS))
                .forEach(group -> {
                    rows.allow(group, Resources.APPLICATION, "tasklist", Permissions.ACCESS);
                    rows.allow(group, Resources.USER, ANY, Permissions.READ);
                });
    }

    private static void supervisors(Rows rows) {
        rows.allow(Groups.SUPERVISORS, Resources.DEPLOYMENT, ANY,
                Permissions.READ, Permissions.CREATE);
        readersOfAll(rows, Groups.SUPERVISORS);
    }

    private static void auditors(Rows rows) {
        rows.allow(Groups.AUDITORS, Resources.DEPLOYMENT, ANY, Permissions.READ);
        rows.allow(Groups.AUDITORS, Resources.OPERATION_LOG_CATEGORY, ANY,
                UserOperationLogCategoryPermissions.READ);
        readersOfAll(rows, Groups.AUDITORS);
    }

    private static void readersOfAll(Rows rows, String group) {
        rows.allow(group, Resources.APPLICATION, "cockpit", Permissions.ACCESS);
        rows.allow(group, Resources.PROCESS_DEFINITION, ANY, Rights.onEveryProcess(group));
        rows.allow(group, Resources.DECISION_DEFINITION, ANY,
                Permissions.READ, Permissions.READ_HISTORY);
        rows.allow(group, Resources.DECISION_REQUIREMENTS_DEFINITION, ANY, Permissions.READ);
    }

    private void starters(Rows rows) {
        processes.startable().values().stream()
                .flatMap(process -> process.starters().stream())
                .distinct()
                .forEach(group -> rows.allow(group, Resources.PROCESS_INSTANCE, ANY,
                        Permissions.CREATE));
    }

    private void processes(Rows rows) {
        var deployed = Context.getProcessEngineConfiguration().getDeploymentCache();
        repository.createProcessDefinitionQuery().latestVersion().list().stream()
                .map(each -> deployed.findDeployedProcessDefinitionById(each.getId()))
                .forEach(model -> rights.ofProcess(rows, model));
    }
}
