package dev.kefu.returns.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kefu.stock.Finding;
import dev.kefu.stock.GoodsCondition;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReasonTests {

    @ParameterizedTest
    @CsvSource({
        "DEFECTIVE,          AS_NEW,  true,  DEFECTIVE",
        "DEFECTIVE,          DAMAGED, false, CHANGED_MIND",
        "DEFECTIVE,          AS_NEW,  ,      DEFECTIVE",
        "DAMAGED_IN_TRANSIT, DAMAGED, false, DAMAGED_IN_TRANSIT",
        "DAMAGED_IN_TRANSIT, AS_NEW,  true,  DAMAGED_IN_TRANSIT",
        "DAMAGED_IN_TRANSIT, AS_NEW,  false, CHANGED_MIND",
        "DAMAGED_IN_TRANSIT, AS_NEW,  ,      DAMAGED_IN_TRANSIT",
        "CHANGED_MIND,       USED,    true,  DEFECTIVE",
        "CHANGED_MIND,       USED,    ,      CHANGED_MIND",
        "WRONG_ITEM,         AS_NEW,  false, WRONG_ITEM",
        "MISSING_PARTS,      AS_NEW,  false, MISSING_PARTS"})
    void standsUnlessSomebodySaysThatItIsNone(Reason claimed, GoodsCondition condition, Boolean problem, Reason established) {
        assertThat(claimed.establishedBy(new Finding(1, 1, 0, condition, problem, null))).isEqualTo(established);
    }
}
