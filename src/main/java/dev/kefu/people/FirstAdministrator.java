package dev.kefu.people;

import dev.kefu.shared.KnownPasswords;
import dev.kefu.shared.StartRefused;
import dev.kefu.workflow.Accounts;
import dev.kefu.workflow.Groups;
import dev.kefu.workflow.StartUpStep;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/**
 * Makes the first administrator from the environment ({@code KEFU_ADMIN_ID}, {@code KEFU_ADMIN_PASSWORD}) while there is
 * none, and gives access back when the password is lost: with {@code KEFU_ADMIN_RESET=true} the account gets the password
 * from the environment at the start, and is an administrator again. Its password is none that everybody knows. In the
 * profile {@code prod} nothing starts without an administrator, nor while anybody has such a password.
 */
@Component
@Order(200)
class FirstAdministrator implements StartUpStep {

    private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrator.class);

    private final Accounts accounts;
    private final Environment environment;
    private final String id;
    private final String password;
    private final boolean isReset;

    FirstAdministrator(Accounts accounts, Environment environment, @Value("${kefu.admin.id:}") String id,
            @Value("${kefu.admin.password:}") String password, @Value("${kefu.admin.reset:false}") boolean isReset) {
        this.accounts = accounts;
        this.environment = environment;
        this.id = id;
        this.password = password;
        this.isReset = isReset;
    }

    @Override
    public void run() {
        if (environment.acceptsProfiles(Profiles.of("demo"))) {
            return;
        }
        if (isReset || accounts.membersOf(Groups.ADMINISTRATORS).isEmpty()) {
            create();
        }
        if (isProduction()) {
            refuseKnownPasswords();
        }
    }

    private void create() {
        if (id.isBlank() || password.isBlank()) {
            if (isProduction()) {
                throw new StartRefused(isReset ? "There is no administrator to give access back to."
                        : "There is no administrator yet.", "Set KEFU_ADMIN_ID and KEFU_ADMIN_PASSWORD.");
            }
            LOG.info("There is no administrator; set KEFU_ADMIN_ID and KEFU_ADMIN_PASSWORD to get one");
            return;
        }
        if (!id.matches("[a-zA-Z0-9]+")) {
            throw new StartRefused("The administrator's id " + id + " is not one that the engine takes.",
                    "Set KEFU_ADMIN_ID to letters and digits.");
        }
        requireGoodPassword();
        accounts.ensureUser(id, "", "", password, List.of());
        if (!accounts.hasPassword(id, password)) {
            accounts.setPassword(id, password);
        }
        accounts.ensureMember(id, Groups.ADMINISTRATORS);
        LOG.info("Made {} {}", id, isReset ? "an administrator with the password from the environment"
                : "the first administrator");
    }

    private void requireGoodPassword() {
        if (KnownPasswords.isKnown(password, id)) {
            throw new StartRefused("The password of the administrator " + id + " is one that everybody knows.",
                    "Set KEFU_ADMIN_PASSWORD to another one.");
        }
        if (!accounts.isStrong(id, password)) {
            throw new StartRefused("The password of the administrator " + id + " is too easy to guess.",
                    "Set KEFU_ADMIN_PASSWORD to at least ten characters with capital and small letters, digits and "
                            + "others, and without the id in it.");
        }
    }

    private void refuseKnownPasswords() {
        for (var administrator : accounts.membersOf(Groups.ADMINISTRATORS)) {
            var guesses = Stream.of(List.of(administrator), KnownPasswords.DEMO_PEOPLE, KnownPasswords.COMMON)
                    .flatMap(List::stream).toList();
            if (accounts.hasAnyPassword(administrator, guesses)) {
                throw new StartRefused("The administrator " + administrator + " has a password that everybody knows.",
                        "Give the account another password, or start with an empty database.");
            }
        }
        var open = KnownPasswords.DEMO_PEOPLE.stream()
                .filter(name -> accounts.hasPassword(name, name))
                .toList();
        if (!open.isEmpty()) {
            throw new StartRefused("This database has demo people whose password is their name: "
                    + String.join(", ", open) + ".",
                    "Start with an empty database, or give these accounts other passwords.");
        }
    }

    private boolean isProduction() {
        return environment.acceptsProfiles(Profiles.of("prod"));
    }
}
