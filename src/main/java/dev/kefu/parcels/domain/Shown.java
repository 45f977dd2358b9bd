package dev.kefu.parcels.domain;

import java.time.Instant;
import org.springframework.lang.Nullable;

/**
 * What timers wait for and forms show of a parcel's case, as it stands; what the next step does not need is null.
 *
 * @param goods          what is to reach the customer: {@code "2 × Thermos cup (line 1)"}
 * @param report         what was reported
 * @param situation      how it stands, for whoever does something about it; at most 4000 characters
 * @param quotes         what each courier takes to the customer's place (SHP-3, SHP-4)
 * @param surcharge      what is to be collected, and why
 * @param byLeaders      whether team leaders follow it up
 * @param nextChase      when the courier is to be asked once more; null for at once
 * @param nextReminder   when it is noted that the parcel is still not back: on the next office day
 * @param chaseEscalates when others follow it up, as it is not back by then (PAR-5); what went out again, from the day on which
 *                       it should have arrived
 * @param holdUntil      until when an answer is waited for
 * @param nextTry        when it is tried again to reach the customer; null for at once
 * @param deliveryDue    when what went out again is asked after
 */
public record Shown(String orderNumber, String goods, String report, String situation, @Nullable String quotes,
        @Nullable String surcharge, boolean byLeaders, @Nullable Instant nextChase, Instant nextReminder,
        @Nullable Instant chaseEscalates, @Nullable Instant holdUntil, @Nullable Instant nextTry, @Nullable Instant deliveryDue) {

    /** Whether a reminder is left before others follow it up. */
    public boolean isReminderLeft() {
        return chaseEscalates != null && nextReminder.isBefore(chaseEscalates);
    }
}
