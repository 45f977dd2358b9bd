package dev.kefu.people;

import dev.kefu.workflow.Accounts;
import dev.kefu.workflow.Groups;
import dev.kefu.workflow.StartUpStep;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Sees to it that every group of the department exists (ORG-4). */
@Component
@Order(100)
class DepartmentGroups implements StartUpStep {

    private final Accounts accounts;

    DepartmentGroups(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public void run() {
        accounts.ensureGroup(Groups.ADMINISTRATORS, "Administrators");
        Groups.NAMES.forEach(accounts::ensureGroup);
    }
}
