package dev.kefu.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kefu.KefuTest;
import dev.kefu.shared.StartRefused;
import dev.kefu.workflow.Accounts;
import dev.kefu.workflow.Groups;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.transaction.annotation.Transactional;

@KefuTest
@Transactional
class FirstAdministratorTests {

    private static final String STRONG = "Rain-in-Hangzhou-7";

    @Autowired
    Accounts accounts;

    @Test
    void isMadeFromTheEnvironment() {
        start("prod", "boss", STRONG);

        assertThat(accounts.membersOf(Groups.ADMINISTRATORS)).containsExactly("boss");
        assertThat(accounts.hasPassword("boss", STRONG)).isTrue();
    }

    @Test
    void isMadeOnceAndKeepsTheirPassword() {
        start("prod", "boss", STRONG);

        start("prod", "other", "Snow-in-Harbin-8");
        start("prod", "", "");

        assertThat(accounts.membersOf(Groups.ADMINISTRATORS)).containsExactly("boss");
        assertThat(accounts.passwordMark("other").isPresent()).isFalse();
    }

    @Test
    void isNeededInProduction() {
        assertThatThrownBy(() -> start("prod", "", "")).isInstanceOf(StartRefused.class)
                .hasMessage("There is no administrator yet.");
    }

    @Test
    void isNotNeededElsewhere() {
        start("test", "", "");

        assertThat(accounts.membersOf(Groups.ADMINISTRATORS)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"boss, boss", "boss, BOSS", "boss, admin", "boss, supervisor", "boss, Passw0rd", "boss, 12345678",
            "boss, short1-A", "boss, nocapitals-77", "boss, Boss-of-all-77", "the boss, " + STRONG})
    void isRefusedIfAnybodyCouldBeThem(String id, String password) {
        assertThatThrownBy(() -> start("prod", id, password)).isInstanceOf(StartRefused.class);

        assertThat(accounts.passwordMark(id).isPresent()).isFalse();
    }

    @Test
    void isRefusedWhenTheirPasswordIsKnown() {
        accounts.ensureUser("boss", "", "", "admin123", List.of(Groups.ADMINISTRATORS));

        assertThatThrownBy(() -> start("prod", "", "")).isInstanceOf(StartRefused.class)
                .hasMessage("The administrator boss has a password that everybody knows.");
    }

    @Test
    void isRefusedBesideDemoPeopleWhosePasswordIsTheirName() {
        accounts.ensureUser("agent", "", "", "agent", List.of(Groups.AGENTS));
        accounts.ensureUser("finance", "", "", STRONG, List.of(Groups.FINANCE));

        assertThatThrownBy(() -> start("prod", "boss", STRONG)).isInstanceOf(StartRefused.class)
                .hasMessage("This database has demo people whose password is their name: agent.");
    }

    @Test
    void getsAccessBackWhenTheirPasswordIsLost() {
        start("prod", "boss", STRONG);

        startAgain("boss", "Snow-in-Harbin-8");

        assertThat(accounts.hasPassword("boss", "Snow-in-Harbin-8")).isTrue();
        assertThat(accounts.hasPassword("boss", STRONG)).isFalse();
        assertThat(accounts.membersOf(Groups.ADMINISTRATORS)).containsExactly("boss");
    }

    @Test
    void isMadeOfAnAccountThatIsThereWhenNoAdministratorIsLeft() {
        accounts.ensureUser("boss", "", "", "Fog-in-Chongqing-9", List.of(Groups.MANAGERS));

        start("prod", "boss", STRONG);

        assertThat(accounts.hasPassword("boss", STRONG)).isTrue();
        assertThat(accounts.groupsOf("boss")).containsExactlyInAnyOrder(Groups.MANAGERS, Groups.ADMINISTRATORS);
    }

    @Test
    void getsNoAccessBackWithAPasswordThatIsEasyToGuess() {
        start("prod", "boss", STRONG);

        assertThatThrownBy(() -> startAgain("boss", "boss")).isInstanceOf(StartRefused.class);

        assertThat(accounts.hasPassword("boss", STRONG)).isTrue();
    }

    private void startAgain(String id, String password) {
        var environment = new MockEnvironment();
        environment.setActiveProfiles("prod");
        new FirstAdministrator(accounts, environment, id, password, true).run();
    }

    private void start(String profile, String id, String password) {
        var environment = new MockEnvironment();
        environment.setActiveProfiles(profile);
        new FirstAdministrator(accounts, environment, id, password, false).run();
    }
}
