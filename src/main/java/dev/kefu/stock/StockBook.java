package dev.kefu.stock;

import dev.kefu.shared.CaseNumber;
import dev.kefu.shared.Conflict;
import dev.kefu.workflow.Actors;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;

/** Writes down every change of the stock, and knows what was written. */
@Component
class StockBook {

    private final StockMovements movements;
    private final Actors actors;
    private final Clock clock;

    StockBook(StockMovements movements, Actors actors, Clock clock) {
        this.movements = movements;
        this.actors = actors;
        this.clock = clock;
    }

    /** @param once what may happen only once for the article; null if it may happen again */
    void note(StockItem item, MovementKind kind, int quantity, @Nullable CaseNumber caseNumber, @Nullable String once) {
        note(item.level(), kind, quantity, caseNumber, once);
    }

    void note(StockLevel after, MovementKind kind, int quantity, @Nullable CaseNumber caseNumber, @Nullable String once) {
        movements.save(StockMovement.of(after, kind, quantity, caseNumber, once, actors.current(), clock.instant()));
    }

    /** How many units were noted under the key for the article. */
    Optional<Integer> noted(String sku, String once) {
        return movements.findBySkuAndOnceKey(sku, once).map(movement -> movement.units().quantity());
    }

    /** Whether goods ever left for the case. */
    boolean wasServed(CaseNumber caseNumber) {
        return movements.existsByCaseNumberAndKind(caseNumber.value(), MovementKind.TAKEN);
    }

    /**
     * Whether nothing was noted for the case under the key yet.
     *
     * @throws Conflict if other goods were
     */
    boolean isFirst(CaseNumber caseNumber, MovementKind kind, String once, Map<String, Integer> units) {
        var earlier = movements.findByCaseNumberAndOnceKey(caseNumber.value(), once).stream().map(StockMovement::units)
                .collect(Collectors.toMap(SkuQuantity::sku, SkuQuantity::quantity));
        if (!earlier.isEmpty() && !earlier.equals(units)) {
            throw new Conflict("Case %s has noted other goods as %s before.".formatted(caseNumber, kind));
        }
        return earlier.isEmpty();
    }
}
