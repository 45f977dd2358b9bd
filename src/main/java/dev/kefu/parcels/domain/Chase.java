package dev.kefu.parcels.domain;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.springframework.lang.Nullable;

/** How a parcel that is not back is followed up with the courier (PAR-5). */
@Embeddable
class Chase {

    private int chases;
    private Instant chasedSince;
    private Instant chaseEscalatesAt;
    private boolean leadersChase;
    private Instant nextChaseAt;
    private Instant nextReminderAt;

    protected Chase() {
    }

    /** @return whether it begins now */
    boolean begin(Instant at, Instant escalatesAt) {
        if (chasedSince != null) {
            return false;
        }
        chasedSince = at;
        chaseEscalatesAt = escalatesAt;
        return true;
    }

    void asked(@Nullable Instant next) {
        chases++;
        nextChaseAt = next;
    }

    /** Those who chased it so far did not find it. */
    void escalate(Instant again) {
        leadersChase = true;
        chaseEscalatesAt = again;
        nextChaseAt = null;
    }

    /** Once a day, however often it was asked; {@code next} is when it may be noted again. @return whether it is due */
    boolean remind(Instant now, Instant next) {
        if (nextReminderAt != null && now.isBefore(nextReminderAt)) {
            return false;
        }
        nextReminderAt = next;
        return true;
    }

    void end() {
        nextReminderAt = null;
        chasedSince = null;
        leadersChase = false;
        nextChaseAt = null;
    }

    boolean isRunning() {
        return chasedSince != null;
    }

    boolean isForLeaders() {
        return leadersChase;
    }

    int times() {
        return chases;
    }

    @Nullable
    Instant since() {
        return chasedSince;
    }

    @Nullable
    Instant escalatesAt() {
        return chaseEscalatesAt;
    }

    @Nullable
    Instant nextAt() {
        return nextChaseAt;
    }
}
