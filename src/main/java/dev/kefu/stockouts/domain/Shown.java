package dev.kefu.stockouts.domain;

import dev.kefu.shared.Listed;
import dev.kefu.shared.Money;
import dev.kefu.shared.Text;
import dev.kefu.stock.StockStanding;
import dev.kefu.workflow.ProcessVariable;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
 * @param toCount     the articles that are owed, each once, for whoever counts them
 * @param units       what the next step is about: what to send, or what is given back
 * @param decidedBy   the group that decides on what is wanted, null if nothing was ever to be decided
 * @param situation   how it stands, for whoever speaks with the customer or decides; at most 4000 characters
 */
public record Shown(@Nullable LocalDate promisedOn, @Nullable Instant promiseEnds, Instant dispatchBy,
        @Nullable Instant silenceAt, @Nullable Instant askAgainAt, String goods, List<CountedStock> toCount, String units,
        @Nullable String decidedBy, String situation) {

    private static final LocalTime LAST_MINUTE = LocalTime.of(23, 59);

    /** @param worth what would go back now, null unless somebody decides on it */
    static Shown of(StockOutCase goods, StockStanding standing, @Nullable Money worth, Clock clock) {
        var now = clock.instant();
        var day = goods.promised().promisedOn();
        var question = goods.question();
        return new Shown(day, question.isLate() ? now : goods.promised().ends(),
                day == null ? now : day.atTime(LAST_MINUTE).atZone(clock.getZone()).toInstant(),
                question.silenceAt(), question.askAgainAt(), StockOutWords.notLeft(goods), toCount(goods), units(goods, worth),
                goods.askedGroup(), Text.shortened(Situation.of(goods, standing), ProcessVariable.LONGEST_TEXT));
    }

    private static List<CountedStock> toCount(StockOutCase goods) {
        var names = goods.parts().open().collect(Collectors.toMap(StockOutPart::sku,
                part -> part.isSubstituted() ? part.sku() : part.name(), (one, same) -> one, TreeMap::new));
        return names.entrySet().stream().map(each -> CountedStock.toCount(each.getKey(), each.getValue())).toList();
    }

    private static String units(StockOutCase goods, @Nullable Money worth) {
        return worth == null ? StockOutWords.withLines(goods.parts().which(PartFate.TO_SHIP))
                : Stream.of(StockOutWords.notLeft(goods), "worth " + worth).collect(Listed.parts());
    }
}
