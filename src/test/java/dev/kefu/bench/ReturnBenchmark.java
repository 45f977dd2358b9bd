package dev.kefu.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.zaxxer.hikari.HikariDataSource;
import dev.kefu.KefuApplication;
import dev.kefu.PaymentService;
import dev.kefu.machine.PostgresServer;
import dev.kefu.plain.PlainEngine;
import dev.kefu.shared.CaseNumber;
import dev.kefu.stock.Stock;
import dev.kefu.workflow.Accounts;
import dev.kefu.workflow.Processes;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Start-up, the import of orders, and returns from the request to their end, at 8 clients: ordinary ones with a refund,
 * which a payment service pays over HTTP, and a mix with exchanges, repairs and withdrawals. Kefu and the engine at its
 * starter's defaults take turns, so that what the machine does otherwise hits both. At last stock-outs in bulk.
 */
@Tag("bench")
class ReturnBenchmark {

    private static final int CLIENTS = 8;
    private static final int ROUNDS = Integer.getInteger("kefu.bench.rounds", 3);
    private static final int RETURNS = Integer.getInteger("kefu.bench.returns", 500);
    private static final int WARM_UP = Integer.getInteger("kefu.bench.warm-up", 300);
    private static final int ROWS = 100_000;
    private static final String PASSWORD = "Correct-Horse-7-Battery";
    private static final Map<String, String> PEOPLE = Map.of("agent", "agents", "returns", "returnsSpecialists",
            "warehouse", "warehouse", "manager", "managers", "technician", "technicians", "shop", "integrations");

    private final Report report = new Report();
    private final AtomicInteger orders = new AtomicInteger();
    private final AtomicInteger keys = new AtomicInteger();

    @Test
    void measuresStartUpImportAndReturns() throws Exception {
        try (var server = PostgresServer.start()) {
            report.says("%s, synced to disk; Java %s; %d processors, load %.1f before the run".formatted(
                    server.version(), Runtime.version().feature(), Runtime.getRuntime().availableProcessors(),
                    ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage()));
            measureStartUp(server);
            try (var payments = new PaymentService(); var kefu = startKefu(server, payments)) {
                measureImport(server, kefu);
                fillShelves(kefu);
                try (var stock = PlainEngine.start(server.database("stock"))) {
                    measureReturns(server, kefu, stock);
                }
                new BulkStockOuts(kefu).measure(report);
            }
        } finally {
            report.publish();
        }
    }

    private void measureStartUp(PostgresServer server) throws Exception {
        var environment = environment(server.database("kefu"));
        var first = FreshStart.with(environment);
        var again = FreshStart.with(environment);

        report.table("Start and import", "");
        report.row("Start on an empty database, making all tables", "%.1f s (%.1f s of processor)".formatted(
                first.seconds(), first.processor()));
        report.row("Start on a database in use", "%.1f s (%.1f s of processor), %d MiB".formatted(
                again.seconds(), again.processor(), again.mebibytes()));
    }

    private void measureImport(PostgresServer server, ConfigurableApplicationContext kefu) throws Exception {
        var pool = kefu.getBean(HikariDataSource.class);
        var file = OrderFile.write(ROWS, LocalDate.now(kefu.getBean(Clock.class)));
        try {
            var before = usage(server, "kefu", pool);
            var first = importing(kefu, file);
            var used = usage(server, "kefu", pool).since(before);
            var again = importing(kefu, file);

            report.row("Import of %,d order lines".formatted(ROWS),
                    "%,.0f lines/s, %.0f MB of write-ahead log".formatted(ROWS / seconds(first), used.wal() / 1e6));
            report.row("The same file again, which changes nothing", "%,.0f lines/s".formatted(ROWS / seconds(again)));
        } finally {
            Files.delete(file);
        }
    }

    /** What is exchanged comes from somewhere. */
    private static void fillShelves(ConfigurableApplicationContext kefu) {
        var shelves = kefu.getBean(Stock.class);
        for (int sku = 0; sku < OrderFile.ARTICLES; sku++) {
            shelves.store(OrderFile.sku(sku), 100_000, 7, null);
        }
    }

    private void measureReturns(PostgresServer server, ConfigurableApplicationContext kefu, PlainEngine stock)
            throws Exception {
        var pool = kefu.getBean(HikariDataSource.class);
        var ours = deskOf(kefu);
        var theirs = deskOf(stock);
        handle(ours, WARM_UP, Way::ofMix);
        handle(theirs, WARM_UP, Way::ofMix);
        var ordinary = new Comparison("a return with its refund", Way.REFUND.tasks);
        var mixed = new Comparison("a return of the mix (6 refunds, 2 exchanges, 1 repair, 1 withdrawal)", Way.tasksOfMix());

        for (int round = 0; round < ROUNDS; round++) {
            for (var kind : List.of(ordinary, mixed)) {
                IntFunction<Way> ways = kind == ordinary ? index -> Way.REFUND : Way::ofMix;
                kind.kefu(measured(server, "kefu", pool, ours, ways));
                kind.starter(measured(server, "stock", stock.pool(), theirs, ways));
            }
        }
        ordinary.publish(report, CLIENTS, ROUNDS);
        mixed.publish(report, CLIENTS, ROUNDS);
    }

