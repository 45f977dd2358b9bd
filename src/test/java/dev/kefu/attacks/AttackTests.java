package dev.kefu.attacks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tries each attack on both. What a class adds is its attacks. */
abstract class AttackTests extends TwoEngines {

    abstract Stream<Attack> attacks();

    @ParameterizedTest
    @MethodSource("attacks")
    void worksOnTheStockEngine(Attack attack) {
        var stock = stock();

        var succeeded = attack.preparation().on(stock).succeeds();

        assertThat(succeeded).as("%s", stock.answers()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void isRefusedByKefuAndLeavesNoTrace(Attack attack) {
        var ours = ours();
        var attempt = attack.preparation().on(ours);
        var before = ours.rows();
        ours.answers();

        var succeeded = attempt.succeeds();

        var answers = ours.answers();
        assertThat(succeeded).as("%s", answers).isFalse();
        assertThat(ours.rows()).as("%s", answers).isEqualTo(before);
        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.status()).isLessThan(500);
            assertThat(answer.body()).doesNotContain("\tat ");
        });
    }
}
