package dev.kefu.demo;

import dev.kefu.couriers.CourierTable;
import dev.kefu.couriers.csv.RateImport;
import dev.kefu.workflow.StartUpStep;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * What couriers take from Zhejiang to all provinces: near ones cheap and quick, far ones dear and slow, and some places to which
 * the usual couriers do not go. Once there are rows, people's changes stay.
 */
@Component
@Profile("demo")
@Order(DemoData.AFTER_THE_PEOPLE - 100)
class DemoCouriers implements StartUpStep {

    private static final String FILE = "demo/couriers.csv";

    private final CourierTable table;
    private final RateImport rateImport;

    DemoCouriers(CourierTable table, RateImport rateImport) {
        this.table = table;
        this.rateImport = rateImport;
    }

    @Override
    public void run() {
        if (!table.allRates().isEmpty()) {
            return;
        }
        try (var csv = new ClassPathResource(FILE).getInputStream()) {
            var report = rateImport.run(csv);
            if (report.refusedRows() > 0) {
                throw new IllegalStateException("The demo's couriers: " + report.refused());
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
