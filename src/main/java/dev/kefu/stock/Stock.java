package dev.kefu.stock;

import dev.kefu.shared.CaseNumber;
import dev.kefu.shared.Conflict;
import dev.kefu.shared.Money;
import dev.kefu.shared.NotFound;
import dev.kefu.shared.RuleViolation;
import dev.kefu.shared.Text;
import dev.kefu.workflow.Actors;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door to the stock: what there is of an article, and what of it is promised to cases (RET-5).
 *
 * <p>All that changes an article holds its row, several articles in the order of their SKUs, so that of several at once
 * each sees what the one before did and none waits for another in a ring. Every change is a row of {@code stock_movement}.
 */
@Service
@Transactional
public class Stock {

    private final StockItems items;
    private final StockReservations reservations;
    private final StockMovements movements;
    private final EntityManager entities;
    private final Actors actors;
    private final Clock clock;

    Stock(StockItems items, StockReservations reservations, StockMovements movements, EntityManager entities,
            Actors actors, Clock clock) {
        this.items = items;
        this.reservations = reservations;
        this.movements = movements;
        this.entities = entities;
        this.actors = actors;
        this.clock = clock;
    }

    /** Spaces around the SKU don't matter. Empty if the warehouse never saw the article. */
    @Transactional(readOnly = true)
    public Optional<StockLevel> find(String sku) {
        return items.findBySku(Text.composed(sku)).map(item -> {
            var level = item.level();
            // What was read without the lock must not pass for the held article later in the same transaction
            entities.flush();
            entities.detach(item);
            return level;
        });
    }

    /**
     * So many were counted, of an article that may be new. A count may find fewer than are promised (ADR 0026). What is
     * not said of replenishment and price stays as it was.
     *
     * @return whether the article is new
     * @throws RuleViolation if a value can't be, with all that is wrong
     */
    public boolean store(String sku, @Nullable Integer onHand, @Nullable Integer replenishmentDays, @Nullable Money price) {
        var name = Text.composed(sku);
        new StockCheck().sku(name).onHand(onHand).replenishmentDays(replenishmentDays).refuseIfAny();
        var known = items.hold(name);
        var item = known.orElseGet(() -> items.save(StockItem.firstSeen(name)));
        var before = item.onHand();
        item.counted(onHand);
        item.described(replenishmentDays, price);
        if (known.isEmpty() || before != onHand) {
            note(item, MovementKind.COUNTED, onHand - before, null, null);
        }
        return known.isEmpty();
    }

    /**
     * Goods came.
     *
     * @param key names the delivery, for whoever tells it twice: it counts once for each article; null if there is none
     * @throws NotFound      if the warehouse never saw the article
     * @throws RuleViolation if the quantity or the key can't be
     * @throws Conflict      if another quantity arrived under the same key
     */
    public void arrive(String sku, @Nullable Integer quantity, @Nullable String key) {
        new StockCheck().arriving(quantity).key(key).refuseIfAny();
        var item = items.hold(Text.composed(sku)).orElseThrow(() -> new NotFound("There is no article " + sku + " in stock."));
        var once = key == null ? null : MovementKind.ARRIVED + " " + key;
        var earlier = Optional.ofNullable(once).flatMap(name -> movements.findBySkuAndOnceKey(item.getId(), name));
        if (earlier.isPresent()) {
            requireSame(earlier.get().units().quantity() == quantity,
                    "%d of %s arrived under the key %s already.".formatted(earlier.get().units().quantity(), sku, key));
            return;
        }
        new StockCheck().fitting(quantity, item.onHand()).refuseIfAny();
        item.added(quantity);
        note(item, MovementKind.ARRIVED, quantity, null, once);
    }

