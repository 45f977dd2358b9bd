package dev.kefu.people;

import dev.kefu.workflow.Accounts;
import dev.kefu.workflow.Groups;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Who the department's people are: their grade and who shares a group with them (ORG-1, ORG-2). */
@Component
public class People {

    private final Accounts accounts;

    People(Accounts accounts) {
        this.accounts = accounts;
    }

    /** The group of the person's grade, the highest if several; empty for neighbours, posts only and strangers. */
    public Optional<String> gradeOf(String userId) {
        var groups = accounts.groupsOf(userId);
        return Groups.GRADES.stream().filter(groups::contains).reduce((lower, higher) -> higher);
    }

    /** The user ids of a group's members. */
    public List<String> membersOf(String group) {
        return accounts.membersOf(group);
    }
}
