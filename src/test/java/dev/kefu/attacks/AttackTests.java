package dev.kefu.attacks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kefu.whole.Kefu;
import dev.kefu.whole.WholeTest;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Tries each attack on both. What a class adds is its attacks. */
@WholeTest
@TestInstance(Lifecycle.PER_CLASS)
abstract class AttackTests {

    @Autowired
    Kefu kefu;

    @Autowired
    ProcessEngine engine;

    abstract Stream<Attack> attacks();

    @AfterEach
    void goHome() {
        ours().enter();
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void worksOnTheStockEngine(Attack attack) {
        var stock = StockTarget.like(engine);
        stock.enter();

        var succeeded = attack.preparation().on(stock).succeeds();

        assertThat(succeeded).as("%s", stock.answers()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void isRefusedByKefuAndLeavesNoTrace(Attack attack) {
        var ours = ours();
        ours.enter();
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

    Target ours() {
        return new KefuTarget(kefu, engine);
    }
}
