package dev.kefu.couriers.web;

import dev.kefu.workflow.Actors;
import dev.kefu.workflow.Groups;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Who may do what with couriers and their tables (SHP-3, PAR-4). */
@Component
class CourierRights {

    private static final String[] KEEPERS = {Groups.SUPERVISORS, Groups.PLATFORM_MANAGERS};
    /** Who asks couriers on the telephone, and looks at their web sites. */
    private static final String[] ASKERS = Stream.concat(Stream.concat(Stream.of(KEEPERS), Stream.of(Groups.ORDER_CLERKS)),
            Groups.CUSTOMER_STAFF.stream().sorted()).distinct().toArray(String[]::new);

    private final Actors actors;

    CourierRights(Actors actors) {
        this.actors = actors;
    }

    boolean keepsTables() {
        return actors.isIn(KEEPERS) || actors.isIn(Groups.ADMINISTRATORS);
    }

    boolean notesCoverage() {
        return actors.isIn(ASKERS) || actors.isIn(Groups.ADMINISTRATORS);
    }

    void requireKeeper() {
        actors.requireAnyOf(KEEPERS);
    }

    void requireAsker() {
        actors.requireAnyOf(ASKERS);
    }
}
