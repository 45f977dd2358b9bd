package dev.kefu.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.kefu.shared.RuleViolation;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FindingsTests {

    private static final Findings.Expectation TWO_OF_LINE_1 = new Findings.Expectation() {

        @Override
        public String rule() {
            return "RET-4";
        }

        @Override
        public String notAmong(Integer line) {
            return "Not line " + line;
        }

        @Override
        public String countRule() {
            return "RET-6";
        }

        @Override
        public String tooMany(int line, long found, int expected) {
            return found + " of " + expected;
        }
    };

    @Test
    void areAboutWhatWasExpectedAndSayAll() {
        var found = List.of(new Finding(2, -1, -1, null, null, "x".repeat(1001)), new Finding(null, 1, 0, GoodsCondition.USED, null, null));

        assertThatThrownBy(() -> Findings.requireFit(found, Map.of(1, 2), TWO_OF_LINE_1))
                .isInstanceOfSatisfying(RuleViolation.class, refusal -> assertThat(refusal.violations()).extracting("field", "rule")
                        .containsExactly(tuple("findings[0].line", "RET-4"), tuple("findings[0].accepted", "RET-4"),
                                tuple("findings[0].refused", "RET-4"), tuple("findings[0].condition", "RET-4"),
                                tuple("findings[0].note", "input"), tuple("findings[1].line", "RET-4")));
    }

    @Test
    void areNoMoreThanWasExpectedInAllRowsOfALine() {
        var found = List.of(new Finding(1, 1, 1, GoodsCondition.AS_NEW, null, null), new Finding(1, 1, null, GoodsCondition.USED, null, null));

        assertThatThrownBy(() -> Findings.requireFit(found, Map.of(1, 2), TWO_OF_LINE_1)).hasMessage("3 of 2");
        Findings.requireFit(found, Map.of(1, 3), TWO_OF_LINE_1);
    }

    @Test
    void areSellableAsNewAndWithoutAFault() {
        assertThat(new Finding(1, 1, 0, GoodsCondition.AS_NEW, null, null).looksNew()).isTrue();
        assertThat(new Finding(1, 1, 0, GoodsCondition.AS_NEW, true, null).looksNew()).isFalse();
        assertThat(new Finding(1, 1, 0, GoodsCondition.USED, false, null).looksNew()).isFalse();
    }
}
