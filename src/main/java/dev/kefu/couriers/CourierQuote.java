package dev.kefu.couriers;

import dev.kefu.shared.Money;
import java.time.LocalDate;
import org.springframework.lang.Nullable;

/**
 * What one courier takes for one parcel, and why (SHP-3, SHP-4).
 *
 * @param courier          its code: {@code YTO}
 * @param name             as people call it
 * @param reached          whether it goes there, as far as the table knows
 * @param fee              null if the table has no row for the region
 * @param days             to arrive; null if the table doesn't say
 * @param isDefault        whether it is used without being asked for (SHP-2)
 * @param freeOfDifference whether a customer never pays a difference for it (SHP-2)
 * @param difference       what the customer pays if they pay the difference (SHP-4); null if there is no fee
 * @param explanation      which row, which weight step, which sum; one or more sentences for people
 * @param coverageSource   who said whether the region is reached: {@code TABLE, TELEPHONE, WEB_SITE}; null without a row
 * @param coverageAsOf     when; null if unknown
 */
public record CourierQuote(String courier, String name, boolean reached, @Nullable Money fee, @Nullable Integer days,
        boolean isDefault, boolean freeOfDifference, @Nullable Money difference, String explanation,
        @Nullable String coverageSource, @Nullable LocalDate coverageAsOf) {
}
