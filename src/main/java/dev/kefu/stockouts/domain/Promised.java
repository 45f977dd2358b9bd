package dev.kefu.stockouts.domain;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.springframework.lang.Nullable;

/** The days that the customer was told, of which the last one counts (STK-4, STK-6). */
@Embeddable
class Promised {

    private boolean promiseDue;
    @Enumerated(EnumType.STRING)
    private Delay delay;
    private Integer delayDays;
    private LocalDate promisedOn;
    private Instant promiseEnds;
    @ElementCollection
    @CollectionTable(name = "stock_out_promise", joinColumns = @JoinColumn(name = "case_number"))
    @OrderColumn(name = "position")
    private List<ToldPromise> promises = new ArrayList<>();

    /**
     * The customer is told.
     *
     * @param day  null if nobody knows one
     * @param ends when it is over, or without a day when somebody looks again
     * @param left when the order should have left
     */
    Delay tell(@Nullable LocalDate day, Instant ends, LocalDate left, Instant at) {
        delay = day == null ? Delay.INDEFINITE : promises.isEmpty() ? Delay.FIRST : Delay.NEXT;
        var told = ToldPromise.told(delay, day, at);
        delayDays = told.delayDays(left);
        promises.add(told);
        aim(day, ends);
        promiseDue = false;
        return delay;
    }

    /** A day for the warehouse that the customer was not told. */
    void aim(@Nullable LocalDate day, Instant ends) {
        promisedOn = day;
        promiseEnds = ends;
    }

    /** What was told does not hold any more. */
    void becomesDue() {
        promiseDue = true;
    }

    boolean isOver(Instant now) {
        return promiseEnds == null || !now.isBefore(promiseEnds.truncatedTo(ChronoUnit.MILLIS));
    }

    boolean needsAnother(Instant now) {
        return promiseDue || promises.isEmpty() || isOver(now);
    }

    /** As {@code delay-consent} knows it; before any promise it is the first that counts. */
    Delay delay() {
        return delay == null ? Delay.FIRST : delay;
    }

    /** Calendar days after the day on which the order should have left; null without a promised day. */
    @Nullable
    Integer delayDays() {
        return delayDays;
    }

    @Nullable
    LocalDate promisedOn() {
        return promisedOn;
    }

    @Nullable
    Instant ends() {
        return promiseEnds;
    }

    List<ToldPromise> told() {
        return List.copyOf(promises);
    }
}
