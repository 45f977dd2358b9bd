package dev.kefu.couriers;

import dev.kefu.shared.Listed;
import dev.kefu.shared.Money;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.lang.Nullable;

/** Works out what couriers take for one parcel, and says how (SHP-3, SHP-4). */
final class Quotes {

    /** Those who go there first; what nobody knows the price of comes last. */
    static final Comparator<CourierQuote> BEST_FIRST = Comparator.comparing(CourierQuote::reached).reversed()
            .thenComparing(CourierQuote::fee, Comparator.nullsLast(Comparator.naturalOrder()));

    private final Region region;
    private final int weightGrams;
    @Nullable
    private final Courier cheapestDefault;

    /** @param couriers all that there are */
    Quotes(Region region, int weightGrams, List<Courier> couriers) {
        this.region = region;
        this.weightGrams = weightGrams;
        // Its row counts though it does not go there: the customer pays what the other one takes more (SHP-4)
        this.cheapestDefault = couriers.stream()
                .filter(each -> each.isActive() && each.isUsedByDefault() && fee(each).isPresent())
                .min(Comparator.comparing((Courier each) -> fee(each).orElseThrow()).thenComparing(Courier::preference))
                .orElse(null);
    }

    CourierQuote of(Courier courier) {
        var said = new ArrayList<String>();
        var coverage = region.coverage(courier.code());
        said.add(coverageInWords(courier, coverage));
        if (!region.isCityKnown()) {
            said.add("Nobody knows a city called so in %s, so what counts for the whole province is said.".formatted(region.province()));
        }
        var fee = fee(courier).orElse(null);
        if (fee != null) {
            said.addAll(sumInWords(courier, fee));
            said.add(differenceInWords(courier, fee));
        } else if (coverage.isPresent()) {
            said.add("What it takes there is not known.");
        }
        return new CourierQuote(courier.code(), courier.nameZh(), region.isReachedBy(courier), fee,
                region.days(courier.code()).orElse(null), courier.isUsedByDefault(), courier.isFreeOfDifference(),
                fee == null ? null : difference(courier, fee), said.stream().collect(Listed.sentences()),
                coverage.map(each -> each.coverageSource().name()).orElse(null),
                coverage.map(CourierRate::coverageAsOf).orElse(null));
    }

    private Optional<Money> fee(Courier courier) {
        return region.tariff(courier.code()).map(tariff -> tariff.feeOf(weightGrams));
    }

    private Money difference(Courier courier, Money fee) {
        if (courier.isFreeOfDifference()) {
            return Money.zero(fee.currency());
        }
        if (cheapestDefault == null) {
            return fee;
        }
        var usual = fee(cheapestDefault).orElseThrow();
        return fee.isMoreThan(usual) ? fee.minus(usual) : Money.zero(fee.currency());
    }

    private String coverageInWords(Courier courier, Optional<CourierRate> row) {
        var code = courier.code();
        if (!region.isKnown()) {
            return "The address names no province that is known here.";
        }
        if (!courier.isActive()) {
            return "%s is not used any more.".formatted(code);
        }
        if (row.isEmpty()) {
            return "The table has no row of %s for %s.".formatted(code, region.name());
        }
        var place = row.get().region();
        var day = row.get().coverageAsOf();
        var goes = row.get().isReached();
        return switch (row.get().coverageSource()) {
            case TABLE -> goes ? "By the table, %s goes to %s.".formatted(code, place)
                    : "By the table, %s does not go to %s.".formatted(code, place);
            case TELEPHONE -> goes ? "On the telephone %s said on %s that it goes to %s.".formatted(code, day, place)
                    : "On the telephone %s said on %s that it does not go to %s.".formatted(code, day, place);
            case WEB_SITE -> goes ? "By the web site of %s on %s, it goes to %s.".formatted(code, day, place)
                    : "By the web site of %s on %s, it does not go to %s.".formatted(code, day, place);
        };
    }

    private List<String> sumInWords(Courier courier, Money fee) {
        var row = region.priced(courier.code()).orElseThrow();
        var tariff = row.tariff();
        var steps = tariff.stepsOf(weightGrams);
        return List.of("The row of %s says %s for the first %d g, and %s for each further %d g.".formatted(row.region(),
                        tariff.firstFee(), tariff.firstWeightGrams(), tariff.stepFee(), tariff.stepGrams()),
                steps == 0 ? "%d g is within the first weight, which makes %s.".formatted(weightGrams, fee)
                        : "%d g is %d g more, which counts as %d further: %s + %d × %s = %s.".formatted(weightGrams,
                                weightGrams - tariff.firstWeightGrams(), steps, tariff.firstFee(), steps, tariff.stepFee(), fee));
    }

    private String differenceInWords(Courier courier, Money fee) {
        if (courier.isFreeOfDifference()) {
            return "The customer never pays a difference for %s.".formatted(courier.code());
        }
        if (cheapestDefault == null) {
            return "No usual courier has a fee there, so the difference is the whole fee.";
        }
        var usual = fee(cheapestDefault).orElseThrow();
        var difference = difference(courier, fee);
        return difference.isZero()
                ? "%s, the cheapest usual courier, would take %s, so there is no difference.".formatted(cheapestDefault.code(), usual)
                : "%s, the cheapest usual courier, would take %s, so the difference is %s.".formatted(cheapestDefault.code(),
                        usual, difference);
    }
}
