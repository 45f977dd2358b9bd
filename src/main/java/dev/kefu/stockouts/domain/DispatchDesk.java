package dev.kefu.stockouts.domain;

import static dev.kefu.stockouts.domain.NextMove.APPROVE_SUBSTITUTE;
import static dev.kefu.stockouts.domain.NextMove.ASK;
import static dev.kefu.stockouts.domain.NextMove.AUTHORISE;
import static dev.kefu.stockouts.domain.NextMove.CLOSE;
import static dev.kefu.stockouts.domain.NextMove.COUNT;
import static dev.kefu.stockouts.domain.NextMove.REPAY;
import static dev.kefu.stockouts.domain.NextMove.SHIP;
import static dev.kefu.stockouts.domain.NextMove.WAIT;

import dev.kefu.calendar.Estimate;
import dev.kefu.calendar.WorkingCalendar;
import dev.kefu.cases.CaseFiles;
import dev.kefu.shared.Listed;
import dev.kefu.stock.Stock;
import dev.kefu.stock.StockStanding;
import dev.kefu.workflow.Decisions;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;

/** When goods leave: what is reserved, what the customer is promised, and what comes next (STK-2 to STK-4, STK-6). */
@Component
class DispatchDesk {

    static final String DELAYS = "dispatch-delay";

    private final Stock stock;
    private final WorkingCalendar calendar;
    private final Decisions decisions;
    private final StockOutNews news;
    private final StockOutSettings settings;
    private final CaseFiles cases;
    private final Clock clock;

    DispatchDesk(Stock stock, WorkingCalendar calendar, Decisions decisions, StockOutNews news, StockOutSettings settings,
            CaseFiles cases, Clock clock) {
        this.stock = stock;
        this.calendar = calendar;
        this.decisions = decisions;
        this.news = news;
        this.settings = settings;
        this.cases = cases;
        this.clock = clock;
    }

    /** The first thing that the customer hears; with a day where the table knows one (STK-1, STK-2). */
    void apologise(StockOutCase goods) {
        stock.reserveOrWait(goods.number(), goods.parts().owed());
        if (goods.origin().cause() != StockOutCause.OUT_OF_STOCK) {
            var days = decisions.ask(DELAYS, Map.of("cause", goods.origin().cause().name())).number("days");
            var day = leavesIn(days);
            tell(goods, day);
            news.late(goods);
        } else if (goods.counting().isDue()) {
            news.apology(goods);
        }
    }

    /** What comes next, whenever it is asked; what is short is promised for a day, and the customer asked about it. */
    NextMove next(StockOutCase goods) {
        var move = decide(goods);
        if (move == ASK && goods.question().silenceAt() == null) {
            goods.question().put(silence());
        }
        goods.wait(move);
        return move;
    }

    private NextMove decide(StockOutCase goods) {
        if (goods.repayment().isDue()) {
            return REPAY;
        }
        if (goods.isServed()) {
            return CLOSE;
        }
        if (goods.question().isNeeded()) {
            return ASK;
        }
        if (!goods.parts().hasOpen() || goods.repayment().isWanted()) {
            return AUTHORISE;
        }
        if (goods.substitution().isToApprove()) {
            return APPROVE_SUBSTITUTE;
        }
        return decideByStock(goods);
    }

    private NextMove decideByStock(StockOutCase goods) {
        var standing = stock.reserveOrWait(goods.number(), goods.parts().owed());
        if (goods.counting().isDue()) {
            return COUNT;
        }
        if (standing.isComplete() && goods.question().isOpen() && !goods.question().isLate()) {
            goods.question().answered();
        }
        if (standing.isComplete() || goods.parts().isRestFirst() && !standing.reserved().isEmpty()) {
            goods.parts().prepare(standing.reserved());
            aim(goods);
            return SHIP;
        }
        if (goods.counting().isMissing()) {
            goods.counting().becomesDue();
            return COUNT;
        }
        if (goods.promised().needsAnother(clock.instant()) && !goods.question().isOpen()) {
            promise(goods, standing.waiting().keySet());
        }
        return goods.question().isOpen() ? ASK : WAIT;
    }

    /** The promised day is over and the goods have not left: another one is told, and the customer asked about it (STK-6). */
    void brokenPromise(StockOutCase goods) {
        if (goods.question().isOpen()) {
            return;
        }
        cases.recordFact(goods.number(), "PROMISE_PASSED", goods.promised().promisedOn() == null ? null
                : goods.promised().promisedOn().toString());
        var standing = stock.standingOf(goods.number());
        promise(goods, standing.waiting().keySet());
        if (goods.status() == StockOutStatus.TO_SHIP) {
            goods.question().concernsGoodsThatAreThere();
        } else {
            goods.wait(ASK);
        }
    }

    /** What the customer is promised, once more, of what they chose or still wait for. */
    void promiseAnew(StockOutCase goods) {
        goods.promised().becomesDue();
    }

    StockStanding standingOf(StockOutCase goods) {
        return stock.standingOf(goods.number());
    }

    Instant silence() {
        return calendar.plusOfficeDays(clock.instant(), settings.silenceAfterDays());
    }

    Instant nextTry() {
        return calendar.plusOfficeMinutes(clock.instant(), 60L * settings.askAgainAfterHours());
    }

    private void promise(StockOutCase goods, Collection<String> shortOf) {
        var day = replenishment(shortOf);
        var delay = tell(goods, day.orElse(null));
        goods.question().put(silence());
        news.promised(goods, delay);
    }

    /** Nobody knows a day if nobody knows it of one of the articles; goods that are there leave on the next day. */
    private Optional<Estimate> replenishment(Collection<String> shortOf) {
        if (shortOf.isEmpty()) {
            return Optional.of(calendar.dispatchOf(clock.instant()));
        }
        var days = shortOf.stream().map(sku -> stock.find(sku).map(level -> level.replenishmentDays()).orElse(null)).toList();
        return days.contains(null) ? Optional.empty()
                : Optional.of(leavesIn(days.stream().mapToInt(Integer::intValue).max().orElseThrow()));
    }

    /** What takes no day leaves with what is there: today only before the cut-off (SHP-1). */
    private Estimate leavesIn(int days) {
        return days == 0 ? calendar.dispatchOf(clock.instant()) : calendar.dispatchAfter(today(), days);
    }

    private Delay tell(StockOutCase goods, @Nullable Estimate estimate) {
        var day = estimate == null ? null : estimate.day();
        var ends = day == null ? calendar.plusOfficeDays(clock.instant(), settings.lookAgainAfterDays()) : endOf(day);
        var delay = goods.promised().tell(day, ends, goods.origin().leftAt(), clock.instant());
        cases.recordFact(goods.number(), day == null ? "DISPATCH_UNKNOWN" : "DISPATCH_PROMISED", day == null ? null
                : Stream.concat(Stream.of("The goods should leave on " + day + "."), estimate.caveats().stream())
                        .collect(Listed.sentences()));
        return delay;
    }

    /** A day for the warehouse: the promised one or, without one that is still to come, the next on which goods leave. */
    private void aim(StockOutCase goods) {
        var promised = goods.promised();
        if (promised.promisedOn() == null || promised.isOver(clock.instant())) {
            var day = calendar.dispatchOf(clock.instant()).day();
            promised.aim(day, endOf(day));
        }
    }

    private Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(clock.getZone()).toInstant();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
