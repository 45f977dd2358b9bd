package dev.kefu.notices;

import dev.kefu.workflow.Standing;
import java.util.ArrayList;
import java.util.List;

/** Whom a notice is for, as it stands in the table: a person or a group. The two can't be mistaken for each other. */
final class Audience {

    private Audience() {
    }

    static String person(String id) {
        return "person:" + id;
    }

    static String group(String id) {
        return "group:" + id;
    }

    /** All under which somebody is told something now. */
    static List<String> of(Standing standing) {
        var all = new ArrayList<String>();
        all.add(person(standing.person()));
        standing.groups().stream().sorted().map(Audience::group).forEach(all::add);
        return all;
    }
}
