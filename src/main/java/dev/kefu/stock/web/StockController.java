package dev.kefu.stock.web;

import dev.kefu.cases.CaseAccess;
import dev.kefu.shared.NotFound;
import dev.kefu.stock.Stock;
import dev.kefu.stock.StockLevel;
import dev.kefu.workflow.Actors;
import dev.kefu.workflow.Groups;
import dev.kefu.workflow.Retries;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.lang.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Stock over HTTP: the warehouse and its system tell it, the department's staff reads it. */
@RestController
@Tag(name = "Stock", description = "What lies in the warehouse, and what of it is promised")
@RequestMapping("/api/stock/{sku}")
class StockController {

    private static final String[] KEEPERS = {Groups.WAREHOUSE, Groups.INTEGRATIONS, Groups.SUPERVISORS};

    private final Stock stock;
    private final CaseAccess access;
    private final Actors actors;
    private final Retries retries;

    StockController(Stock stock, CaseAccess access, Actors actors, Retries retries) {
        this.stock = stock;
        this.access = access;
        this.actors = actors;
        this.retries = retries;
    }

    /**
     * @param waiting units that cases wait for
     * @param price   a decimal; with {@code currency}, null where no price is known
     */
    record StockAnswer(String sku, int onHand, int reserved, int available, long waiting, @Nullable Integer replenishmentDays,
            @Nullable String price, @Nullable String currency) {

        static StockAnswer of(StockLevel level, long waiting) {
            return new StockAnswer(level.sku(), level.onHand(), level.reserved(), level.available(), waiting,
                    level.replenishmentDays(), level.price() == null ? null : level.price().decimal(),
                    level.price() == null ? null : level.price().currency().getCurrencyCode());
        }
    }

    /** What was counted. What {@code GET} says may come back: what is reserved, available and waited for is not for callers to say. */
    record StockBody(@Nullable Integer onHand, @Nullable Integer replenishmentDays, @Nullable BigDecimal price,
            @Nullable String currency, @Nullable String sku, @Nullable Integer reserved, @Nullable Integer available,
            @Nullable Long waiting) {
    }

    /** @param key names the delivery; the header {@code Idempotency-Key} says the same */
    record Arrival(@Nullable Integer quantity, @Nullable String key) {
    }

    @GetMapping
    StockAnswer get(@PathVariable String sku) {
        access.requireStaff();
        return answer(sku);
    }

    @PutMapping
    ResponseEntity<StockAnswer> put(@PathVariable String sku, @RequestBody StockBody body) {
        actors.requireAnyOf(KEEPERS);
        var price = PriceCheck.price(body.price(), body.currency());
        return retries.inTransaction(() -> {
            var isNew = stock.store(sku, body.onHand(), body.replenishmentDays(), price);
            return ResponseEntity.status(isNew ? HttpStatus.CREATED : HttpStatus.OK).body(answer(sku));
        });
    }

    @PostMapping("/arrivals")
    StockAnswer arrive(@PathVariable String sku, @RequestBody Arrival arrival,
            @RequestHeader(name = "Idempotency-Key", required = false) String key) {
        actors.requireAnyOf(KEEPERS);
        return retries.inTransaction(() -> {
            stock.arrive(sku, arrival.quantity(), key == null ? arrival.key() : key);
            return answer(sku);
        });
    }

    private StockAnswer answer(String sku) {
        return stock.find(sku).map(level -> StockAnswer.of(level, stock.waitedFor(sku)))
                .orElseThrow(() -> new NotFound("There is no article " + sku + " in stock."));
    }
}
