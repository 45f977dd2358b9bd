package dev.kefu.people;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kefu.KefuTest;
import dev.kefu.demo.TestPeople;
import dev.kefu.workflow.Accounts;
import dev.kefu.workflow.Groups;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;

@KefuTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import(TestPeople.class)
class PeopleTests {

    @Autowired
    People people;

    @Autowired
    Accounts accounts;

    @Autowired
    IdentityService identity;

    @Test
    void knowsTheHighestGradeOfAPerson() {
        accounts.ensureUser("riser", "", "", "riser", List.of(Groups.AGENTS, Groups.SUPERVISORS, Groups.TEAM_LEADERS));

        assertThat(people.gradeOf("riser")).contains(Groups.SUPERVISORS);
        assertThat(people.gradeOf("junior")).contains(Groups.JUNIOR_AGENTS);
        assertThat(people.gradeOf("finance")).isEmpty();
        assertThat(people.gradeOf("nobody")).isEmpty();
    }

    @Test
    void hasEveryGroupOfTheDepartment() {
        var groups = identity.createGroupQuery().list().stream().map(Group::getId).toList();

        assertThat(groups).containsAll(Groups.NAMES.keySet()).contains(Groups.ADMINISTRATORS);
    }

    @Test
    void knowsWhoIsInWhichGroup() {
        assertThat(people.membersOf(Groups.FINANCE)).containsExactly("finance");
        assertThat(people.membersOf(Groups.ADMINISTRATORS)).contains("admin");
        assertThat(accounts.groupsOf("returns")).containsExactly(Groups.RETURNS_SPECIALISTS);
    }
}
