package dev.kefu.demo;

import dev.kefu.workflow.StartUpStep;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Fills an empty demo department once; a restart finds it filled and leaves it alone. */
@Component
@Profile("demo")
@Order(DemoData.AFTER_THE_PEOPLE)
class DemoData implements StartUpStep {

    static final int AFTER_THE_PEOPLE = 1000;

    private final DemoStock stock;
    private final DemoOrders orders;
    private final DemoCases cases;
    private final DemoLateGoods lateGoods;
    private final DemoParcels parcels;

    DemoData(DemoStock stock, DemoOrders orders, DemoCases cases, DemoLateGoods lateGoods, DemoParcels parcels) {
        this.stock = stock;
        this.orders = orders;
        this.cases = cases;
        this.lateGoods = lateGoods;
        this.parcels = parcels;
    }

    @Override
    public void run() {
        // Before the orders: cases may reserve goods. By itself: departments of an earlier version have orders already
        if (!stock.isThere()) {
            stock.store();
        }
        if (!orders.areThere()) {
            orders.store();
            cases.open();
            lateGoods.open();
            parcels.open();
        }
    }
}
