package dev.kefu.stock;

import dev.kefu.shared.CaseNumber;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/** Locks the rows of articles, in the order of their SKUs, until the transaction ends, and reads what hangs on them. */
@Component
class StockLocks {

    private final StockItems items;
    private final StockReservations reservations;
    private final StockWants wants;
    private final EntityManager entities;

    StockLocks(StockItems items, StockReservations reservations, StockWants wants, EntityManager entities) {
        this.items = items;
        this.reservations = reservations;
        this.wants = wants;
        this.entities = entities;
    }

    /** These articles, and those that the case has or waits for. */
    SortedSet<String> reach(CaseNumber caseNumber, Collection<String> more) {
        var reach = new TreeSet<>(more);
        reach.addAll(reservations.findSkusOf(caseNumber.value()));
        reach.addAll(wants.findSkusOf(caseNumber.value()));
        return reach;
    }

    /** The articles that are there, by SKU. */
    SortedMap<String, StockItem> hold(Collection<String> skus) {
        return holdOrCreate(skus, Set.of());
    }

    /** @param needed are there afterwards, whether the warehouse saw them before or not */
    SortedMap<String, StockItem> holdOrCreate(Collection<String> skus, Set<String> needed) {
        var articles = new TreeMap<String, StockItem>();
        new TreeSet<>(skus).forEach(sku -> items.hold(sku).or(() -> Optional.of(sku).filter(needed::contains).map(this::create))
                .ifPresent(item -> articles.put(sku, item)));
        return articles;
    }

    /** Written at once, so that rows of new articles are locked in the same order as the others. */
    private StockItem create(String sku) {
        var item = items.save(StockItem.firstSeen(sku));
        entities.flush();
        return item;
    }

    /**
     * What the case has and waits for, read under the articles' locks.
     *
     * @throws OptimisticLockingFailureException if the case got something else at this very moment
     */
    CaseGoods goodsOf(CaseNumber caseNumber, SortedMap<String, StockItem> held) {
        var goods = new CaseGoods(
                reservations.findOf(caseNumber.value()).stream().collect(Collectors.toMap(StockReservation::sku, Function.identity())),
                wants.findOf(caseNumber.value()).stream().collect(Collectors.toMap(StockWant::sku, Function.identity())));
        if (!held.keySet().containsAll(goods.promised().keySet()) || !held.keySet().containsAll(goods.waiting().keySet())) {
            throw new OptimisticLockingFailureException("Other goods were reserved for case " + caseNumber + " meanwhile.");
        }
        return goods;
    }
}
