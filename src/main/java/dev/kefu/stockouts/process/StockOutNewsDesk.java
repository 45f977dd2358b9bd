package dev.kefu.stockouts.process;

import dev.kefu.orders.KnownShipment;
import dev.kefu.orders.ShipmentsTold;
import dev.kefu.shared.CaseNumber;
import dev.kefu.stock.GoodsLost;
import dev.kefu.stock.GoodsReady;
import dev.kefu.stockouts.domain.StockCounted;
import dev.kefu.stockouts.domain.StockOuts;
import dev.kefu.workflow.Processes;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Wakes waiting stock-outs in the transaction in which the stock or the shop has learnt something (STK-6). Each goes on in a
 * job of its own, so that nothing in a case can refuse what has happened.
 */
@Component
class StockOutNewsDesk {

    private final StockOuts stockOuts;
    private final Processes processes;

    StockOutNewsDesk(StockOuts stockOuts, Processes processes) {
        this.stockOuts = stockOuts;
        this.processes = processes;
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
        stockOuts.overtaken(orders).forEach(each -> tell(each, StockOutProcess.ORDER_CHANGED));
    }

    private void tell(CaseNumber caseNumber, String message) {
        if (processes.isAwaited(caseNumber, StockOuts.KIND, message)) {
            processes.tellFromHouse(caseNumber, StockOuts.KIND, message);
        }
    }
}
