package dev.kefu.workflow;

import dev.kefu.shared.Forbidden;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Who is acting now: the person whose request or task completion runs this code. */
@Component
public class Actors {

    /** Stands in histories where the house itself acted, for example a timer. */
    public static final String HOUSE = "kefu";

    private final IdentityService identity;

    Actors(@Lazy IdentityService identity) {
        this.identity = identity;
    }

    /** The user id; {@link #HOUSE} if no person stands behind what happens. */
    public String current() {
        return person().orElse(HOUSE);
    }

    /** The user id of the acting person, empty if the house itself acts. */
    public Optional<String> person() {
        var authentication = identity.getCurrentAuthentication();
        return authentication == null ? Optional.empty() : Optional.ofNullable(authentication.getUserId());
    }

    public List<String> groups() {
        var authentication = identity.getCurrentAuthentication();
        return authentication == null || authentication.getGroupIds() == null
                ? List.of() : List.copyOf(authentication.getGroupIds());
    }

    public boolean isIn(String... groups) {
        var mine = groups();
        return Arrays.stream(groups).anyMatch(mine::contains);
    }

    /** @throws Forbidden if the acting person is in none of the groups and is no administrator */
    public void requireAnyOf(String... groups) {
        if (!isIn(groups) && !isIn(Groups.ADMINISTRATORS)) {
            throw new Forbidden("This needs a member of " + Groups.inWords(List.of(groups)) + ".");
        }
    }
}
