package dev.kefu;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kefu.models.BrokenModel;
import dev.kefu.models.Models;
import dev.kefu.models.Rule;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Processes, decision tables, forms and element templates keep the rules of the house.
 *
 * <p>A failure names the file, the element and what to do.
 */
class ProcessModelTests {

    private static final Models SHIPPED = Models.below(Path.of(""));

    @ParameterizedTest(name = "{0}")
    @MethodSource("dev.kefu.models.Rule#all")
    void everyModelKeeps(Rule rule) {
        var complaints = rule.check(SHIPPED);

        assertThat(complaints).as(rule.demand()).isEmpty();
    }

    /** No rule passes in silence: each is shown to complain about a sample that was broken on purpose. */
    @Nested
    class Rules {

        @ParameterizedTest(name = "{0}")
        @MethodSource("dev.kefu.models.Rule#all")
        void haveNothingAgainstTheSample(Rule rule) {
            var complaints = rule.check(BrokenModel.SAMPLE);

            assertThat(complaints).as(rule.demand()).isEmpty();
        }

        @ParameterizedTest(name = "{0}")
        @MethodSource("dev.kefu.models.BrokenModel#all")
        void complainAboutWhatIsBroken(BrokenModel broken) {
            var rule = Rule.all().stream()
                .filter(each -> each.demand().equals(broken.demand()))
                .findFirst()
                .orElseThrow();

            var complaints = rule.check(broken.models());

            assertThat(complaints).as(rule.demand()).anySatisfy(complaint -> {
                assertThat(complaint.file()).isEqualTo(broken.file());
                assertThat(complaint.element()).isEqualTo(broken.element());
                assertThat(complaint.remedy()).isNotBlank();
            });
        }

        @Test
        void areAllShownToComplain() {
            var shown = BrokenModel.all().stream().map(BrokenModel::demand).collect(Collectors.toSet());

            assertThat(Rule.all()).extracting(Rule::demand).doesNotHaveDuplicates().allMatch(shown::contains);
        }
    }
}
