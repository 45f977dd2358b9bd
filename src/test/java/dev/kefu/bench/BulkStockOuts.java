package dev.kefu.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kefu.customers.Contact;
import dev.kefu.customers.Contact.Address;
import dev.kefu.orders.OrderDraft;
import dev.kefu.orders.Orders;
import dev.kefu.stock.Stock;
import dev.kefu.stockouts.bulk.Run;
import dev.kefu.stockouts.bulk.RunRequest;
import dev.kefu.stockouts.bulk.RunStatus;
import dev.kefu.stockouts.bulk.StockOutRuns;
import dev.kefu.stockouts.domain.StockOuts;
import dev.kefu.workflow.Accounts;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.spin.plugin.variable.SpinValues;
import org.springframework.context.ConfigurableApplicationContext;

/** One article is short and many orders wait for it: each gets a case and its customer a letter, in the background. */
class BulkStockOuts {

    private static final int ORDERS = 400;
    private static final String SKU = "SKU-SHORT";
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final ConfigurableApplicationContext kefu;

    BulkStockOuts(ConfigurableApplicationContext kefu) {
        this.kefu = kefu;
    }

    void measure(Report report) throws InterruptedException {
        sell();

        var opening = taken();
        var skipping = taken();

        assertThat(opening.run().opened()).isEqualTo(ORDERS);
        assertThat(skipping.run().skipped()).isEqualTo(ORDERS);
        report.table("One article short, " + ORDERS + " orders", "in all", "each second");
        row(report, "A case opened for each, with its letter", opening.time());
        row(report, "The same again, which opens none", skipping.time());
        row(report, "One count, by which all of them know that nothing is there", until("askCustomer", this::countNothing));
        var stored = new AtomicReference<Duration>();
        var ready = until("shipOrder", () -> stored.set(arriving()));
        row(report, "As many units arrive and are promised, which the warehouse waits for", stored.get());
        row(report, "All of them are to be shipped after that", ready);
    }

    /** From the beginning of the work until each case has this task. */
    private Duration until(String task, Runnable work) throws InterruptedException {
        var tasks = kefu.getBean(ProcessEngine.class).getTaskService();
        var start = System.nanoTime();
        work.run();
        while (tasks.createTaskQuery().processDefinitionKey(StockOuts.KIND).taskDefinitionKey(task).count() < ORDERS) {
            assertThat(Duration.ofNanos(System.nanoTime() - start)).as("until all have " + task).isLessThan(LONGEST);
            Thread.sleep(50);
        }
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private void countNothing() {
        var tasks = kefu.getBean(ProcessEngine.class).getTaskService();
        var task = tasks.createTaskQuery().processDefinitionKey(StockOuts.KIND).taskDefinitionKey("countStock").listPage(0, 1).get(0);
        var counted = SpinValues.jsonValue("[{\"sku\": \"%s\", \"onHand\": 0}]".formatted(SKU)).create();
        kefu.getBean(Accounts.class).runAs("warehouse", () -> {
            tasks.claim(task.getId(), "warehouse");
            tasks.complete(task.getId(), Variables.createVariables().putValue("counted", counted));
        });
    }

    private Duration arriving() {
        var start = System.nanoTime();
        kefu.getBean(Accounts.class).runAs("warehouse", () -> kefu.getBean(Stock.class).arrive(SKU, ORDERS, "benchmark"));
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private record Taken(Run run, Duration time) {
    }

    private static void row(Report report, String what, Duration time) {
        var seconds = time.toNanos() / 1e9;
        report.row(what, "%.1f s".formatted(seconds), "%.0f".formatted(ORDERS / seconds));
    }

    /** From the call until the last order is done. */
    private Taken taken() throws InterruptedException {
        var runs = kefu.getBean(StockOutRuns.class);
        var begun = new AtomicReference<Run>();
        var start = System.nanoTime();
        kefu.getBean(Accounts.class).runAs("manager",
                () -> begun.set(runs.begin(RunRequest.of(SKU, "OUT_OF_STOCK", null), null)));
        var run = begun.get();
        while (run.status() == RunStatus.RUNNING) {
            Thread.sleep(20);
            run = runs.find(run.id());
        }
        return new Taken(run, Duration.ofNanos(System.nanoTime() - start));
    }

    private void sell() {
        var paidAt = ZonedDateTime.now(kefu.getBean(Clock.class)).minusDays(1).toInstant();
        var address = new Address("浙江省", "杭州市", "西湖区", "文三路 1 号", "310012");
        kefu.getBean(Orders.class).storeAll(IntStream.range(0, ORDERS).mapToObj(index -> new OrderDraft("SO-S%06d".formatted(index),
                "CS-" + index, new Contact("王芳", "13800000001", "fang@example.com", address), "TMALL", "CNY", paidAt, null,
                new BigDecimal("10.00"), null, List.of(new OrderDraft.Line(1, SKU, "Kettle", "APPLIANCES", 1,
                        new BigDecimal("600.00"), new BigDecimal("410.00"), null, 1400)), List.of())).toList());
    }
}
