package dev.kefu.stockouts.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kefu.shared.CaseNumber;
import dev.kefu.shared.Money;
import dev.kefu.stockouts.StockOutOutcome;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of the units of a stock-out and of the money that another article costs less (STK-6). */
class StockOutCaseTests {

    private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");

    /** Five cups, which are line 1. */
    private StockOutCase goods;

    @BeforeEach
    void reportFiveCups() {
        goods = StockOutCase.reported(CaseNumber.of(2026, 1), "O-1",
                Origin.ofOrder(StockOutCause.OUT_OF_STOCK, LocalDate.of(2026, 11, 23), NOW),
                List.of(StockOutPart.owed(1, "CUP", "Cup", 5)));
        goods.accept();
    }

    @Test
    void owesTheDifferenceOfWhatHasLeftThoughTheCustomerThenWaitsForTheRest() {
        takeMugs("10.00");
        ship("MUG", 2);

        goods.wantItself();

        assertThat(goods.substitution().due()).isEqualTo(Money.cny("4.00"));
        assertThat(goods.substitution().isOwed()).isTrue();
        assertThat(goods.parts().owed()).extracting(each -> each.sku() + " " + each.quantity()).containsExactly("CUP 3");
    }

    @Test
    void addsTheDifferencesOfTwoArticles() {
        takeMugs("10.00");
        ship("MUG", 2);
        goods.wantItself();

        goods.substitute(Map.of(1, 3), "GLASS", Money.cny("1.50"), false, "agent");
        ship("GLASS", 3);

        assertThat(goods.substitution().due()).isEqualTo(Money.cny("5.50"));
    }

    @Test
    void owesNoDifferenceForWhatTheShopSentItself() {
        takeMugs("10.00");

        goods.sentByShop(1, 3);
        ship("MUG", 2);

        assertThat(goods.substitution().due()).isEqualTo(Money.cny("4.00"));
        assertThat(goods.parts().hasOpen()).isFalse();
    }

    @Test
    void owesNoDifferenceForWhatNeverLeaves() {
        takeMugs("10.00");

        goods.authorised();
        goods.repaid();

        assertThat(goods.substitution().due()).isNull();
        assertThat(goods.close()).isEqualTo(StockOutOutcome.REFUNDED);
    }

    @Test
    void isServedOnceTheDifferenceIsPaid() {
        takeMugs("10.00");
        ship("MUG", 5);
        assertThat(goods.isServed()).isFalse();

        goods.authorised();
        goods.repaid();

        assertThat(goods.close()).isEqualTo(StockOutOutcome.SUBSTITUTED);
    }

    @Test
    void keepsUnitsThatGoTheSameWayTogether() {
        goods.parts().prepare(Map.of("CUP", 2));
        assertThat(goods.parts().all()).extracting(StockOutPart::quantity).containsExactlyInAnyOrder(2, 3);

        goods.decideAnew();

        assertThat(goods.parts().all()).extracting(StockOutPart::quantity).containsExactly(5);
    }

    private void takeMugs(String less) {
        goods.substitute(Map.of(1, 5), "MUG", Money.cny(less), false, "agent");
    }

    private void ship(String sku, int units) {
        goods.parts().prepare(Map.of(sku, units));
        goods.dispatched();
    }
}
