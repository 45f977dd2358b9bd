package dev.kefu.couriers;

import java.time.Instant;
import java.time.LocalDate;
import org.springframework.lang.Nullable;

/**
 * A row of a courier's table as it is stored.
 *
 * @param province by its short Chinese name
 * @param city     null for the row of the whole province
 * @param tariff   null if nobody said what it costs
 * @param source   who said whether the region is reached, and {@code asOf} when; null if unknown
 * @param version  counts its changes; whoever changes it says which one they saw
 */
public record RateView(String courier, String province, @Nullable String city, boolean reached,
        @Nullable RateDraft.Tariff tariff, @Nullable Integer days, CoverageSource source, @Nullable LocalDate asOf,
        String changedBy, Instant changedAt, int version) {
}
