package dev.kefu;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kefu.models.Models;
import dev.kefu.models.Rule;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Processes, decision tables, forms and element templates keep the rules of the house.
 *
 * <p>A failure names the file, the element and what to do. That each rule can fail is shown by
 * {@link dev.kefu.models.RuleTests}.
 */
class ProcessModelTests {

    private static final Models SHIPPED = Models.below(Path.of(""));

    static List<Rule> rules() {
        return Rule.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void everyModelKeeps(Rule rule) {
        var complaints = rule.check(SHIPPED);

        assertThat(complaints).as(rule.demand()).isEmpty();
    }
}
