package dev.kefu.stockouts.domain;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.springframework.lang.Nullable;

/** A day that the customer was told, or that there is none. */
@Embeddable
class ToldPromise {

    @Enumerated(EnumType.STRING)
    private Delay delay;
    private LocalDate promisedOn;
    private Instant toldAt;

    protected ToldPromise() {
    }

    static ToldPromise told(Delay delay, @Nullable LocalDate promisedOn, Instant at) {
        var promise = new ToldPromise();
        promise.delay = delay;
        promise.promisedOn = promisedOn;
        promise.toldAt = at;
        return promise;
    }

    Delay delay() {
        return delay;
    }

    @Nullable
    LocalDate promisedOn() {
        return promisedOn;
    }

    /** Calendar days after the day on which the order should have left; null without a promised day. */
    @Nullable
    Integer delayDays(LocalDate left) {
        return promisedOn == null ? null : Math.toIntExact(Math.max(0, ChronoUnit.DAYS.between(left, promisedOn)));
    }

    Instant toldAt() {
        return toldAt;
    }
}
