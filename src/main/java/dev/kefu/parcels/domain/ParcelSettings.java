package dev.kefu.parcels.domain;

import dev.kefu.shared.StartRefused;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How parcels that can't be delivered are dealt with: {@code kefu.parcels.*}.
 *
 * @param contactTries        so many tries without an answer, then a supervisor decides
 * @param nextTryMinutes      of office hours until the next try
 * @param escalateAfterDays   office days after which team leaders follow a parcel up that is not back (PAR-5)
 * @param overdueAfterDays    so many days after the courier's own time, a parcel that went out again is asked after
 * @param usualDays           to arrive, where the courier's table says none
 * @param weightOfUnknown     grams of a unit whose weight the shop does not tell
 */
@ConfigurationProperties("kefu.parcels")
record ParcelSettings(@DefaultValue("3") int contactTries, @DefaultValue("240") int nextTryMinutes,
        @DefaultValue("5") int escalateAfterDays, @DefaultValue("3") int overdueAfterDays, @DefaultValue("5") int usualDays,
        @DefaultValue("1000") int weightOfUnknown) {

    ParcelSettings {
        if (contactTries < 1 || nextTryMinutes < 1 || escalateAfterDays < 1 || overdueAfterDays < 0 || usualDays < 1
                || weightOfUnknown < 1) {
            throw new StartRefused("A setting of kefu.parcels is too small.",
                    "Set contact-tries, next-try-minutes, escalate-after-days, usual-days and weight-of-unknown to 1 or more,"
                            + " overdue-after-days to 0 or more.");
        }
    }
}
