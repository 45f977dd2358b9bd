package dev.kefu.people;

import dev.kefu.workflow.Accounts;
import dev.kefu.workflow.Groups;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Who the department's people are: their grade and who shares a group with them (ORG-1, ORG-2). */
@Component
public class People {

    /** Whom to ask when a group holds nobody but the askers, from the lowest to the highest (AUT-3). */
    private static final List<String> LADDER = List.of(Groups.TEAM_LEADERS, Groups.MANAGERS, Groups.SUPERVISORS,
            Groups.MARKETING_VP, Groups.GENERAL_OFFICE);

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

    /** Whether there is a next higher group to pass a decision on to. */
    public boolean isOnLadder(String group) {
        return LADDER.contains(group);
    }

    /**
     * The group, or the next higher one if it holds nobody but the askers (ORG-4); empty if nobody is left above either.
     *
     * @param group one that {@link #isOnLadder}
     */
    public Optional<String> groupWithSomebodyElse(String group, Set<String> askers) {
        return LADDER.subList(LADDER.indexOf(group), LADDER.size()).stream()
                .filter(each -> membersOf(each).stream().anyMatch(member -> !askers.contains(member)))
                .findFirst();
    }
}
