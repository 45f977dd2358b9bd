package dev.kefu.couriers;

import dev.kefu.shared.Conflict;
import dev.kefu.shared.Forbidden;
import dev.kefu.shared.NotFound;
import dev.kefu.workflow.Actors;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door for those who keep the couriers and their tables (SHP-3). Whoever changes something says which version of it they
 * saw; has somebody changed it since, nothing is stored.
 */
@Service
@Transactional
public class CourierTable {

    private static final Comparator<RateView> BY_REGION = Comparator
            .comparing((RateView rate) -> Province.called(rate.province()).orElseThrow())
            .thenComparing(rate -> rate.city() == null ? "" : rate.city());

    private final CourierRecords couriers;
    private final CourierRates rates;
    private final Actors actors;
    private final Clock clock;

    CourierTable(CourierRecords couriers, CourierRates rates, Actors actors, Clock clock) {
        this.couriers = couriers;
        this.rates = rates;
        this.actors = actors;
        this.clock = clock;
    }

    /** What became of a row that was told. */
    public enum Result {
        STORED, UNCHANGED
    }

    /** All couriers, those first that are preferred. */
    @Transactional(readOnly = true)
    public List<CourierView> couriers() {
        return couriers.findAllByOrderByPreferenceAscCodeAsc().stream().map(Courier::view).toList();
    }

    /** @throws NotFound if there is no such courier */
    @Transactional(readOnly = true)
    public CourierView courier(String code) {
        return held(code).view();
    }

    /**
     * @param seen the version that whoever tells it saw; null if they saw none
     * @return whether the courier is new
     * @throws Conflict if somebody changed it since
     */
    public boolean store(CourierDraft draft, @Nullable Integer seen) {
        var known = couriers.findByCode(draft.code());
        if (known.isEmpty()) {
            requireUnseen(seen, "There is no courier %s.".formatted(draft.code()));
            couriers.save(Courier.introduced(draft));
            return true;
        }
        if (seen == null) {
            throw new Conflict("There is a courier %s already. Read it, and say which version you saw.".formatted(draft.code()));
        }
        known.get().requireVersion(seen);
        known.get().described(draft);
        return false;
    }

    /**
     * The rows of a courier, by region.
     *
     * @throws NotFound if there is no such courier
     */
    @Transactional(readOnly = true)
    public List<RateView> ratesOf(String code) {
        return rates.findByCourier(held(code).code()).stream().map(CourierRate::view).sorted(BY_REGION).toList();
    }

    /** The rows of all couriers, by courier and region. */
    @Transactional(readOnly = true)
    public List<RateView> allRates() {
        return rates.findAllByOrderByCourier().stream().map(CourierRate::view)
                .sorted(Comparator.comparing(RateView::courier).thenComparing(BY_REGION)).toList();
    }

    /**
     * The row of a region.
     *
     * @param city null for that of the whole province
     * @throws NotFound if there is no such courier or row
     */
    @Transactional(readOnly = true)
    public RateView row(String code, Province province, @Nullable String city) {
        return held(code, province, city).view();
    }

    /**
     * A row of the table, with all that it says.
     *
     * @param seen the version that whoever tells it saw; null if they saw none
     * @throws NotFound if there is no such courier
     * @throws Conflict if somebody changed it since
     */
    public void store(String code, RateDraft draft, @Nullable Integer seen) {
        var row = row(code, draft);
        if (row.isEmpty()) {
            add(code, draft, seen);
            return;
        }
        if (seen == null) {
            throw new Conflict("%s has a row for %s already. Read it, and say which version you saw.".formatted(
                    held(code).code(), row.get().region()));
        }
        row.get().requireVersion(seen);
        cover(row.get(), draft);
        price(row.get(), draft);
    }

    /**
     * Somebody asked the courier whether it goes there (PAR-4). What it takes stays as it was.
     *
     * @param seen the version that whoever tells it saw; null if they saw none, then the later answer counts
     * @throws NotFound  if there is no such courier
     * @throws Conflict  if somebody changed it since, or asked later
     * @throws Forbidden if it says other fees or days than the table
     */
    public void noteCoverage(String code, RateDraft draft, @Nullable Integer seen) {
        var row = row(code, draft);
        var saysMore = draft.tariff() != null || draft.days() != null;
        if (saysMore && (row.isEmpty() || !row.get().isPricedAs(draft))) {
            throw new Forbidden("What couriers take, and how long they need, is for supervisors and platform managers to change.");
        }
        if (row.isEmpty()) {
            add(code, draft, seen);
            return;
        }
        var known = row.get();
        if (seen != null) {
            known.requireVersion(seen);
        } else if (known.coverageSource() != CoverageSource.TABLE && known.coverageAsOf() != null && draft.asOf() != null
                && draft.asOf().isBefore(known.coverageAsOf())) {
            throw new Conflict("Somebody asked %s about %s later, on %s.".formatted(known.courier(), known.region(),
                    known.coverageAsOf()));
        }
        cover(known, draft);
    }

    /**
     * A row of a courier's whole table. What the courier was asked after the day that the table is of, stays.
     *
     * @throws NotFound if there is no such courier
     */
    public Result take(String code, RateDraft draft) {
        var row = row(code, draft);
        if (row.isEmpty()) {
            add(code, draft, null);
            return Result.STORED;
        }
        var isCovered = !row.get().isKnownBetterThan(draft) && cover(row.get(), draft);
        var isPriced = price(row.get(), draft);
        return isCovered || isPriced ? Result.STORED : Result.UNCHANGED;
    }

    /**
     * The table does not have this row any more.
     *
     * @throws NotFound if there is no such courier or row
     * @throws Conflict if somebody changed it since
     */
    public void remove(String code, Province province, @Nullable String city, int seen) {
        var row = held(code, province, city);
        row.requireVersion(seen);
        rates.delete(row);
    }

    /** @return whether that is news */
    private boolean cover(CourierRate row, RateDraft draft) {
        var isNews = !row.isCoveredAs(draft);
        if (isNews) {
            row.covered(draft, actors.current(), clock.instant());
        }
        return isNews;
    }

    /** @return whether that is news */
    private boolean price(CourierRate row, RateDraft draft) {
        var isNews = !row.isPricedAs(draft);
        if (isNews) {
            row.priced(draft, actors.current(), clock.instant());
        }
        return isNews;
    }

    private void add(String code, RateDraft draft, @Nullable Integer seen) {
        requireUnseen(seen, "The row is not there any more.");
        rates.save(CourierRate.added(held(code).code(), draft, actors.current(), clock.instant()));
    }

    private Optional<CourierRate> row(String code, RateDraft draft) {
        return rates.findByCourierAndProvinceAndCityKey(held(code).code(), draft.province().chinese(), draft.cityKey());
    }

    private Courier held(String code) {
        return couriers.findByCode(code.strip().toUpperCase(Locale.ROOT))
                .orElseThrow(() -> new NotFound("There is no courier %s.".formatted(code)));
    }

    private CourierRate held(String code, Province province, @Nullable String city) {
        return rates.findByCourierAndProvinceAndCityKey(held(code).code(), province.chinese(), Names.ofCity(city))
                .orElseThrow(() -> new NotFound("There is no such row."));
    }

    private static void requireUnseen(@Nullable Integer seen, String otherwise) {
        if (seen != null) {
            throw new Conflict(otherwise);
        }
    }
}
