package dev.kefu.attacks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kefu.Caller.Answer;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tries each attack on both. What a class adds is its attacks. */
abstract class AttackTests extends TwoEngines {

    abstract Stream<Attack> attacks();

    @ParameterizedTest
    @MethodSource("attacks")
    void worksOnThePlainEngine(Attack attack) {
        var stock = stock();

        var succeeded = attack.preparation().on(stock).succeeds();

        assertThat(succeeded).as(summary(stock.answers())).isTrue();
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
        assertThat(succeeded).as(summary(answers)).isFalse();
        if (!attack.isOnTheWay()) {
            var after = ours.rows();
            after.entrySet().removeAll(before.entrySet());
            assertThat(after).as("tables with other rows than before: " + summary(answers)).isEmpty();
        }
        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.status()).isLessThan(500);
            assertThat(answer.body()).doesNotContain("\tat ");
        });
    }

    /** A model that does nothing, to see whether it is taken at all. */
    static String emptyProcess(String key) {
        return Bpmn.convertToString(Bpmn.createExecutableProcess(key).camundaHistoryTimeToLiveString("P365D")
                .startEvent().endEvent().done());
    }

    private static String summary(List<Answer> answers) {
        return answers.stream().map(answer -> answer.status() + " "
                + answer.body().substring(0, Math.min(answer.body().length(), 300))).collect(Collectors.joining("; "));
    }
}
