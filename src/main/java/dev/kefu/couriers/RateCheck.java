package dev.kefu.couriers;

import dev.kefu.shared.Money;
import dev.kefu.shared.Text;
import dev.kefu.shared.Violations;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.lang.Nullable;

/** A row of a courier's table as somebody types or sends it; nothing of it is certain. */
public record RateCheck(@Nullable String province, @Nullable String city, @Nullable Boolean reached,
        @Nullable Integer firstWeightGrams, @Nullable BigDecimal firstFee, @Nullable Integer stepGrams,
        @Nullable BigDecimal stepFee, @Nullable Integer days, @Nullable String source, @Nullable LocalDate asOf) {

    private static final String RULE = "input";
    private static final int LONGEST_CITY = 60;
    private static final int MOST_GRAMS = 1_000_000;
    private static final int MOST_FEE = 100_000;
    private static final int MOST_DAYS = 365;
    private static final int MOST_DECIMALS_TYPED = 20;

    /** Whether it says what the courier takes or how long it needs, and not only whether it goes there. */
    public boolean hasTariffOrDays() {
        return saysFees() || days != null;
    }

    private boolean saysFees() {
        return Stream.of(firstWeightGrams, firstFee, stepGrams, stepFee).anyMatch(Objects::nonNull);
    }

    /**
     * The same, with nothing left that can't be.
     *
     * @param today the last day on which somebody can have said so
     * @throws dev.kefu.shared.RuleViolation with all that is wrong
     */
    public RateDraft checked(LocalDate today) {
        var found = new Violations();
        var region = region(province, found);
        var said = source(found);
        requireCity(region.orElse(null), city, found);
        if (reached == null) {
            found.add("reached", RULE, "reached must be true or false.");
        }
        if (saysFees()) {
            number("firstWeightGrams", firstWeightGrams, MOST_GRAMS, found);
            fee("firstFee", firstFee, found);
            number("stepGrams", stepGrams, MOST_GRAMS, found);
            fee("stepFee", stepFee, found);
        } else if (Boolean.TRUE.equals(reached) && said == CoverageSource.TABLE) {
            found.add("firstFee", "SHP-3", "A row of the table that is reached says what the courier takes.");
        }
        if (days != null) {
            number("days", days, MOST_DAYS, found);
        }
        if (asOf != null && asOf.isAfter(today)) {
            found.add("asOf", RULE, "asOf must not be a day to come.");
        }
        found.refuseIfAny();
        var town = city == null || Text.isBlank(city) ? null : Text.composed(city);
        return new RateDraft(region.orElseThrow(), town, reached, tariff(), days, said, asOf);
    }

    /** The province that is called so; if there is none, the refusal that says so is among what was found. */
    public static Optional<Province> region(@Nullable String name, Violations found) {
        var region = Province.called(name);
        if (region.isEmpty()) {
            found.add("province", "SHP-3", name == null || Text.isBlank(name) ? "province is needed."
                    : "province must be a province of China, such as 浙江 or Zhejiang.");
        }
        return region;
    }

    /** A city may be missing; what is no name, or lies in another province, is added to what was found. */
    public static void requireCity(@Nullable Province province, @Nullable String city, Violations found) {
        if (city == null || Text.isBlank(city)) {
            return;
        }
        if (city.strip().length() > LONGEST_CITY || !isName(city.strip())) {
            found.add("city", RULE, "city must be a name of at most %d letters.".formatted(LONGEST_CITY));
        } else if (province != null) {
            requireWithin("city", province, city, found);
        }
    }

    /** What people know to lie in another province is added to what was found. */
    public static void requireWithin(String field, Province province, @Nullable String city, Violations found) {
        Cities.elsewhere(province, city).ifPresent(other -> found.add(field, "SHP-3", "%s lies in %s, not in %s.".formatted(
                city.strip(), other.chinese(), province.chinese())));
    }

    /** Null if it is none, which is among what was found then. */
    @Nullable
    private CoverageSource source(Violations found) {
        if (source == null || source.isBlank()) {
            return CoverageSource.TABLE;
        }
        return Arrays.stream(CoverageSource.values()).filter(each -> each.name().equals(source.strip())).findFirst()
                .orElseGet(() -> {
                    found.add("source", RULE, "source must be TABLE, TELEPHONE or WEB_SITE.");
                    return null;
                });
    }

    @Nullable
    private RateDraft.Tariff tariff() {
        return saysFees() ? new RateDraft.Tariff(firstWeightGrams, new Money(firstFee, Money.CNY), stepGrams,
                new Money(stepFee, Money.CNY)) : null;
    }

    private static boolean isName(String city) {
        return city.codePoints().allMatch(each -> Character.isLetterOrDigit(each) || " -'’·.".indexOf(each) >= 0)
                && Character.isLetterOrDigit(city.codePointAt(0));
    }

    private static void number(String field, @Nullable Integer number, int most, Violations found) {
        if (number == null || number < 1 || number > most) {
            found.add(field, RULE, "%s must be a whole number from %d to %d.".formatted(field, 1, most));
        }
    }

    private static void fee(String field, @Nullable BigDecimal fee, Violations found) {
        // The exponent first: writing out 1e999999999 would fill the memory
        if (fee == null || fee.signum() < 0 || fee.scale() > MOST_DECIMALS_TYPED || (long) fee.precision() - fee.scale() > 9
                || fee.compareTo(BigDecimal.valueOf(MOST_FEE)) > 0 || fee.stripTrailingZeros().scale() > 2) {
            found.add(field, RULE, "%s must be an amount from 0 to %d, with at most two decimals.".formatted(field, MOST_FEE));
        }
    }
}
