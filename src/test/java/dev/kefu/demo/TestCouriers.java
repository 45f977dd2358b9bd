package dev.kefu.demo;

import dev.kefu.couriers.CourierTable;
import dev.kefu.couriers.csv.RateImport;
import dev.kefu.workflow.StartUpStep;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.annotation.Order;

/** The demo's couriers, with what they take to every province, for a test that imports this. */
@TestComponent
@Order(900)
public class TestCouriers implements StartUpStep {

    private final DemoCouriers couriers;

    TestCouriers(CourierTable table, RateImport rateImport) {
        this.couriers = new DemoCouriers(table, rateImport);
    }

    @Override
    public void run() {
        couriers.run();
    }
}
