package dev.kefu.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kefu.KefuTest;
import dev.kefu.demo.TestPeople;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.filter.Filter;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;

/** The filters that people find in Tasklist, also those that an older release made. */
@KefuTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import({TestPeople.class, TestApproval.class})
class TasklistFiltersTests {

    private static final String NAME = "Overdue";
    private static final Map<String, Object> OF_THE_HOUSE = Map.of("color", "#b3261e", "priority", 30, "refresh", true,
            "showUndefinedVariable", false);
    private static final Map<String, Object> WITH_VARIABLES = with(OF_THE_HOUSE, "variables", List.of(
            Map.of("name", "caseNumber", "label", "Case"), Map.of("name", "orderNumber", "label", "Order")));

    @Autowired
    TasklistFilters made;

    @Autowired
    FilterService filters;

    @Autowired
    HouseCommands house;

    @Test
    void leavesCaseAndOrderToTheCards() {
        assertThat(properties()).isEqualTo(OF_THE_HOUSE);
    }

    @Test
    void takesTheVariablesOffAFilterThatIsAsTheHouseMadeIt() {
        change(WITH_VARIABLES);

        made.run();

        assertThat(properties()).isEqualTo(OF_THE_HOUSE);
    }

    @Test
    void keepsWhatAnAdministratorChanged() {
        var theirs = with(WITH_VARIABLES, "color", "#000000");
        change(theirs);
        try {
            made.run();

            assertThat(properties()).isEqualTo(theirs);
        } finally {
            change(OF_THE_HOUSE);
        }
    }

    private Map<String, Object> properties() {
        return house.run(() -> filter().getProperties());
    }

    private void change(Map<String, Object> properties) {
        house.run(() -> {
            var filter = filter();
            filter.setProperties(properties);
            return filters.saveFilter(filter);
        });
    }

    private Filter filter() {
        return filters.createTaskFilterQuery().filterName(NAME).singleResult();
    }

    private static Map<String, Object> with(Map<String, Object> properties, String name, Object value) {
        var more = new HashMap<>(properties);
        more.put(name, value);
        return more;
    }
}
