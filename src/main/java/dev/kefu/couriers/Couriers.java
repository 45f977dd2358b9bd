package dev.kefu.couriers;

import dev.kefu.shared.Listed;
import dev.kefu.shared.RuleViolation;
import java.util.List;
import java.util.Optional;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door to the couriers, their fees and where they go (SHP-2 to SHP-5). Where an address names no province that there is,
 * nobody goes, and quotes say so.
 */
@Service
@Transactional
public class Couriers {

    private final CourierRecords couriers;
    private final CourierRates rates;
    private final ChoiceOfCourier choice;

    Couriers(CourierRecords couriers, CourierRates rates, ChoiceOfCourier choice) {
        this.couriers = couriers;
        this.rates = rates;
        this.choice = choice;
    }

    /** The code of the courier that is called so: its code, its Chinese or its English name, however it is written. */
    @Transactional(readOnly = true)
    public Optional<String> codeOf(@Nullable String courier) {
        return called(all(), courier).map(Courier::code);
    }

    /**
     * Whom the house hands a parcel to itself, by its code: one that the table does not know can't be matched with what its
     * courier reports. Where nobody keeps a table, any will do.
     *
     * @throws RuleViolation on {@code courier} if the table does not know it
     */
    @Transactional(readOnly = true)
    public String carrier(String courier) {
        var all = all();
        if (all.isEmpty()) {
            return courier.strip();
        }
        return called(all, courier).map(Courier::code).orElseThrow(() -> new RuleViolation("courier", "SHP-2",
                "The table of couriers knows no %s, only: %s.".formatted(courier.strip(),
                        all.stream().filter(Courier::isActive).map(Courier::code).collect(Listed.names()))));
    }

    /** What every courier that is used takes, reached ones first, then the cheapest. Weight in grams. */
    @Transactional(readOnly = true)
    public List<CourierQuote> quotes(Destination to, int weightGrams) {
        var all = all();
        var quotes = new Quotes(region(to), weightGrams, all);
        return all.stream().filter(Courier::isActive).map(quotes::of).sorted(Quotes.BEST_FIRST).toList();
    }

    /** What this courier takes; empty if nobody knows it. */
    @Transactional(readOnly = true)
    public Optional<CourierQuote> quote(String courier, Destination to, int weightGrams) {
        var all = all();
        return called(all, courier).map(each -> new Quotes(region(to), weightGrams, all).of(each));
    }

    /**
     * Who carries it: as the table {@code courier-choice} says or, where that courier does not go, the next default one, then
     * the cheapest that does.
     *
     * @param failedCourier who could not deliver it before; null if nobody
     * @param wantedCourier whom the customer asks for (SHP-5); null if nobody
     * @return empty if nobody goes there
     * @throws RuleViolation on {@code courier} if the wanted one is unknown, does not go there, or has failed before
     */
    public Optional<CourierChoice> choose(Destination to, int weightGrams, @Nullable String failedCourier,
            @Nullable String wantedCourier) {
        var all = all();
        var region = region(to);
        var failed = called(all, failedCourier).orElse(null);
        var wanted = wantedCourier == null || wantedCourier.isBlank() ? null : called(all, wantedCourier)
                .orElseThrow(() -> unknown(wantedCourier));
        return choice.among(all, region, Province.called(to.province()).map(Province::chinese).orElse(""), weightGrams, failed,
                wanted);
    }

    private List<Courier> all() {
        return couriers.findAllByOrderByPreferenceAscCodeAsc();
    }

    private Region region(Destination to) {
        return Province.called(to.province()).map(province -> new Region(to, province, rates.findByProvince(province.chinese())))
                .orElseGet(() -> Region.unknown(to));
    }

    private static RuleViolation unknown(String courier) {
        return new RuleViolation("courier", "SHP-5", "There is no courier %s.".formatted(courier));
    }

    private static Optional<Courier> called(List<Courier> among, @Nullable String name) {
        var key = Names.ofCourier(name);
        return key == null ? Optional.empty() : among.stream().filter(each -> each.isCalled(key)).findFirst();
    }
}