    private Measured measured(PostgresServer server, String database, HikariDataSource pool, Desk desk, IntFunction<Way> ways)
            throws Exception {
        var before = usage(server, database, pool);
        var taken = handle(desk, RETURNS, ways);
        var used = usage(server, database, pool).since(before);
        return new Measured(List.of(RETURNS / seconds(taken)), used, RETURNS);
    }

    /** A connection tells the server what it did when it closes, so all of them are closed first. */
    private static Usage usage(PostgresServer server, String database, HikariDataSource pool) throws Exception {
        pool.getHikariPoolMXBean().softEvictConnections();
        Thread.sleep(2000);
        return Usage.of(server, database);
    }

    private Duration handle(Desk desk, int returns, IntFunction<Way> ways) throws Exception {
        var cases = IntStream.range(0, returns)
                .mapToObj(index -> handling(desk, OrderFile.orderNumber(orders.getAndIncrement()), ways.apply(index))).toList();
        var clients = Executors.newFixedThreadPool(CLIENTS);
        try {
            var begin = System.nanoTime();
            for (var done : clients.invokeAll(cases)) {
                done.get();
            }
            desk.waitForTheRest();
            return Duration.ofNanos(System.nanoTime() - begin);
        } finally {
            clients.shutdown();
        }
    }

    private static Callable<Void> handling(Desk desk, String orderNumber, Way way) {
        return () -> {
            desk.handleReturnOf(orderNumber, way);
            return null;
        };
    }

    private static Desk deskOf(ConfigurableApplicationContext kefu) {
        var engine = kefu.getBean(ProcessEngine.class);
        var processes = kefu.getBean(Processes.class);
        return new Desk(engine,
                variables -> engine.getRuntimeService().startProcessInstanceByKey(Desk.PROCESS, variables)
                        .getBusinessKey(),
                (caseNumber, message) -> processes.tell(CaseNumber.of(caseNumber), Desk.PROCESS, message, Map.of()));
    }

    private Desk deskOf(PlainEngine stock) {
        var runtime = stock.engine().getRuntimeService();
        return new Desk(stock.engine(),
                variables -> runtime.startProcessInstanceByKey(Desk.PROCESS, "K-" + keys.incrementAndGet(), variables)
                        .getBusinessKey(),
                (key, message) -> runtime.createMessageCorrelation(message).processInstanceBusinessKey(key).correlate());
    }

    private static ConfigurableApplicationContext startKefu(PostgresServer server, PaymentService payments) {
        var options = Stream.concat(
                environment(server.address("kefu")).entrySet().stream().map(each -> "--"
                        + each.getKey().toLowerCase(Locale.ROOT).replace('_', '.') + "=" + each.getValue()),
                Stream.of("--server.port=0", "--spring.main.banner-mode=off", "--kefu.payments.url=" + payments.url(),
                        "--kefu.payments.secret=" + PaymentService.SECRET));
        var kefu = new SpringApplicationBuilder(KefuApplication.class).run(options.toArray(String[]::new));
        PEOPLE.forEach((user, group) -> kefu.getBean(Accounts.class)
                .ensureUser(user, user, "", PASSWORD, List.of(group)));
        return kefu;
    }

    private static Map<String, String> environment(String address) {
        return Map.of("SPRING_PROFILES_ACTIVE", "prod", "SPRING_DATASOURCE_URL", address,
                "SPRING_DATASOURCE_USERNAME", "postgres", "SPRING_DATASOURCE_PASSWORD", PASSWORD,
                "KEFU_ADMIN_ID", "chief", "KEFU_ADMIN_PASSWORD", PASSWORD);
    }

    private static Duration importing(ConfigurableApplicationContext kefu, Path file) throws Exception {
        var port = kefu.getEnvironment().getRequiredProperty("local.server.port");
        var basic = Base64.getEncoder().encodeToString(("shop:" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/orders/import"))
                .header("Authorization", "Basic " + basic)
                .header("Content-Type", "text/csv;charset=UTF-8")
                .POST(BodyPublishers.ofFile(file))
                .build();
        var begin = System.nanoTime();
        var response = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        var taken = Duration.ofNanos(System.nanoTime() - begin);

        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        var answer = new ObjectMapper().readTree(response.body());
        assertThat(answer.get("read").asInt()).isEqualTo(ROWS);
        assertThat(answer.get("refused")).isEmpty();
        return taken;
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }
}
