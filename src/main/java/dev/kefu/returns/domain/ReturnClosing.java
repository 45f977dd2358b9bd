package dev.kefu.returns.domain;

import dev.kefu.cases.CaseFiles;
import dev.kefu.orders.LineQuantity;
import dev.kefu.orders.Orders;
import dev.kefu.shared.Money;
import dev.kefu.stock.SkuQuantity;
import dev.kefu.stock.Stock;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** The end of a return: its units, its goods and its file are put in order (RET-5, RET-6). */
@Component
class ReturnClosing {

    private final Orders orders;
    private final Stock stock;
    private final AwaitedGoods awaited;
    private final CaseFiles cases;

    ReturnClosing(Orders orders, Stock stock, AwaitedGoods awaited, CaseFiles cases) {
        this.orders = orders;
        this.stock = stock;
        this.awaited = awaited;
        this.cases = cases;
    }

    /** Again changes nothing. */
    void close(ReturnCase goods) {
        var outcome = goods.close(worth(goods));
        putInOrder(goods);
        cases.close(goods.number(), outcome.name());
    }

    /**
     * Nobody goes on with it: what is free is let go, what stayed here for good is put in order. With a stock-out whose goods
     * or money are on their way that is not known before its end; until then the units stay this case's.
     */
    void abort(ReturnCase goods) {
        var isAwaiting = goods.settling().awaitedCase() != null;
        var stockOut = awaited.left(goods);
        goods.abort();
        if (isAwaiting) {
            stockOut.ifPresent(number -> awaited.stop(goods, number));
        } else {
            putInOrder(goods);
        }
    }

    /** The stock-out that a return waited for has ended; where nobody goes on with the return, nothing else will. */
    void stockOutEnded(ReturnCase goods) {
        if (goods.status() == ReturnStatus.ABORTED) {
            goods.settledAfterAbort();
            putInOrder(goods);
        }
    }

    private void putInOrder(ReturnCase goods) {
        letGo(goods);
        storeWhatStays(goods);
    }

    /** Of the units, those that went for good count as returned, the others are free; nothing stays reserved. */
    private void letGo(ReturnCase goods) {
        orders.settleUnits(goods.asked().orderNumber(), goods.number(), goods.goneForGood());
        if (goods.mayHoldStock()) {
            stock.release(goods.number());
        }
    }

    private void storeWhatStays(ReturnCase goods) {
        var stays = goods.stored().collect(Collectors.partitioningBy(goods::isSellable));
        if (!stays.get(true).isEmpty()) {
            stock.restock(goods.number(), articles(goods, stays.get(true)));
        }
        if (!stays.get(false).isEmpty()) {
            stock.writeOff(goods.number(), articles(goods, stays.get(false)));
        }
    }

    private static List<SkuQuantity> articles(ReturnCase goods, List<ReturnPart> parts) {
        return parts.stream().map(part -> new SkuQuantity(goods.asked().lines().get(part.line()).sku(), part.quantity())).toList();
    }

    /** What the customer paid for units. Where all went one way nobody asks, so the order is only looked at if needed. */
    private Function<LineQuantity, Money> worth(ReturnCase goods) {
        var order = SingletonSupplier.of(() -> orders.find(goods.asked().orderNumber()).orElseThrow());
        return units -> order.obtain().worthOf(units);
    }
}
