package dev.kefu.stockouts.domain;

import dev.kefu.shared.Text;
import dev.kefu.stock.StockStanding;
import dev.kefu.workflow.ProcessVariable;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.springframework.lang.Nullable;

/**
 * What timers wait for and forms show of a stock-out, as it stands.
 *
 * @param promisedOn  the day on which the goods should leave, null if nobody knows one
 * @param promiseEnds when that day is over; at once while the customer is still to be asked about goods that lie ready
 * @param dispatchBy  until when the warehouse should send what lies ready
 * @param silenceAt   when silence is decided by the table, null while nothing is asked
 * @param askAgainAt  when a customer who could not be reached is tried again, null if they were not tried
 * @param goods       what has not left: {@code "2 × Thermos cup (line 1)"}
 * @param toCount     which articles the warehouse counts, a line for each
 * @param situation   how it stands, for whoever speaks with the customer or decides; at most 4000 characters
 */
public record Shown(@Nullable LocalDate promisedOn, @Nullable Instant promiseEnds, Instant dispatchBy,
        @Nullable Instant silenceAt, @Nullable Instant askAgainAt, String goods, String toCount, String situation) {

    private static final LocalTime LAST_MINUTE = LocalTime.of(23, 59);

    static Shown of(StockOutCase goods, StockStanding standing, Clock clock) {
        var now = clock.instant();
        var day = goods.promised().promisedOn();
        var question = goods.question();
        return new Shown(day, question.isLate() ? now : goods.promised().ends(),
                day == null ? now : day.atTime(LAST_MINUTE).atZone(clock.getZone()).toInstant(),
                question.silenceAt(), question.askAgainAt(), StockOutWords.notLeft(goods), StockOutWords.toCount(goods),
                Text.shortened(Situation.of(goods, standing), ProcessVariable.LONGEST_TEXT));
    }
}