    /**
     * Promises these units to the case, and no others: all of them or, if one article has too few, none; then it keeps
     * what it had. The same again changes nothing. An article named twice counts with the sum.
     *
     * @return whether the case has them now
     */
    public boolean reserve(CaseNumber caseNumber, List<SkuQuantity> units) {
        var wanted = summed(units);
        var reach = new TreeSet<>(wanted.keySet());
        reach.addAll(reservations.findSkusOf(caseNumber.value()));
        var articles = hold(reach);
        var own = ownOf(caseNumber, articles);
        var enough = wanted.entrySet().stream().allMatch(each -> articles.containsKey(each.getKey())
                && each.getValue() <= left(articles.get(each.getKey())) + quantity(own.get(each.getKey())));
        // Units that a case holds stay its own, also where a count found fewer than were promised
        var same = wanted.equals(own.values().stream()
                .collect(Collectors.toMap(StockReservation::sku, StockReservation::quantity)));
        if (enough && !same) {
            articles.forEach((sku, item) -> promise(caseNumber, item, own.get(sku), wanted.getOrDefault(sku, 0)));
        }
        return enough || same;
    }

    /** The case has no units promised any more; again changes nothing. */
    public void release(CaseNumber caseNumber) {
        var articles = hold(reservations.findSkusOf(caseNumber.value()));
        ownOf(caseNumber, articles).forEach((sku, own) -> promise(caseNumber, articles.get(sku), own, 0));
    }

    /**
     * The units that are promised to the case leave the warehouse; again changes nothing.
     *
     * @throws Conflict if none was ever promised to it, or fewer are on hand than are to leave
     */
    public void take(CaseNumber caseNumber) {
        var articles = hold(reservations.findSkusOf(caseNumber.value()));
        var own = ownOf(caseNumber, articles);
        if (own.isEmpty() && !movements.existsByCaseNumberAndKind(caseNumber.value(), MovementKind.TAKEN)) {
            throw new Conflict("Nothing is reserved for case " + caseNumber + ".");
        }
        own.forEach((sku, reservation) -> {
            articles.get(sku).taken(reservation.quantity());
            reservations.delete(reservation);
            note(articles.get(sku), MovementKind.TAKEN, reservation.quantity(), caseNumber, null);
        });
    }

    /**
     * Goods that came back in the case can be sold again, of articles that may be new here. Once for each case: the same
     * again changes nothing.
     *
     * @throws Conflict if other goods went back into stock for the case before
     */
    public void restock(CaseNumber caseNumber, List<SkuQuantity> units) {
        var back = summed(units);
        var articles = hold(back.keySet());
        if (isFirst(caseNumber, MovementKind.RESTOCKED, back)) {
            back.forEach((sku, quantity) -> {
                var item = articles.computeIfAbsent(sku, unknown -> items.save(StockItem.firstSeen(sku)));
                item.added(quantity);
                note(item, MovementKind.RESTOCKED, quantity, caseNumber, MovementKind.RESTOCKED + " " + caseNumber);
            });
        }
    }

    /**
     * Goods that came back in the case can't be sold. They were not on hand, so this only notes them. Once for each case:
     * the same again changes nothing.
     *
     * @throws Conflict if other goods were written off for the case before
     */
    public void writeOff(CaseNumber caseNumber, List<SkuQuantity> units) {
        var gone = summed(units);
        if (isFirst(caseNumber, MovementKind.WRITTEN_OFF, gone)) {
            gone.forEach((sku, quantity) -> note(find(sku).orElseGet(() -> StockItem.firstSeen(sku).level()),
                    MovementKind.WRITTEN_OFF, quantity, caseNumber, MovementKind.WRITTEN_OFF + " " + caseNumber));
        }
    }

    /**
     * Promises these units to the case, and no others, as far as there are any; for the rest it waits after all who asked
     * before it. First asked, first served, unit by unit: what comes goes to the one who waits longest ({@link GoodsReady}).
     */
    public StockStanding reserveOrWait(CaseNumber caseNumber, List<SkuQuantity> units) {
        throw new UnsupportedOperationException();
    }

    /** What is promised to the case, and what it waits for. */
    @Transactional(readOnly = true)
    public StockStanding standingOf(CaseNumber caseNumber) {
        throw new UnsupportedOperationException();
    }

