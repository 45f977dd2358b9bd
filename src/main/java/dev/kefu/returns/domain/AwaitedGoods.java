package dev.kefu.returns.domain;

import dev.kefu.cases.CaseFiles;
import dev.kefu.shared.CaseNumber;
import dev.kefu.shared.Conflict;
import dev.kefu.shipping.ParcelPurpose;
import dev.kefu.stockouts.LinkedStockOuts;
import dev.kefu.stockouts.LinkedStockOuts.LinkedRequest;
import dev.kefu.stockouts.LinkedStockOuts.Owed;
import dev.kefu.stockouts.StockOutClosed;
import dev.kefu.stockouts.StockOutOutcome;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Goods that were to go out in exchange and are not in stock: the business of a linked stock-out case, for whose end the
 * return waits (RET-5, ADR 45). What it sends counts as replaced here, what it pays back as refunded.
 */
@Component
class AwaitedGoods {

    private final LinkedStockOuts stockOuts;
    private final ReturnParcels parcels;
    private final CaseFiles cases;

    AwaitedGoods(LinkedStockOuts stockOuts, ReturnParcels parcels, CaseFiles cases) {
        this.stockOuts = stockOuts;
        this.parcels = parcels;
        this.cases = cases;
    }

    /** @param lacking the units for which nothing is in stock */
    void begin(ReturnCase goods, List<ReturnPart> lacking) {
        var owed = Parts.units(lacking.stream()).stream().map(units -> {
            var line = goods.asked().lines().get(units.line());
            return new Owed(units, line.wantedSku());
        }).toList();
        var stockOut = stockOuts.open(new LinkedRequest(goods.number(), goods.asked().orderNumber(), owed,
                ParcelPurpose.REPLACEMENT, false));
        goods.settling().await(lacking::contains, stockOut);
        cases.recordFact(goods.number(), "EXCHANGE_AWAITED",
                "The goods in exchange are not in stock; case " + stockOut + " gets them.");
    }

    void settle(ReturnCase goods, StockOutClosed closed) {
        var parts = goods.settling().parts();
        var outcome = closed.outcome() == null ? StockOutOutcome.REJECTED : closed.outcome();
        switch (outcome) {
            case SHIPPED, SUBSTITUTED -> parts.go(Fate.AWAITS_GOODS, Fate.REPLACED);
            case REFUNDED -> parts.go(Fate.AWAITS_GOODS, Fate.REFUNDED);
            case PARTLY_SHIPPED -> {
                parts.replaced(parcels.sentIn(closed.caseNumber()));
                parts.go(Fate.AWAITS_GOODS, Fate.REFUNDED);
            }
            case REJECTED -> {
                // Also where it was stopped in the midst: what is on its way is not sent or paid a second time
                parts.replaced(parcels.sentIn(closed.caseNumber()));
                parts.ask(Fate.AWAITS_GOODS, Question.NOT_IN_STOCK);
            }
        }
        var what = switch (outcome) {
            case SHIPPED -> "EXCHANGE_SHIPPED";
            case SUBSTITUTED -> "EXCHANGE_SUBSTITUTED";
            case REFUNDED -> "EXCHANGE_REFUNDED";
            case PARTLY_SHIPPED -> "EXCHANGE_PARTLY_SHIPPED";
            case REJECTED -> "EXCHANGE_REJECTED";
        };
        cases.recordFact(goods.number(), what, "See case " + closed.caseNumber() + ".");
    }

    /**
     * The case that has to be stopped if the customer withdraws; empty if none.
     *
     * @throws Conflict if its money or its goods are on their way
     */
    Optional<CaseNumber> mayStop(ReturnCase goods) {
        var stockOut = Optional.ofNullable(goods.settling().awaitedCase());
        stockOut.filter(stockOuts::isUnderWay).ifPresent(number -> {
            throw new Conflict("Money or goods of case " + number + " are on their way to the customer; case "
                    + goods.number() + " can't be withdrawn any more.");
        });
        return stockOut;
    }

    /** The same for a return that is stopped itself; then what is on its way goes on alone. */
    Optional<CaseNumber> left(ReturnCase goods) {
        return Optional.ofNullable(goods.settling().awaitedCase()).filter(number -> !stockOuts.isUnderWay(number));
    }

    /** To be called when the return does not wait any more. */
    void stop(ReturnCase goods, CaseNumber stockOut) {
        stockOuts.end(stockOut, "Case " + goods.number() + " has ended.");
    }
}
