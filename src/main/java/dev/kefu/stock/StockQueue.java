package dev.kefu.stock;

import dev.kefu.shared.CaseNumber;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Limit;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;

/**
 * Who is promised what, and who waits: first asked, first served, unit by unit. For callers who hold the articles.
 *
 * <p>Whether a case has all it waits for depends on several articles, which several may serve at once. So whoever serves
 * others holds, beside the articles, all that these cases wait for, in the order of the case numbers.
 */
@Component
class StockQueue {

    private final StockWants wants;
    private final StockReservations reservations;
    private final StockBook book;
    private final ApplicationEventPublisher events;

    StockQueue(StockWants wants, StockReservations reservations, StockBook book, ApplicationEventPublisher events) {
        this.wants = wants;
        this.reservations = reservations;
        this.book = book;
        this.events = events;
    }

    /** So many units of an article, which come to a case or are taken from it. */
    private record Turn(CaseNumber caseNumber, StockItem item, int units) {
    }

    /** From now on the case has so many units of the article promised. */
    void promise(CaseNumber caseNumber, StockItem item, @Nullable StockReservation own, int units) {
        var change = units - (own == null ? 0 : own.quantity());
        if (change != 0) {
            keep(caseNumber, item, own, units, own == null ? item.nextPlace() : own.place());
            book.note(item, change > 0 ? MovementKind.RESERVED : MovementKind.RELEASED, Math.abs(change), caseNumber, null);
        }
    }

    /** From now on the case waits for so many units of the article; whoever asks for more than before asks anew. */
    void await(CaseNumber caseNumber, StockItem item, @Nullable StockWant own, int units) {
        if (own == null && units > 0) {
            wants.save(StockWant.asked(caseNumber, item.getId(), units, item.nextPlace()));
        } else if (own != null && units == 0) {
            wants.delete(own);
        } else if (own != null && units != own.quantity()) {
            own.become(units, units > own.quantity() ? item.nextPlace() : own.place());
        }
    }

    /** What the case has of the article and waits for goes to another case, with its place; nobody else sees a unit of it. */
    void handOver(CaseGoods goods, StockItem item, CaseNumber to, CaseGoods before) {
        var sku = item.getId();
        var given = goods.reservation(sku);
        if (given != null) {
            var units = given.quantity();
            keep(given.caseNumber(), item, given, 0, given.place());
            book.note(item, MovementKind.RELEASED, units, given.caseNumber(), null);
            keep(to, item, before.reservation(sku), before.promised(sku) + units, given.place());
            book.note(item, MovementKind.RESERVED, units, to, null);
        }
        var want = goods.want(sku);
        if (want != null) {
            wants.delete(want);
            putBack(to, sku, before.want(sku), want.quantity(), want.place());
        }
    }

    /**
     * Promises all that is left of the articles to those who wait for it.
     *
     * @param asking the case that is told by its own call, not by an event, if it has all now; null if there is none
     */
    void serve(Collection<StockItem> articles, @Nullable CaseNumber asking) {
        var turns = articles.stream().filter(item -> item.left() > 0).flatMap(item -> turns(item).stream()).toList();
        var waiting = hold(turns);
        var served = new LinkedHashSet<CaseNumber>();
        for (var turn : turns) {
            var wanted = waiting.get(turn.caseNumber());
            var want = wanted.get(turn.item().getId());
            var own = reservations.findByKey(new UnitsOfCase.Key(turn.caseNumber().value(), turn.item().getId())).orElse(null);
            keep(turn.caseNumber(), turn.item(), own, turn.units() + (own == null ? 0 : own.quantity()), want.place());
            book.note(turn.item(), MovementKind.RESERVED, turn.units(), turn.caseNumber(), null);
            want.become(want.quantity() - turn.units());
            if (want.quantity() == 0) {
                wants.delete(want);
                wanted.remove(want.sku());
            }
            served.add(turn.caseNumber());
        }
        served.stream().filter(each -> waiting.get(each).isEmpty() && !each.equals(asking))
                .forEach(each -> events.publishEvent(new GoodsReady(each)));
    }

    private List<Turn> turns(StockItem item) {
        var turns = new ArrayList<Turn>();
        var left = item.left();
        for (var want : wants.findQueueFor(item.getId(), Limit.of(left))) {
            var units = Math.min(left, want.quantity());
            if (units > 0) {
                turns.add(new Turn(want.caseNumber(), item, units));
                left -= units;
            }
        }
        return turns;
    }

    /** What is promised beyond what lies there, those lose who asked last; they wait for it again, at their old place. */
    void takeBackWhatIsNotThere(StockItem item) {
        var losses = new ArrayList<Turn>();
        var missing = -item.left();
        var places = new HashMap<CaseNumber, StockReservation>();
        for (var promise : missing > 0 ? reservations.findNewestOf(item.getId(), Limit.of(missing)) : List.<StockReservation>of()) {
            var units = Math.min(missing, promise.quantity());
            if (units > 0) {
                losses.add(new Turn(promise.caseNumber(), item, units));
                places.put(promise.caseNumber(), promise);
                missing -= units;
            }
        }
        var waiting = hold(losses);
        for (var loss : losses) {
            var promise = places.get(loss.caseNumber());
            keep(loss.caseNumber(), item, promise, promise.quantity() - loss.units(), promise.place());
            book.note(item, MovementKind.LOST, loss.units(), loss.caseNumber(), null);
            putBack(loss.caseNumber(), item.getId(), waiting.get(loss.caseNumber()).get(item.getId()), loss.units(), promise.place());
        }
        losses.forEach(each -> events.publishEvent(new GoodsLost(each.caseNumber())));
    }

    private void keep(CaseNumber caseNumber, StockItem item, @Nullable StockReservation own, int units, long place) {
        item.promised(units - (own == null ? 0 : own.quantity()));
        if (own == null) {
            reservations.save(StockReservation.promised(caseNumber, item.getId(), units, place));
        } else if (units == 0) {
            reservations.delete(own);
        } else {
            own.become(units);
        }
    }

    private void putBack(CaseNumber caseNumber, String sku, @Nullable StockWant own, int more, long place) {
        if (own == null) {
            wants.save(StockWant.asked(caseNumber, sku, more, place));
        } else {
            own.become(own.quantity() + more, Math.min(own.place(), place));
        }
    }

    /** All that these cases wait for, by case and SKU. */
    private Map<CaseNumber, Map<String, StockWant>> hold(List<Turn> turns) {
        var held = new HashMap<CaseNumber, Map<String, StockWant>>();
        turns.stream().map(turn -> turn.caseNumber().value()).distinct().sorted().forEach(number ->
                held.put(CaseNumber.of(number), wants.holdOf(number).stream()
                        .collect(Collectors.toMap(StockWant::sku, Function.identity(), (one, other) -> one, HashMap::new))));
        return held;
    }
}
