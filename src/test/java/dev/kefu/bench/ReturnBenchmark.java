package dev.kefu.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.zaxxer.hikari.HikariDataSource;
import dev.kefu.KefuApplication;
import dev.kefu.machine.PostgresServer;
import dev.kefu.shared.CaseNumber;
import dev.kefu.plain.PlainEngine;
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
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Start-up, the import of orders, and returns from the request to the money back, at 8 clients. Kefu and the engine at
 * its starter's defaults take turns, so that what the machine does otherwise hits both.
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
            "warehouse", "warehouse", "manager", "managers", "finance", "finance", "shop", "integrations");

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
            try (var kefu = startKefu(server)) {
                measureImport(server, kefu);
                try (var stock = PlainEngine.start(server.database("stock"))) {
                    measureReturns(server, kefu, stock);
                }
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

    private void measureReturns(PostgresServer server, ConfigurableApplicationContext kefu, PlainEngine stock)
            throws Exception {
        var pool = kefu.getBean(HikariDataSource.class);
        var ours = deskOf(kefu);
        var theirs = deskOf(stock);
        handle(ours, WARM_UP);
        handle(theirs, WARM_UP);

        Measured kefuRuns = null;
        Measured stockRuns = null;
        for (int round = 0; round < ROUNDS; round++) {
            var one = measured(server, "kefu", pool, ours);
            var other = measured(server, "stock", stock.pool(), theirs);
            kefuRuns = kefuRuns == null ? one : kefuRuns.and(one);
            stockRuns = stockRuns == null ? other : stockRuns.and(other);
        }
        compare(kefuRuns, stockRuns);
    }

    private void compare(Measured kefu, Measured stock) {
        report.table("Per return with its refund, %d clients, %d returns".formatted(CLIENTS, kefu.returns()),
                "Kefu", "starter's defaults", "ratio");
        compare("Returns per second (median of %d rounds)".formatted(ROUNDS), kefu, stock, Measured::median);
        compare("Rows inserted", kefu, stock, Measured::inserted);
        compare("Rows updated", kefu, stock, Measured::updated);
        compare("Rows deleted", kefu, stock, Measured::deleted);
        compare("Write-ahead log, kB", kefu, stock, Measured::kilobytesOfLog);
        compare("Write transactions, " + Desk.TASKS + " of them claims", kefu, stock, Measured::writes);
        compare("Processor time, ms", kefu, stock, Measured::milliseconds);
    }

    private void compare(String what, Measured kefu, Measured stock, ToDoubleFunction<Measured> figure) {
        var ours = figure.applyAsDouble(kefu);
        var theirs = figure.applyAsDouble(stock);
        report.row(what, "%.1f".formatted(ours), "%.1f".formatted(theirs), "%.2f".formatted(ours / theirs));
    }

    private Measured measured(PostgresServer server, String database, HikariDataSource pool, Desk desk) throws Exception {
        var before = usage(server, database, pool);
        var taken = handle(desk, RETURNS);
        var used = usage(server, database, pool).since(before);
        return new Measured(List.of(RETURNS / seconds(taken)), used, RETURNS);
    }

    /** A connection tells the server what it did when it closes, so all of them are closed first. */
    private static Usage usage(PostgresServer server, String database, HikariDataSource pool) throws Exception {
        pool.getHikariPoolMXBean().softEvictConnections();
        Thread.sleep(2000);
        return Usage.of(server, database);
    }

    private Duration handle(Desk desk, int returns) throws Exception {
        var numbers = Stream.generate(() -> OrderFile.orderNumber(orders.getAndIncrement())).limit(returns).toList();
        var clients = Executors.newFixedThreadPool(CLIENTS);
        try {
            var begin = System.nanoTime();
            for (var done : clients.invokeAll(numbers.stream().map(number -> handling(desk, number)).toList())) {
                done.get();
            }
            return Duration.ofNanos(System.nanoTime() - begin);
        } finally {
            clients.shutdown();
        }
    }

    private static Callable<Void> handling(Desk desk, String orderNumber) {
        return () -> {
            desk.handleReturnOf(orderNumber);
            return null;
        };
    }

    private static Desk deskOf(ConfigurableApplicationContext kefu) {
        var engine = kefu.getBean(ProcessEngine.class);
        var processes = kefu.getBean(Processes.class);
        return new Desk(engine,
                variables -> engine.getRuntimeService().startProcessInstanceByKey(Desk.PROCESS, variables)
                        .getBusinessKey(),
                caseNumber -> processes.tell(CaseNumber.of(caseNumber), Desk.PROCESS, Desk.ARRIVED, Map.of()));
    }

    private Desk deskOf(PlainEngine stock) {
        var runtime = stock.engine().getRuntimeService();
        return new Desk(stock.engine(),
                variables -> runtime.startProcessInstanceByKey(Desk.PROCESS, "K-" + keys.incrementAndGet(), variables)
                        .getBusinessKey(),
                key -> runtime.createMessageCorrelation(Desk.ARRIVED).processInstanceBusinessKey(key).correlate());
    }

    private static ConfigurableApplicationContext startKefu(PostgresServer server) {
        var options = Stream.concat(
                environment(server.address("kefu")).entrySet().stream().map(each -> "--"
                        + each.getKey().toLowerCase(Locale.ROOT).replace('_', '.') + "=" + each.getValue()),
                Stream.of("--server.port=0", "--spring.main.banner-mode=off"));
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
