package dev.kefu.orders;

import static dev.kefu.shared.Money.cny;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kefu.shared.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PaidValuesTests {

    private static final Money NOTHING = cny("0");

    @Test
    void sharesTheDiscountInProportionAndTheLastLineTakesTheRest() {
        var paid = PaidValues.afterShare(money("10.00", "10.00", "10.00"), cny("10.00"));

        assertThat(paid).containsExactly(cny("6.67"), cny("6.67"), cny("6.66"));
    }

    @Test
    void sharesByValueAndNotByLine() {
        var paid = PaidValues.afterShare(money("90.00", "10.00"), cny("5.00"));

        assertThat(paid).containsExactly(cny("85.50"), cny("9.50"));
    }

    @Test
    void leavesAGiftAtTheEndAtNothing() {
        var paid = PaidValues.afterShare(money("10.00", "10.00", "10.00", "0.00"), cny("10.00"));

        assertThat(paid).containsExactly(cny("6.67"), cny("6.67"), cny("6.66"), cny("0.00"));
    }

    @Test
    void handsOutNoMoreThanTheDiscountWhenEveryShareIsRoundedUp() {
        var paid = PaidValues.afterShare(money("0.01", "0.01", "0.01", "0.01"), cny("0.02"));

        assertThat(paid).containsExactly(cny("0.00"), cny("0.00"), cny("0.01"), cny("0.01"));
    }

    @Test
    void neverTakesMoreFromTheLastLineThanItIsWorth() {
        var paid = PaidValues.afterShare(money("0.01", "0.01", "0.01", "0.01", "0.01"), cny("0.02"));

        assertThat(paid).containsExactly(cny("0.01"), cny("0.01"), cny("0.01"), cny("0.00"), cny("0.00"));
    }

    @Test
    void makesEverythingFreeWhenTheDiscountIsTheWholePrice() {
        var paid = PaidValues.afterShare(money("3.33", "0.01", "7.77"), cny("11.11"));

        assertThat(paid).containsOnly(NOTHING);
    }

    @Test
    void sharesNothingAmongLinesThatCostNothing() {
        assertThat(PaidValues.afterShare(money("0.00", "0.00"), NOTHING)).containsExactly(NOTHING, NOTHING);
    }

    @Test
    void sumsToTheCentAndStaysWithinEachLineWhateverTheOrder() {
        var random = new Random(20261122);
        for (int run = 0; run < 5_000; run++) {
            var values = Stream.generate(() -> cents(random.nextInt(4) == 0 ? random.nextInt(5) : random.nextInt(100_000)))
                    .limit(1 + random.nextInt(8)).toList();
            var total = sum(values);
            var discount = cents(random.nextInt(total.amount().movePointRight(2).intValueExact() + 1));

            var paid = PaidValues.afterShare(values, discount);

            assertThat(sum(paid)).isEqualTo(total.minus(discount));
            for (int i = 0; i < values.size(); i++) {
                assertThat(paid.get(i)).isBetween(NOTHING, values.get(i));
            }
        }
    }

    @Test
    void givesTheLastUnitTheRoundingRest() {
        var first = PaidValues.ofUnits(cny("10.00"), 3, 0, NOTHING, 1);
        var second = PaidValues.ofUnits(cny("10.00"), 3, 1, cny("3.33"), 1);
        var last = PaidValues.ofUnits(cny("10.00"), 3, 2, cny("6.66"), 1);

        assertThat(List.of(first, second, last)).containsExactly(cny("3.33"), cny("3.33"), cny("3.34"));
    }

    @Test
    void givesBackNoMoreThanTheLineWhenUnitsAreRoundedUp() {
        assertThat(PaidValues.ofUnits(cny("0.02"), 4, 2, cny("0.02"), 1)).isEqualTo(NOTHING);
        assertThat(PaidValues.ofUnits(cny("0.02"), 4, 0, NOTHING, 3)).isEqualTo(cny("0.02"));
    }

    @Test
    void givesBackExactlyWhatWasPaidInWhateverPartsALineReturns() {
        var random = new Random(7);
        for (int run = 0; run < 5_000; run++) {
            var paid = cents(random.nextInt(run % 3 == 0 ? 20 : 100_000));
            var quantity = 1 + random.nextInt(12);
            var back = NOTHING;
            var units = 0;
            while (units < quantity) {
                var now = 1 + random.nextInt(quantity - units);
                var amount = PaidValues.ofUnits(paid, quantity, units, back, now);

                assertThat(amount.isNegative()).isFalse();
                back = back.plus(amount);
                units += now;
                assertThat(back).isLessThanOrEqualTo(paid);
            }

            assertThat(back).isEqualTo(paid);
        }
    }

    private static List<Money> money(String... amounts) {
        var money = new ArrayList<Money>();
        for (var amount : amounts) {
            money.add(cny(amount));
        }
        return money;
    }

    private static Money cents(int cents) {
        return new Money(BigDecimal.valueOf(cents, 2), Money.CNY);
    }

    private static Money sum(List<Money> amounts) {
        return amounts.stream().reduce(NOTHING, Money::plus);
    }
}
