package dev.kefu.couriers;

import dev.kefu.couriers.RateDraft.Tariff;
import dev.kefu.shared.Conflict;
import dev.kefu.shared.Money;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.springframework.lang.Nullable;

/** A row of a courier's table: whether it goes to a region, what it takes and how long it needs (SHP-3). */
@Entity
@Table(name = "courier_rate")
class CourierRate {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "courier_rate_sequence")
    @SequenceGenerator(name = "courier_rate_sequence", sequenceName = "courier_rate_sequence", allocationSize = 50)
    private Long id;
    private String courier;
    private String province;
    private String city;
    private String cityKey;
    @Column(name = "is_reached")
    private boolean reached;
    private Integer firstWeightGrams;
    private BigDecimal firstFee;
    private Integer stepGrams;
    private BigDecimal stepFee;
    private Integer days;
    @Enumerated(EnumType.STRING)
    private CoverageSource coverageSource;
    private LocalDate coverageAsOf;
    private String changedBy;
    private Instant changedAt;
    @Version
    private Integer version;

    protected CourierRate() {
    }

    /** A region that the courier's table did not have. */
    static CourierRate added(String courier, RateDraft draft, String who, Instant when) {
        var rate = new CourierRate();
        rate.courier = courier;
        rate.province = draft.province().chinese();
        rate.city = draft.city();
        rate.cityKey = draft.cityKey();
        rate.covered(draft, who, when);
        rate.priced(draft, who, when);
        return rate;
    }

    /** Somebody said whether the courier goes there. */
    void covered(RateDraft draft, String who, Instant when) {
        reached = draft.reached();
        coverageSource = draft.source();
        coverageAsOf = draft.asOf();
        changed(who, when);
    }

    /** What it takes, and how long it needs, is as the draft says. */
    void priced(RateDraft draft, String who, Instant when) {
        var tariff = draft.tariff();
        firstWeightGrams = tariff == null ? null : tariff.firstWeightGrams();
        firstFee = tariff == null ? null : tariff.firstFee().amount();
        stepGrams = tariff == null ? null : tariff.stepGrams();
        stepFee = tariff == null ? null : tariff.stepFee().amount();
        days = draft.days();
        changed(who, when);
    }

    private void changed(String who, Instant when) {
        changedBy = who;
        changedAt = when;
    }

    boolean isCoveredAs(RateDraft draft) {
        return reached == draft.reached() && coverageSource == draft.source() && Objects.equals(coverageAsOf, draft.asOf());
    }

    boolean isPricedAs(RateDraft draft) {
        return Objects.equals(tariff(), draft.tariff()) && Objects.equals(days, draft.days());
    }

    /** Whether somebody asked the courier after the day that a table is of: what was learnt later counts. */
    boolean isKnownBetterThan(RateDraft table) {
        return table.source() == CoverageSource.TABLE && coverageSource != CoverageSource.TABLE && coverageAsOf != null
                && (table.asOf() == null || table.asOf().isBefore(coverageAsOf));
    }

    /** @throws Conflict if somebody changed it since */
    void requireVersion(int seen) {
        if (seen != version) {
            throw new Conflict("Somebody changed the row of %s for %s meanwhile. Read it again.".formatted(courier, region()));
        }
    }

    /** As people read it: {@code 浙江 杭州市}. */
    String region() {
        return city == null ? province : province + " " + city;
    }

    @Nullable
    Tariff tariff() {
        return firstFee == null ? null : new Tariff(firstWeightGrams, new Money(firstFee, Money.CNY), stepGrams,
                new Money(stepFee, Money.CNY));
    }

    String courier() {
        return courier;
    }

    String cityKey() {
        return cityKey;
    }

    boolean isReached() {
        return reached;
    }

    @Nullable
    Integer days() {
        return days;
    }

    CoverageSource coverageSource() {
        return coverageSource;
    }

    @Nullable
    LocalDate coverageAsOf() {
        return coverageAsOf;
    }

    RateView view() {
        return new RateView(courier, province, city, reached, tariff(), days, coverageSource, coverageAsOf, changedBy, changedAt,
                version);
    }
}
