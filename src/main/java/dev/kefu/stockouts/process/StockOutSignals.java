package dev.kefu.stockouts.process;

import dev.kefu.orders.KnownShipment;
import dev.kefu.orders.ShipmentsTold;
import dev.kefu.shared.CaseNumber;
import dev.kefu.shared.Wordless;
import dev.kefu.stock.GoodsLost;
import dev.kefu.stock.GoodsReady;
import dev.kefu.stockouts.domain.StockCounted;
import dev.kefu.stockouts.domain.StockOuts;
import dev.kefu.workflow.Processes;
import dev.kefu.workflow.Retries;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Wakes waiting stock-outs in the transaction in which the stock or the shop has learnt something (STK-6). Each goes on in a
 * job of its own, so that nothing in a case can refuse what has happened.
 */
@Component
class StockOutSignals {

    private static final Logger LOG = LoggerFactory.getLogger(StockOutSignals.class);

    private final StockOuts stockOuts;
    private final Processes processes;
    private final Retries retries;

    StockOutSignals(StockOuts stockOuts, Processes processes, Retries retries) {
        this.stockOuts = stockOuts;
        this.processes = processes;
        this.retries = retries;
    }

    @EventListener
    void on(GoodsReady ready) {
        if (stockOuts.awaitsGoods(ready.caseNumber())) {
            tell(ready.caseNumber(), StockOutProcess.GOODS_ARRIVED);
        }
    }

    @EventListener
    void on(StockCounted counted) {
        stockOuts.settledBy(counted).forEach(each -> tell(each, StockOutProcess.GOODS_ARRIVED));
    }

    @EventListener
    void on(GoodsLost lost) {
        if (stockOuts.isToShip(lost.caseNumber())) {
            tell(lost.caseNumber(), StockOutProcess.GOODS_LOST);
        }
    }

    @EventListener
    void on(ShipmentsTold told) {
        var orders = told.shipments().stream().map(KnownShipment::orderNumber).collect(Collectors.toSet());
        stockOuts.overtaken(orders).forEach(each -> {
            try {
                retries.inTransaction(() -> tell(each, StockOutProcess.ORDER_CHANGED));
            } catch (RuntimeException failure) {
                LOG.warn("Case {} has not heard that the shop sent its goods", each, Wordless.of(failure));
            }
        });
    }

    private boolean tell(CaseNumber caseNumber, String message) {
        return processes.tellIfAwaited(caseNumber, StockOuts.KIND, message);
    }
}
