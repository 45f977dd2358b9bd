package dev.kefu.couriers;

import dev.kefu.shared.Money;
import java.time.LocalDate;
import org.springframework.lang.Nullable;

/**
 * What one courier takes to one region, checked ({@link RateCheck}).
 *
 * @param city     null for the row of the whole province
 * @param tariff   null if nobody said what it costs
 * @param days     to arrive; null if nobody said
 * @param source   who said whether the region is reached
 * @param asOf     when; null if unknown
 */
public record RateDraft(Province province, @Nullable String city, boolean reached, @Nullable Tariff tariff,
        @Nullable Integer days, CoverageSource source, @Nullable LocalDate asOf) {

    /** First weight and further weight steps (SHP-3). */
    public record Tariff(int firstWeightGrams, Money firstFee, int stepGrams, Money stepFee) {

        /** Steps begun beyond the first weight. */
        int stepsOf(int weightGrams) {
            var beyond = Math.max((long) weightGrams - firstWeightGrams, 0);
            return (int) ((beyond + stepGrams - 1) / stepGrams);
        }

        Money feeOf(int weightGrams) {
            return firstFee.plus(stepFee.times(stepsOf(weightGrams)));
        }
    }

    String cityKey() {
        return Names.ofCity(city);
    }
}
