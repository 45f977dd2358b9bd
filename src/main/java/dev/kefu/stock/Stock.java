package dev.kefu.stock;

import dev.kefu.shared.CaseNumber;
import dev.kefu.shared.Conflict;
import dev.kefu.shared.Money;
import dev.kefu.shared.NotFound;
import dev.kefu.shared.RuleViolation;
import dev.kefu.shared.Text;
import jakarta.persistence.EntityManager;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
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

    /** The most units of an article that are counted. */
    public static final int MOST_UNITS = 10_000_000;

    private final StockItems items;
    private final StockReservations reservations;
    private final StockWants wants;
    private final StockLocks locks;
    private final StockQueue queue;
    private final StockBook book;
    private final EntityManager entities;

    Stock(StockItems items, StockReservations reservations, StockWants wants, StockLocks locks, StockQueue queue,
            StockBook book, EntityManager entities) {
        this.items = items;
        this.reservations = reservations;
        this.wants = wants;
        this.locks = locks;
        this.queue = queue;
        this.book = book;
        this.entities = entities;
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

    /** Units of the article that cases wait for. */
    @Transactional(readOnly = true)
    public long waitedFor(String sku) {
        return wants.sumFor(Text.composed(sku));
    }

    /**
     * So many were counted, of an article that may be new. Of what is promised and was not found, those who asked last have
     * none any more ({@link GoodsLost}); what was found beyond it goes to those who wait (ADR 0041). What is not said of
     * replenishment and price stays as it was.
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
            book.note(item, MovementKind.COUNTED, onHand - before, null, null);
        }
        queue.takeBackWhatIsNotThere(item);
        queue.serve(List.of(item), null);
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
        var earlier = Optional.ofNullable(once).flatMap(name -> book.noted(item.getId(), name));
        if (earlier.isPresent()) {
            if (!earlier.get().equals(quantity)) {
                throw new Conflict("%d of %s arrived under the key %s already.".formatted(earlier.get(), sku, key));
            }
            return;
        }
        new StockCheck().fitting(quantity, item.onHand()).refuseIfAny();
        item.added(quantity);
        book.note(item, MovementKind.ARRIVED, quantity, null, once);
        queue.serve(List.of(item), null);
    }

    /**
     * Promises these units to the case, and no others: all of them or, if one article has too few, none; then it keeps
     * what it had, its place in the queue too. The same again changes nothing. An article named twice counts with the sum.
     * Nobody overtakes those who wait: while somebody does, nothing of the article is left.
     *
     * @return whether the case has them now
     */
    public boolean reserve(CaseNumber caseNumber, List<SkuQuantity> units) {
        var wanted = summed(units);
        var articles = locks.hold(locks.reach(caseNumber, wanted.keySet()));
        var goods = locks.goodsOf(caseNumber, articles);
        var enough = wanted.entrySet().stream().allMatch(each -> articles.containsKey(each.getKey())
                && each.getValue() <= articles.get(each.getKey()).left() + goods.promised(each.getKey()));
        if (enough || goods.has(wanted)) {
            articles.forEach((sku, item) -> {
                queue.await(caseNumber, item, goods.want(sku), 0);
                queue.promise(caseNumber, item, goods.reservation(sku), wanted.getOrDefault(sku, 0));
            });
            queue.serve(articles.values(), caseNumber);
            return true;
        }
        return false;
    }

    /**
     * Promises these units to the case, and no others, as far as there are any; for the rest it waits after all who asked
     * before it. First asked, first served, unit by unit: what comes goes to the one who waits longest ({@link GoodsReady}).
     * The same again changes nothing; who asks for more than before waits for the rest as if asking for the first time.
     * Articles may be new.
     */
    public StockStanding reserveOrWait(CaseNumber caseNumber, List<SkuQuantity> units) {
        var wanted = summed(units);
        var articles = locks.holdOrCreate(locks.reach(caseNumber, wanted.keySet()), wanted.keySet());
        var goods = locks.goodsOf(caseNumber, articles);
        articles.forEach((sku, item) -> {
            var asked = wanted.getOrDefault(sku, 0);
            var kept = Math.min(asked, goods.promised(sku));
            queue.promise(caseNumber, item, goods.reservation(sku), kept);
            queue.await(caseNumber, item, goods.want(sku), asked - kept);
        });
        queue.serve(articles.values(), caseNumber);
        return standingOf(caseNumber);
    }

    /** What is promised to the case, and what it waits for. */
    @Transactional(readOnly = true)
    public StockStanding standingOf(CaseNumber caseNumber) {
        return new StockStanding(Collections.unmodifiableMap(summed(reservations.readOf(caseNumber.value()))),
                Collections.unmodifiableMap(summed(wants.readOf(caseNumber.value()))));
    }

    /** The case has no units promised any more and waits for none; again changes nothing. */
    public void release(CaseNumber caseNumber) {
        reserve(caseNumber, List.of());
    }

    /**
     * The units that are promised to the case leave the warehouse, all at once; again changes nothing.
     *
     * @throws Conflict if none was ever promised to it, or it waits for some of them, or fewer are on hand than are to leave
     */
    public void take(CaseNumber caseNumber) {
        var articles = locks.hold(locks.reach(caseNumber, List.of()));
        var goods = locks.goodsOf(caseNumber, articles);
        if (goods.promised().isEmpty() && goods.waiting().isEmpty() && !book.wasServed(caseNumber)) {
            throw new Conflict("Nothing is reserved for case " + caseNumber + ".");
        }
        goods.waiting().keySet().forEach(sku -> requirePromised(caseNumber, sku,
                goods.promised(sku) + goods.waiting(sku), goods.promised(sku)));
        goods.promised().forEach((sku, own) -> takeAway(caseNumber, articles.get(sku), own, own.quantity(), null));
    }

    /**
     * Of the units that are promised to the case, these leave the warehouse.
     *
     * @param key what makes it one, however often it is told
     * @throws Conflict if fewer are promised or on hand, or other units left under the key
     */
    public void take(CaseNumber caseNumber, String key, List<SkuQuantity> units) {
        var leaving = summed(units);
        var articles = locks.hold(locks.reach(caseNumber, leaving.keySet()));
        var goods = locks.goodsOf(caseNumber, articles);
        var once = once(MovementKind.TAKEN, caseNumber, key);
        if (book.isFirst(caseNumber, MovementKind.TAKEN, once, leaving)) {
            leaving.forEach((sku, quantity) -> requirePromised(caseNumber, sku, quantity, goods.promised(sku)));
            leaving.forEach((sku, quantity) -> takeAway(caseNumber, articles.get(sku), goods.reservation(sku), quantity, once));
        }
    }

    /**
     * What is promised to one case, and what it waits for, is from now on the other's, with its place in the queue; nobody
     * gets in between. Again changes nothing.
     */
    public void handOver(CaseNumber from, CaseNumber to) {
        if (from.equals(to)) {
            return;
        }
        var articles = locks.hold(locks.reach(to, locks.reach(from, List.of())));
        var given = locks.goodsOf(from, articles);
        var before = locks.goodsOf(to, articles);
        articles.values().forEach(item -> queue.handOver(given, item, to, before));
    }

    /**
     * Goods that came back in the case can be sold again, of articles that may be new here. Once for each case: the same
     * again changes nothing.
     *
     * @throws Conflict if other goods went back into stock for the case before
     */
    public void restock(CaseNumber caseNumber, List<SkuQuantity> units) {
        restockOnce(caseNumber, once(MovementKind.RESTOCKED, caseNumber, null), units);
    }

    /** As {@link #restock(CaseNumber, List)}, for a case in which goods come back more than once: once for each key. */
    public void restock(CaseNumber caseNumber, String key, List<SkuQuantity> units) {
        restockOnce(caseNumber, once(MovementKind.RESTOCKED, caseNumber, key), units);
    }

    private void restockOnce(CaseNumber caseNumber, String once, List<SkuQuantity> units) {
        var back = summed(units);
        var articles = locks.hold(back.keySet());
        if (book.isFirst(caseNumber, MovementKind.RESTOCKED, once, back)) {
            back.forEach((sku, quantity) -> {
                var item = articles.computeIfAbsent(sku, unknown -> items.save(StockItem.firstSeen(sku)));
                item.added(quantity);
                book.note(item, MovementKind.RESTOCKED, quantity, caseNumber, once);
            });
            queue.serve(articles.values(), null);
        }
    }

    /**
     * Goods that came back in the case can't be sold. They were not on hand, so this only notes them. Once for each case:
     * the same again changes nothing.
     *
     * @throws Conflict if other goods were written off for the case before
     */
    public void writeOff(CaseNumber caseNumber, List<SkuQuantity> units) {
        writeOffOnce(caseNumber, once(MovementKind.WRITTEN_OFF, caseNumber, null), units);
    }

    /** As {@link #writeOff(CaseNumber, List)}, once for each key. */
    public void writeOff(CaseNumber caseNumber, String key, List<SkuQuantity> units) {
        writeOffOnce(caseNumber, once(MovementKind.WRITTEN_OFF, caseNumber, key), units);
    }

    private void writeOffOnce(CaseNumber caseNumber, String once, List<SkuQuantity> units) {
        var gone = summed(units);
        if (book.isFirst(caseNumber, MovementKind.WRITTEN_OFF, once, gone)) {
            gone.forEach((sku, quantity) -> book.note(find(sku).orElseGet(() -> StockItem.firstSeen(sku).level()),
                    MovementKind.WRITTEN_OFF, quantity, caseNumber, once));
        }
    }

    private void takeAway(CaseNumber caseNumber, StockItem item, StockReservation own, int quantity, @Nullable String once) {
        item.taken(quantity);
        if (own.quantity() == quantity) {
            reservations.delete(own);
        } else {
            own.become(own.quantity() - quantity);
        }
        book.note(item, MovementKind.TAKEN, quantity, caseNumber, once);
    }

    private static void requirePromised(CaseNumber caseNumber, String sku, int leaving, int promised) {
        if (leaving > promised) {
            throw new Conflict(("Of %s %d are to leave, but %d are promised to case %s now."
                    + " Count again and correct the stock, or wait for new goods.").formatted(sku, leaving, promised, caseNumber));
        }
    }

    private static String once(MovementKind kind, CaseNumber caseNumber, @Nullable String key) {
        return key == null ? kind + " " + caseNumber : kind + " " + caseNumber + " " + key;
    }

    /** By SKU, without those of which there are none. */
    private static SortedMap<String, Integer> summed(List<SkuQuantity> units) {
        return units.stream().filter(each -> each.quantity() > 0).collect(Collectors.toMap(
                each -> Text.composed(each.sku()), SkuQuantity::quantity, Math::addExact, TreeMap::new));
    }
}
