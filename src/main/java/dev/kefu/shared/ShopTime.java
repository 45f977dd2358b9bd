package dev.kefu.shared;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.springframework.lang.Nullable;

/** Moments as people of the shop read them, whatever the server's time zone is. */
public final class ShopTime {

    private ShopTime() {
    }

    /** Null for null. */
    @Nullable
    public static OffsetDateTime local(@Nullable Instant moment, Clock clock) {
        return local(moment, clock.getZone());
    }

    /** Null for null. */
    @Nullable
    public static OffsetDateTime local(@Nullable Instant moment, ZoneId zone) {
        return moment == null ? null : moment.atZone(zone).toOffsetDateTime();
    }
}