    /**
     * Of the units that are promised to the case, these leave the warehouse.
     *
     * @param key what makes it one, however often it is told
     * @throws Conflict if fewer are promised or on hand
     */
    public void take(CaseNumber caseNumber, String key, List<SkuQuantity> units) {
        throw new UnsupportedOperationException();
    }

    /** What is promised to one case, and what it waits for, is from now on the other's, with its place in the queue. */
    public void handOver(CaseNumber from, CaseNumber to) {
        throw new UnsupportedOperationException();
    }

    /** As {@link #restock(CaseNumber, List)}, for a case in which goods come back more than once: once for each key. */
    public void restock(CaseNumber caseNumber, String key, List<SkuQuantity> units) {
        throw new UnsupportedOperationException();
    }

    /** As {@link #writeOff(CaseNumber, List)}, once for each key. */
    public void writeOff(CaseNumber caseNumber, String key, List<SkuQuantity> units) {
        throw new UnsupportedOperationException();
    }

    /** @return whether nothing of the kind was noted for the case yet */
    private boolean isFirst(CaseNumber caseNumber, MovementKind kind, Map<String, Integer> units) {
        var earlier = movements.findByCaseNumberAndKind(caseNumber.value(), kind).stream().map(StockMovement::units)
                .collect(Collectors.toMap(SkuQuantity::sku, SkuQuantity::quantity));
        requireSame(earlier.isEmpty() || earlier.equals(units),
                "Case %s has noted other goods as %s before.".formatted(caseNumber, kind));
        return earlier.isEmpty();
    }

    private void promise(CaseNumber caseNumber, StockItem item, @Nullable StockReservation own, int wanted) {
        var change = wanted - quantity(own);
        if (change == 0) {
            return;
        }
        item.promised(change);
        if (own == null) {
            reservations.save(StockReservation.promised(caseNumber, item.getId(), wanted));
        } else if (wanted == 0) {
            reservations.delete(own);
        } else {
            own.become(wanted);
        }
        note(item, change > 0 ? MovementKind.RESERVED : MovementKind.RELEASED, Math.abs(change), caseNumber, null);
    }

    /** The articles that are there, by SKU, each with its row locked. */
    private SortedMap<String, StockItem> hold(Collection<String> skus) {
        var articles = new TreeMap<String, StockItem>();
        new TreeSet<>(skus).forEach(sku -> items.hold(sku).ifPresent(item -> articles.put(sku, item)));
        return articles;
    }

    /**
     * What the case has, by SKU, read under the articles' locks.
     *
     * @throws OptimisticLockingFailureException if the case got something else at this very moment
     */
    private Map<String, StockReservation> ownOf(CaseNumber caseNumber, Map<String, StockItem> articles) {
        var own = reservations.findOf(caseNumber.value()).stream()
                .collect(Collectors.toMap(StockReservation::sku, Function.identity(), (one, other) -> one, TreeMap::new));
        if (!articles.keySet().containsAll(own.keySet())) {
            throw new OptimisticLockingFailureException("Other goods were reserved for case " + caseNumber + " meanwhile.");
        }
        return own;
    }

    private void note(StockItem item, MovementKind kind, int quantity, @Nullable CaseNumber caseNumber, @Nullable String once) {
        note(item.level(), kind, quantity, caseNumber, once);
    }

    private void note(StockLevel after, MovementKind kind, int quantity, @Nullable CaseNumber caseNumber,
            @Nullable String once) {
        movements.save(StockMovement.of(after, kind, quantity, caseNumber, once, actors.current(), clock.instant()));
    }

    private static int left(StockItem item) {
        return item.onHand() - item.reserved();
    }

    private static int quantity(@Nullable StockReservation own) {
        return own == null ? 0 : own.quantity();
    }

    /** By SKU, without those of which there are none. */
    private static SortedMap<String, Integer> summed(List<SkuQuantity> units) {
        return units.stream().filter(each -> each.quantity() > 0).collect(Collectors.toMap(
                each -> Text.composed(each.sku()), SkuQuantity::quantity, Math::addExact, TreeMap::new));
    }

    private static void requireSame(boolean same, String otherwise) {
        if (!same) {
            throw new Conflict(otherwise);
        }
    }
}
