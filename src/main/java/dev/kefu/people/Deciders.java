package dev.kefu.people;

import dev.kefu.shared.RuleViolation;
import dev.kefu.workflow.Actors;
import dev.kefu.workflow.Groups;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Who decides on what somebody asked for: never the asker (ORG-4). The group is found when the decision is asked for, and
 * stays with the case: who joins or leaves a group meanwhile does not change who was asked.
 */
@Component
public class Deciders {

    private final People people;
    private final Actors actors;

    Deciders(People people, Actors actors) {
        this.people = people;
        this.actors = actors;
    }

    /**
     * The group or, if nobody but the askers is in it, the next higher one.
     *
     * @param group one that {@link People#isOnLadder}
     * @param field the process variable that names the group
     * @throws RuleViolation if nobody is left who could decide
     */
    public String groupFor(String group, Set<String> askers, String field) {
        return people.groupWithSomebodyElse(group, askers).orElseThrow(() -> new RuleViolation(field, "ORG-4",
                "Nobody but the askers is in " + Groups.inWords(group) + " or above; add somebody who can decide."));
    }

    /**
     * @param group the one that was asked
     * @param field what the acting person decides
     * @param rule  which says who decides
     * @throws RuleViolation if the acting person asked for it, or is none of those who were asked
     */
    public void requireDecider(String group, Set<String> askers, String field, String rule) {
        if (askers.contains(actors.current())) {
            throw new RuleViolation(field, "ORG-4", actors.current() + " asked for this; somebody else has to decide on it.");
        }
        if (!actors.isIn(group)) {
            throw new RuleViolation(field, rule, "This is decided on by " + Groups.inWords(group) + ".");
        }
    }
}
