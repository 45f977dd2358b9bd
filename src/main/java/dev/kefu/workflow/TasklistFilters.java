package dev.kefu.workflow;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The filters that people find in Tasklist. Each is made once, by its name; what an administrator changes afterwards stays.
 * Everybody sees the first three, whose results differ with who looks; the team's are for leaders.
 */
@Component
@Order(400)
class TasklistFilters implements StartUpStep {

    private static final String ME = "${currentUser()}";
    private static final String MY_GROUPS = "${currentUserGroups()}";
    private static final String NOW = "${now()}";

    private final FilterService filters;
    private final TaskService tasks;
    private final AuthorizationService authorizations;
    private final HouseCommands house;

    TasklistFilters(FilterService filters, TaskService tasks, AuthorizationService authorizations,
            HouseCommands house) {
        this.filters = filters;
        this.tasks = tasks;
        this.authorizations = authorizations;
        this.house = house;
    }

    @Override
    public void run() {
        house.run(() -> {
            forEverybody("My tasks", "#2b7a4b", 10, byDueDate().taskAssigneeExpression(ME));
            forEverybody("My groups' tasks", "#2f6fb3", 20, byDueDate()
                    .taskCandidateGroupInExpression(MY_GROUPS).taskUnassigned());
            forEverybody("Overdue", "#b3261e", 30, byDueDate()
                    .taskCandidateGroupInExpression(MY_GROUPS).includeAssignedTasks().dueBeforeExpression(NOW));
            forLeaders("The team's tasks", "#8a6d1d", 40, byDueDate());
            return null;
        });
    }

    private TaskQuery byDueDate() {
        return tasks.createTaskQuery().orderByDueDate().asc();
    }

    private void forEverybody(String name, String colour, int position, TaskQuery query) {
        leaveToTheCards(name, colour, position);
        if (isMissing(name)) {
            var readable = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GLOBAL);
            readable.setResource(Resources.FILTER);
            readable.setResourceId(create(name, colour, position, query));
            readable.addPermission(Permissions.READ);
            authorizations.saveAuthorization(readable);
        }
    }

    private void forLeaders(String name, String colour, int position, TaskQuery query) {
        leaveToTheCards(name, colour, position);
        if (isMissing(name)) {
            var id = create(name, colour, position, query);
            var rows = Rights.Rows.of(authorizations, Resources.FILTER, id);
            Groups.LEADERS.forEach(group -> rows.allow(group, Resources.FILTER, id, Permissions.READ));
        }
    }

    private boolean isMissing(String name) {
        return filters.createTaskFilterQuery().filterName(name).count() == 0;
    }

    private String create(String name, String colour, int position, TaskQuery query) {
        var filter = filters.newTaskFilter(name);
        filter.setQuery(query);
        filter.setProperties(properties(colour, position));
        return filters.saveFilter(filter).getId();
    }

    private static Map<String, Object> properties(String colour, int position) {
        return Map.of("color", colour, "priority", position, "refresh", true, "showUndefinedVariable", false);
    }

    /**
     * The house's cards tell case and order ({@code POST /api/cases/cards}); filters of ours that still show the variables
     * beside them, as they did before there were cards, show them no more. One that an administrator changed stays.
     */
    private void leaveToTheCards(String name, String colour, int position) {
        var before = new HashMap<>(properties(colour, position));
        before.put("variables", List.of(Map.of("name", "caseNumber", "label", "Case"),
                Map.of("name", "orderNumber", "label", "Order")));
        filters.createTaskFilterQuery().filterName(name).list().stream()
                .filter(filter -> before.equals(filter.getProperties()))
                .forEach(filter -> {
                    filter.setProperties(properties(colour, position));
                    filters.saveFilter(filter);
                });
    }
}
